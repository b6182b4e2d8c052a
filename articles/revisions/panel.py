"""What the article form shows about saving: where to save, who else is here, texts kept aside."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from articles.presence.verbs import present_at
from articles.presence.wording import said
from articles.revisions.models import Revision
from articles.revisions.posted import writing_of
from articles.writing.models import Article


def writing_panel(article: Article | None, request: HttpRequest) -> dict[str, Any]:
    """The context `writing` of the form's partials. Two queries for a stored article."""
    posted = writing_of(request.POST)
    panel: dict[str, Any] = {"session": posted.session, "turn": posted.turn}
    if article is None or not article.pk:
        return {**panel, "autosave_url": reverse("admin:articles_article_start")}
    person: Any = request.user
    asides = Revision.objects.filter(article=article.pk, kind=Revision.Kind.ASIDE, settled_at=None)
    return {
        **panel,
        "autosave_url": reverse("admin:articles_article_autosave", args=[article.pk]),
        "presence_url": reverse("admin:articles_article_presence", args=[article.pk]),
        "others": [said(each) for each in present_at([article.pk], timezone.now(), but=person)],
        "asides": asides.select_related("saved_by").defer("snapshot")[:10],
    }
