"""What the article form shows around its fields: state, figures, what stands in the way, editions, history."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.figures.panel import panel_of
from articles.house.panel import house_panel
from articles.notes.listing import notes_of
from articles.previews.admin import links_panel
from articles.revisions.models import Revision
from articles.revisions.panel import writing_panel
from articles.workflow.blockers import Problem, problems_beside_figures
from articles.workflow.next_step import steps_of
from articles.workflow.permissions import refusal
from articles.workflow.planned import planned_for
from articles.writing import states
from articles.writing.forms import ArticleForm
from articles.writing.models import Article
from articles.writing.sanitising import MOST_CHARACTERS
from articles.writing.tag_form import tools_of

MOST_REVISIONS = 50
# A note is asked for on the page for publishing, not in the form.
LATER = {"no-note", "kind", "scheduled", "before-last"}


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of one article, for the line above the tabs and for the buttons."""

    state: str
    badge: str
    label: str
    live: Edition | None
    scheduled: Edition | None


def page_of(form: ArticleForm, article: Article | None, request: HttpRequest) -> dict[str, Any]:
    """The context of the page, for a form that may hold text not yet stored."""
    now = timezone.now()
    body = form["body"].value() or "" if "body" in form.fields else article.body if article else ""
    language = str(form["language"].value() or "en") if "language" in form.fields else "en"
    # A text that is too long to be read is told by its field; the panel stays empty then.
    panel = panel_of(body if len(body) <= MOST_CHARACTERS else "", language, timezone.localdate(now))
    page: dict[str, Any] = {
        "panel": panel,
        "panel_data": panel.as_data(),
        "article_language": language,
        "house": house_panel(body, language, request.get_host()),
        "editor_words": editor_words(),
        "problems": [],
        "problem_count": 0,
        "now": now,
        "writing": writing_panel(article, request),
        "previews": links_panel(article, request),
        "keyword_tools": tools_of(request, article),
    }
    if article is not None and article.pk:
        page |= _stored(article, request)
    return page


def _stored(article: Article, request: HttpRequest) -> dict[str, Any]:
    now = timezone.now()
    may_publish = not refusal(request.user, "publish", article)
    editions = list(Edition.objects.filter(article=article.pk).light().order_by("-number"))
    problems = before_publishing(article, len(editions))
    kept = Revision.objects.filter(article=article.pk).select_related("saved_by").defer("snapshot")
    revisions = list(kept[:MOST_REVISIONS])
    return {
        "standing": standing_of(article, editions),
        "editions": editions,
        "revisions": revisions,
        "compare_from": _before_last(revisions),
        "problems": problems,
        "problem_count": len(problems),
        "may_publish": may_publish,
        **steps_of(request.user, article),
        "notes": notes_of(request.user, article),
        "saved_at": article.updated_at,
        "now": now,
        "planned": planned_for(article, request.user, now),
    }


def _before_last(revisions: list[Revision]) -> Revision | None:
    """What one compares the text with, unless one says otherwise: the last is as a rule the text itself."""
    saved = [each for each in revisions if each.kind != Revision.Kind.ASIDE]
    return next(iter(saved[1:] or saved or revisions), None)


def before_publishing(article: Article, editions: int) -> list[Problem]:
    """The errors that the form can mend, apart from figures: the panel tells those as they are now."""
    kind = Edition.Kind.UPDATE if editions else Edition.Kind.FIRST
    problems = problems_beside_figures(article, at=timezone.now(), kind=kind, note="")
    return [each for each in problems if each.severity == "error" and each.code not in LATER]


def standing_of(article: Article, editions: list[Edition]) -> Standing:
    """Where the article stands now."""
    now = timezone.now()
    state = states.state_of(article, now).state
    current = [each for each in editions if each.published_at <= now and each.withdrawn_at is None]
    coming = [each for each in editions if each.published_at > now]
    return Standing(
        state=state,
        badge=states.BADGES.get(state, state),
        label=str(states.STATES[state]),
        live=current[0] if current and state != states.WITHDRAWN else None,
        scheduled=coming[0] if coming else None,
    )


def editor_words() -> dict[str, Any]:
    """The labels of the toolbar, and what stands at a picture in the text."""
    return {
        "toolbar": _("Text"),
        "heading": _("Heading"),
        "subheading": _("Subheading"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "link": _("Link"),
        "quote": _("Quote"),
        "list": _("List"),
        "numbered": _("Numbered list"),
        "figure": _("Insert figure"),
        "note": _("Note"),
        "image": _("Image"),
        "images": {
            "change": _("Change image…"),
            "decorative": _("Decorative."),
            "missing": _("No alternative text yet."),
            "unknown": _("There is no such image any more."),
        },
        "undo": _("Undo"),
        "redo": _("Redo"),
    }
