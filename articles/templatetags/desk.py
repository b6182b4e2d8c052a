"""What the frame of the admin and its first page ask: where this person may go, and what waits."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.desk.navigation import Section, navigation
from articles.desk.waiting import Waiting, days_late, waiting_for
from articles.writing import listing


@dataclass(frozen=True, slots=True)
class ChosenFilter:
    """A filter in use: what it is about, what was chosen, and the query string without it."""

    title: str
    value: str
    without: str


register = template.Library()


@register.simple_tag(takes_context=True)
def desk(context: dict[str, Any]) -> Waiting:
    """What waits for the signed-in person."""
    return waiting_for(context["request"].user, timezone.now())


@register.simple_tag(takes_context=True)
def side_navigation(context: dict[str, Any]) -> list[Section]:
    """The side navigation for the signed-in person, with the present page marked."""
    request = context["request"]
    return navigation(request.user, request.path)


@register.simple_tag
def chosen_filters(cl: Any) -> list[ChosenFilter]:
    """The filters of a list that are in use; a filter that offers no way back is left out."""
    chosen = []
    for spec in cl.filter_specs if cl.has_active_filters else ():
        everything, *others = spec.choices(cl)
        for choice in others:
            if choice["selected"]:
                chosen.append(ChosenFilter(spec.title, choice["display"], everything["query_string"]))
    return chosen


@register.filter
def from_the_desk(crumbs: str) -> SafeString:
    """A trail of breadcrumbs that begins at the desk; pages of the stock admin call the same place "Home"."""
    first = re.compile(rf'(<a href="{re.escape(reverse("admin:index"))}">)[^<]*(?=</a>)')
    desk = escape(_("Desk"))
    return mark_safe(first.sub(lambda found: found[1] + desk, crumbs, count=1))  # noqa: S308 - rendered by templates


@register.filter
def late(due: date) -> int:
    """Days since a release was expected."""
    return days_late(due, timezone.now())


@register.filter
def badge(article: Any) -> SafeString:
    """The state of an article in words, in a frame."""
    return listing.badge(article)
