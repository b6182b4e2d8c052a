"""The panel “Where it is used”, for the form of any object of which uses are declared."""

from typing import Any

from django import template

from articles.usage.panel import parts_of
from taxonomy.usage import has_usages

register = template.Library()


@register.inclusion_tag("admin/usage/panel.html", takes_context=True)
def where_used(context: template.Context) -> dict[str, Any]:
    """The panel for `original`; nothing in a pop-up, for a new object, or where no use is declared."""
    obj = context.get("original")
    if obj is None or not obj.pk or context.get("is_popup") or not has_usages(type(obj)):
        return {"declared": False}
    return {"declared": True, "parts": parts_of(obj, context["request"].user)}
