"""A row of the audit log as a link to its object."""

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.audit.table import Entry

register = template.Library()


@register.simple_tag
def audit_link(entry: Entry) -> SafeString:
    """The object's name, with a link to its admin page where it has one."""
    try:
        address = reverse(entry.target[0], args=[entry.target[1]]) if entry.target else ""
    except NoReverseMatch:
        address = ""
    if address:
        return format_html('<a href="{}"><bdi>{}</bdi></a>', address, entry.name)
    return format_html("<bdi>{}</bdi>", entry.name)
