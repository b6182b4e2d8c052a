"""The pages of intake: paste, review, make the article."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from articles.figures.checking import Verdict
from articles.figures.proposing import word_of
from articles.intake.access import clippings_of, concerns, may_take_in
from articles.intake.deciding import SAID_OF_NEW, all_sure, key_of, read_decisions
from articles.intake.formats import Document, Unreadable, read_file, read_words
from articles.intake.forms import ClippingForm, FieldsForm, shown
from articles.intake.layout import recognised
from articles.intake.models import Clipping
from articles.intake.newcomers import MAY as MAY_STATE
from articles.intake.proposing import MOST_FIGURES
from articles.intake.receiving import duplicates_of, receive_clipping
from articles.intake.taking import decide, take_in
from articles.intake.wording import refusal
from indicators.catalogue.models import Indicator

# Verdicts that say something else than what is stored: both are shown side by side.
AGAINST = ("contradicted", "scale", "unit", "period", "other_source")
REVIEW = "admin:articles_clipping_change"


def add_page(request: HttpRequest) -> HttpResponse:
    """Paste or upload. What is there already is told before anything is stored."""
    if not may_take_in(request.user):
        raise PermissionDenied(
            _("You may not take clippings in. Ask an administrator for the role of an author.")
        )
    form = ClippingForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"title": _("Take in a clipping"), "form": form}
    if request.method == "POST" and form.is_valid():
        file, person = form.cleaned_data["file"], request.user
        try:
            document = read_file(file.name, file.read()) if file else read_words(form.cleaned_data["text"])
        except Unreadable as error:
            form.add_error("file" if file else "text", refusal(error))
            return _page(request, "add", context)
        layout = recognised(document)
        there = duplicates_of(document, layout)
        if there.clipping is not None:
            return _there(request, there.clipping)
        if there.articles and not form.cleaned_data["anyway"]:
            own = [each for each in there.articles if concerns(person, each)]
            return _page(
                request,
                "add",
                context | {"alike": own, "others": len(there.articles) - len(own), "kept": _words(document)},
            )
        made = receive_clipping(
            document, layout, name=file.name if file else "", by=person, at=timezone.now()
        )
        return redirect(REVIEW, made.pk)
    return _page(request, "add", context)


def _words(document: Document) -> str:
    return document.text


def _there(request: HttpRequest, clipping: Clipping) -> HttpResponse:
    if clipping not in clippings_of(request.user):
        messages.warning(request, _("Somebody else has taken this text in already. Ask an editor."))
        return redirect("admin:articles_clipping_add")
    messages.info(request, _("This text is here already, with what was decided about it."))
    return redirect(REVIEW, clipping.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def review_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The text with its figures, a card for each, and the fields. POST keeps the decisions, or makes the article."""
    person: Any = request.user
    if not may_take_in(person):
        raise PermissionDenied
    clipping = clippings_of(person).filter(pk=pk).first()
    if clipping is None:
        raise Http404(pk)
    form = FieldsForm(request.POST or None, initial=shown(clipping.fields))
    if request.method == "POST" and form.is_valid():
        try:
            return _kept(request, clipping, form)
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
    decided = read_decisions(clipping, request.POST) if request.method == "POST" else clipping.decisions
    cards = [_card(n, figure, decided) for n, figure in enumerate(clipping.figures, 1)]
    return _page(
        request,
        "review",
        {
            "title": clipping.title or _("Clipping"),
            "clipping": clipping,
            "form": form,
            "guessed": [form[name].label for name in clipping.fields["guessed"] if name in form.fields],
            "blocks": list(_blocks(clipping)),
            "cards": cards,
            "cut": MOST_FIGURES if len(cards) == MOST_FIGURES else 0,
            "open": sum(not card["chosen"] for card in cards),
            "may_state": person.has_perm(MAY_STATE),
        },
    )


def _kept(request: HttpRequest, clipping: Clipping, form: FieldsForm) -> HttpResponse:
    decisions = all_sure(clipping) if "_sure" in request.POST else {}
    decide(clipping, decisions | read_decisions(clipping, request.POST), form.cleaned_data)
    if "_make" not in request.POST:
        n = len(clipping.decisions)
        messages.success(
            request, ngettext("%(n)d decision is kept.", "%(n)d decisions are kept.", n) % {"n": n}
        )
        return redirect(REVIEW, clipping.pk)
    article = take_in(clipping, by=request.user, at=timezone.now())
    messages.success(request, _("The article is made from the clipping. Nothing of it is public."))
    return redirect("admin:articles_article_change", article.pk)


def _blocks(clipping: Clipping) -> Iterator[dict[str, Any]]:
    """Each block cut into words and figures."""
    numbered: dict[int, list[tuple[int, dict[str, Any]]]] = {}
    for n, figure in enumerate(clipping.figures, 1):
        numbered.setdefault(figure["block"], []).append((n, figure))
    start = 0
    for number, block in enumerate(clipping.blocks):
        parts: list[tuple[str, int, dict[str, Any] | None]] = []
        at = 0
        for n, figure in numbered.get(number, []):
            first, last = figure["start"] - start, figure["end"] - start
            parts += [(block["text"][at:first], 0, None), (block["text"][first:last], n, figure)]
            at = last
        parts.append((block["text"][at:], 0, None))
        left_out = block["role"] in ("contact", "form", "keywords", "citation", "byline", "dateline")
        yield {"role": block["role"], "parts": parts, "left_out": left_out}
        start += len(block["text"]) + 2


def _card(n: int, figure: dict[str, Any], decided: dict[str, Any]) -> dict[str, Any]:
    place = key_of(figure)
    decision = decided.get(place, {})
    chosen = decision.get("reference") or decision.get("verb", "")
    first = figure["candidates"][:1]
    offered = [each["reference"] for each in figure["candidates"]]
    words = [word_of(Verdict(each["verdict"])) if each["verdict"] else "" for each in figure["candidates"]]
    candidates = [each | {"word": word} for each, word in zip(figure["candidates"], words, strict=True)]
    likely = figure.get("likely", figure["sure"])
    return {
        **figure,
        "n": n,
        "kind_word": Indicator.Kind(figure["kind"]).label if figure["kind"] in Indicator.Kind else _("Ratio"),
        "best": candidates[:1],
        "others": candidates[1:],
        "aside": chosen in [*offered[1:], "new"] or bool(chosen and chosen not in [*offered, "reject"]),
        "against": first[0] if first and not likely and first[0]["verdict"] in AGAINST else None,
        "new": {name: decision.get(name, figure[name]) for name in SAID_OF_NEW},
        "place": place,
        "chosen": chosen if chosen in [*offered, "reject", "new", ""] else "other",
        "other": chosen if chosen not in [*offered, "reject", "new"] else "",
        "reason": decision.get("reason", ""),
    }


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    shared = {**admin.site.each_context(request), "opts": Clipping._meta}
    return TemplateResponse(request, f"admin/articles/clipping/{name}.html", {**shared, **context})
