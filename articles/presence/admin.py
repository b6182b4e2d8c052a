"""The heartbeat of an open article form: says I am here, answers who else is."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.presence.verbs import come, leave, present_at
from articles.presence.wording import said
from articles.revisions.access import article_for


@require_POST
def presence(request: HttpRequest, pk: int) -> JsonResponse:
    """Heartbeat; with `leaving` the end of it. Answers the others in words, and the stored version."""
    article = article_for(request, pk, "edit")
    person: Any = request.user
    if "leaving" in request.POST:
        leave(pk, person=person)
        return JsonResponse({"others": []})
    now = timezone.now()
    come(pk, person=person, at=now)
    others = [said(each) for each in present_at([pk], now, but=person)]
    return JsonResponse({"others": others, "version": article.version})
