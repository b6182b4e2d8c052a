"""What the frame of the admin and its first page ask: where this person may go, and what waits."""

from typing import Any

from django import template
from django.utils import timezone

from articles.desk.navigation import Section, navigation
from articles.desk.questions import mine, no_longer_true, scheduled

register = template.Library()


@register.simple_tag(takes_context=True)
def desk(context: dict[str, Any]) -> dict[str, Any]:
    """What waits for the signed-in person; empty for somebody who may not see articles."""
    person, now = context["request"].user, timezone.now()
    if not person.has_perm("articles.view_article"):
        return {}
    stale = no_longer_true(now)
    return {
        "stale": stale,
        "stale_figures": sum(len(each.figures) for each in stale),
        "mine": list(mine(person, now)),
        "scheduled": list(scheduled(now)),
    }


@register.simple_tag(takes_context=True)
def side_navigation(context: dict[str, Any]) -> list[Section]:
    """The side navigation for the signed-in person, with the present page marked."""
    request = context["request"]
    return navigation(request.user, request.path)
