"""What the editors' templates ask for: the name of the site and the direction of a language."""

from django import template

from articles.contact.current import contact
from articles.revisions.labels import labels
from taxonomy.languages import direction

register = template.Library()


@register.simple_tag
def site_name() -> str:
    """The name of the site, as given in the contact details."""
    return contact().site_name


register.filter("direction_of", direction)
register.filter("field_labels", labels)
