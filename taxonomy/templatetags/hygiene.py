"""What the report on keywords says of a row."""

from typing import Any

from django import template

from taxonomy.hygiene import used_by

register = template.Library()


@register.filter
def uses_in_all(keyword: Any) -> int:
    """How often a keyword is used, by everything together."""
    return used_by(keyword)
