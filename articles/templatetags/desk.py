"""What the frame of the admin and its first page ask: where this person may go, and what waits."""

from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from articles.desk.navigation import Section, navigation
from articles.desk.waiting import Waiting, days_late, waiting_for
from articles.writing import listing

register = template.Library()


@register.simple_tag(takes_context=True)
def desk(context: dict[str, Any]) -> Waiting | None:
    """What waits for the signed-in person; nothing for somebody who may not see articles."""
    person = context["request"].user
    return waiting_for(person, timezone.now()) if person.has_perm("articles.view_article") else None


@register.simple_tag(takes_context=True)
def side_navigation(context: dict[str, Any]) -> list[Section]:
    """The side navigation for the signed-in person, with the present page marked."""
    request = context["request"]
    return navigation(request.user, request.path)


@register.filter
def late(due: date) -> int:
    """Days since a release was expected."""
    return days_late(due, timezone.now())


@register.filter
def badge(article: Any) -> SafeString:
    """The state of an article in words, in a frame."""
    return listing.badge(article)
