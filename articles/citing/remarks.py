"""What no field of a format has a place for, as lines of its note. Pure."""

from articles.citing.item import Item


def remarks_on(item: Item) -> list[str]:
    """The edition that is cited, where the work appeared first, and who holds the rights."""
    return [
        *([item.edition] if item.edition else []),
        *([f"Original URL: {item.original_url}"] if item.original_url else []),
        *([item.rights] if item.rights else []),
    ]
