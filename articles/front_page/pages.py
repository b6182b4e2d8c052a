"""The editors' page for the front page. Every button works by itself: the form carries what is chosen so far."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.front_page.choosing import (
    chosen_of,
    draft_of,
    named,
    named_figures,
    offered,
    offered_figures,
)
from articles.front_page.draft import Draft
from articles.front_page.forms import SpanForm
from articles.front_page.history import former
from articles.front_page.models import MOST_FIGURES, MOST_PICKS, FrontPage
from articles.front_page.previewing import preview
from articles.front_page.verbs import Chosen, compose, newest_of
from taxonomy.languages import Language

COMPOSE = "articles.compose_frontpage"
LIST = "admin:articles_frontpage_changelist"
TEMPLATE = "admin/articles/frontpage/compose.html"
LONGEST_WORDS = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form was sent with."""

    language: str
    draft: Draft
    done: str
    words: str
    figure_words: str
    seen: int | None
    span: SpanForm


@require_http_methods(["GET", "HEAD", "POST"])
def compose_page(request: HttpRequest) -> HttpResponse:
    """Show the composition of a language, work on it, preview it, and put it on the front page."""
    if not request.user.has_perm(COMPOSE):
        raise PermissionDenied
    now = timezone.now()
    asked = _asked(request, now)
    if asked.done == "preview":
        return _preview(request, asked, now)
    if asked.done in ("compose", "clear"):
        chosen = Chosen() if asked.done == "clear" else chosen_of(asked.draft)
        if answer := _composed(request, asked, chosen, now):
            return answer
    return _page(request, asked, now)


def _asked(request: HttpRequest, now: datetime) -> Asked:
    wanted = request.GET.get("language", "")
    language = wanted if wanted in Language.values else Language.ENGLISH.value
    if request.method != "POST":
        held = FrontPage.objects.of(language).in_force(now).first()
        return Asked(language, draft_of(held), "", "", "", newest_of(language), SpanForm())
    data = request.POST
    lead, seen = data.get("lead", ""), data.get("seen", "")
    picks = tuple(number(each) for each in data.getlist("picked")[: MOST_PICKS * 4])
    figures = tuple(_plain(each)[:200] for each in data.getlist("figure")[: MOST_FIGURES * 4])
    draft = Draft(number(lead) or None, tuple(each for each in picks if each), figures)
    done = data.get("do", "find")
    return Asked(
        language=language,
        draft=draft.after(done),
        done=done,
        words=_plain(data.get("words", ""))[:LONGEST_WORDS],
        figure_words=_plain(data.get("figure_words", ""))[:LONGEST_WORDS],
        seen=number(seen) or None,
        span=SpanForm(data),
    )


def _plain(text: str) -> str:
    """Without what PostgreSQL could not compare with."""
    return text.replace("\0", "")


def number(text: str) -> int:
    """The id that a form sent; 0 where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def address(language: str) -> str:
    """Of the page that composes a language."""
    return f"{reverse(LIST)}?language={language}"


def _composed(request: HttpRequest, asked: Asked, chosen: Chosen, now: datetime) -> HttpResponse | None:
    """Back to the page if it was done; None, with the reason told, if it was not."""
    if not asked.span.is_valid():
        messages.error(request, _("One of the times cannot be read."))
        return None
    span = asked.span.cleaned_data
    try:
        made = compose(
            asked.language, chosen, by=request.user, at=now,
            starts_at=span["starts_at"], ends_at=span["ends_at"], seen=asked.seen,
        )  # fmt: skip
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    if made.starts_at > now:
        when = timezone.localtime(made.starts_at)
        messages.success(
            request, _("The front page changes on %(when)s.") % {"when": f"{when:%Y-%m-%d %H:%M}"}
        )
    elif asked.done == "clear":
        messages.success(request, _("The front page composes itself again."))
    else:
        messages.success(request, _("The front page is composed."))
    return redirect(address(asked.language))


def _preview(request: HttpRequest, asked: Asked, now: datetime) -> HttpResponse:
    starts = asked.span.cleaned_data["starts_at"] if asked.span.is_valid() else None
    return preview(request, asked.language, chosen_of(asked.draft), at=max(starts or now, now))


def _page(request: HttpRequest, asked: Asked, now: datetime) -> HttpResponse:
    draft, language = asked.draft, asked.language
    held = FrontPage.objects.of(language).in_force(now).select_related("composed_by").first()
    stood = list(former(language, now, held))
    articles = named({*draft.articles, *(each.lead for each in stood if each.lead)}, now)
    results = offered(asked.words, language, now)
    context = {
        **admin.site.each_context(request),
        "title": _("Front page"),
        "opts": FrontPage._meta,
        "language": language,
        "languages": Language.choices,
        "held": held,
        "held_is_empty": held is None or draft_of(held).is_empty,
        "coming": FrontPage.objects.of(language).coming(now).select_related("composed_by")[:20],
        "former": [(each, articles.get(each.lead)) for each in stood],
        "seen": newest_of(language) or "",
        "lead": articles.get(draft.lead) if draft.lead else None,
        "picks": [articles[pk] for pk in draft.picks],
        "figures": named_figures(draft.figures),
        "most": {"picks": MOST_PICKS, "figures": MOST_FIGURES},
        "words": asked.words,
        "results": [each for each in results if each.pk not in draft.articles],
        "figure_words": asked.figure_words,
        "figure_results": [
            each
            for each in offered_figures(asked.figure_words, language, now)
            if each.reference not in draft.figures
        ],
        "span": asked.span,
        "done": asked.done,
        "changed": bool(asked.done),
    }
    return TemplateResponse(request, TEMPLATE, context)
