"""What no field of a format has a place for, as lines of its note. Pure."""

from articles.citing.item import Item


def remarks_on(item: Item) -> list[str]:
    """The edition that is cited, what it was translated from, where it appeared first, and who holds the rights."""
    return [
        *([item.edition] if item.edition else []),
        *([f"Translated from {item.translated_from}"] if item.translated_from else []),
        *([f"Original URL: {item.original_url}"] if item.original_url else []),
        *([item.rights] if item.rights else []),
    ]
