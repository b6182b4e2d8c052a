"""The one next step for this person, and the others that are open: buttons of the form that save, then do the verb."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.workflow.models import Transition
from articles.workflow.permissions import refusal
from articles.workflow.verb_pages import PAGES
from articles.writing.models import Article
from articles.writing.stages import Stage

SAVING = ("submit", "approve")
OTHERS = ("submit", "approve", "request_changes", "reopen", "assign", "plan", "replies", "trash")


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one filled button of the bar: the name it posts, and what it says. Without one, Save is filled."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Step:
    """A page of a verb."""

    verb: str
    label: str
    url: str


def steps_of(user: Any, article: Article) -> dict[str, Any]:
    """What the bar and the settings of the article form show: `next_step`, `steps`, and what was asked for."""
    open_to = [verb for verb in OTHERS if not refusal(user, verb, article)]
    publishing = reverse("admin:articles_article_publish", args=[article.pk])
    further = [] if refusal(user, "publish", article) else [Step("publish", _("Publish…"), publishing)]
    return {
        "next_step": _next(user, article, open_to),
        "steps": [
            Step(
                verb, str(PAGES[verb].title), reverse("admin:articles_article_verb", args=[article.pk, verb])
            )
            for verb in open_to
        ]
        + further,
        "asked_changes": _asked(article),
    }


def _next(user: Any, article: Article, open_to: list[str]) -> NextStep | None:
    if article.stage == Stage.IN_REVIEW and "approve" in open_to:
        return NextStep("_approve", _("Approve"))
    if not refusal(user, "publish", article):
        return NextStep("_publish", _("Publish…"))
    return NextStep("_submit", _("Submit for review")) if "submit" in open_to else None


def _asked(article: Article) -> Transition | None:
    if article.stage != Stage.CHANGES_REQUESTED:
        return None
    rows = Transition.objects.filter(article=article.pk, verb=Transition.Verb.REQUEST_CHANGES)
    return rows.select_related("by").first()


def asked_verb(request: HttpRequest) -> str:
    """The verb whose button sent the form, if any."""
    return next((verb for verb in SAVING if f"_{verb}" in request.POST), "")


def do_after_saving(request: HttpRequest, article: Article, verb: str) -> None:
    """Do it, or say why not: the text is saved either way."""
    try:
        PAGES[verb].do(article, by=request.user, at=timezone.now())
    except ValidationError as error:
        messages.warning(request, " ".join([_("The text is saved."), *error.messages]))
    else:
        messages.success(request, PAGES[verb].done)
