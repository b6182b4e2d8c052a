"""The section in which a newspaper printed an article, as the last part of an address."""

from django.utils.text import slugify

LONGEST = 120


def section_address(printed: str) -> str | None:
    """`op-ed` for “Op-Ed” and “OP ED”; letters of every script stay. None without letters or digits."""
    return slugify(printed, allow_unicode=True)[:LONGEST].strip("-_") or None
