"""What the editors' templates ask for: the name of the site and the places of work."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy

from articles.contact.current import contact
from taxonomy.languages import direction

register = template.Library()

# Address name, its name for people, and the permission that shows it.
PLACES = (
    ("admin:index", gettext_lazy("Desk"), ""),
    ("admin:articles_article_changelist", gettext_lazy("Articles"), "articles.view_article"),
    ("admin:indicators_series_changelist", gettext_lazy("Figures"), "indicators.view_series"),
    ("admin:taxonomy_keyword_changelist", gettext_lazy("Keywords"), "taxonomy.view_keyword"),
)


@register.simple_tag
def site_name() -> str:
    """The name of the site, as given in the contact details."""
    return contact().site_name


@register.simple_tag(takes_context=True)
def work_places(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries of the header that this person may open, with the current one."""
    request: HttpRequest = context["request"]
    places = []
    for name, title, permission in PLACES:
        if permission and not request.user.has_perm(permission):
            continue
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        here = request.path == url if name == "admin:index" else request.path.startswith(url)
        places.append({"url": url, "name": title, "here": here})
    return places


register.filter("direction_of", direction)
