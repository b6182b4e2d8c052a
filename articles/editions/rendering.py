"""Render an edition for a day: its page, its head and its card. Reads nothing but the edition itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext

from articles.citing.telling import told_about_citing
from articles.editions.marking import Stretch, stretches
from articles.editions.models import Edition
from articles.editions.on_a_day import figure_on
from articles.editions.states import tally
from articles.editions.translated import PLACE
from articles.editions.wording import state_words, tally_words, told_passages
from articles.figures.marks import plain_text
from articles.media.remembering import lead_of, printer
from taxonomy.languages import direction
from taxonomy.models import Kind

WORDS_A_MINUTE = 220
HAN_A_MINUTE = 400
HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Page:
    """What `base.html` puts into the head and into the main column."""

    head_html: str
    page_html: str


def page_on(edition: Edition, day: date) -> Page:
    """The page of an edition as it reads on a day."""
    with translation.override(edition.language):
        context = _context(edition, day)
        return Page(
            head_html=render_to_string("articles/edition/head.html", context).strip(),
            page_html=render_to_string("articles/edition/page.html", context).strip(),
        )


def card_on(edition: Edition, day: date) -> str:
    """The entry of an edition in lists."""
    with translation.override(edition.language):
        context = {
            "edition": edition,
            "url": edition.get_absolute_url(),
            "dir": direction(edition.language),
            "authors": _authors(edition),
            "tally_words": tally_words(tally(edition.figures, day)),
        }
        return render_to_string("articles/edition/card.html", context).strip()


def minutes_to_read(text: str) -> int:
    """At least one; Chinese is counted by characters, since it writes no spaces between words."""
    han = len(HAN.findall(text))
    return max(1, round(len(HAN.sub(" ", text).split()) / WORDS_A_MINUTE + han / HAN_A_MINUTE))


def _authors(edition: Edition) -> list[dict[str, Any]]:
    return [each for each in edition.snapshot["contributors"] if each["role"] == "author"]


def _context(edition: Edition, day: date) -> dict[str, Any]:
    snapshot, words = edition.snapshot, state_words()
    counts = tally(edition.figures, day)
    figures = [figure_on(figure, day, words) for figure in edition.figures]
    by_number = {figure["n"]: figure for figure in figures}
    pieces = stretches(edition.body, edition.figures, day, words, pgettext("figure", "note"))
    revised = [figure for figure in figures if figure["state"] == "revised"]
    text = plain_text(edition.body)
    prefix = "" if edition.language == "en" else f"/{edition.language}"
    description = edition.standfirst[:300] or text[:300]
    return {
        **told_about_citing(edition, figures, prefix=prefix, description=description),
        "edition": edition,
        "url": edition.get_absolute_url(),
        "dir": direction(edition.language),
        "snapshot": snapshot,
        "authors": _authors(edition),
        "stretches": [_stretch(piece, by_number, snapshot.get("images", {})) for piece in pieces],
        "lead": _lead(snapshot),
        "figures": figures,
        "revised": revised,
        "tally_words": tally_words(counts),
        "minutes": minutes_to_read(text),
        "keywords": _by_kind(snapshot["keywords"]),
        "history": [_history(each) for each in reversed(snapshot["history"])],
        "translations_place": mark_safe(PLACE),  # noqa: S308
        "day": day,
        "prefix": prefix,
        "description": description,
    }


def _history(each: Mapping[str, Any]) -> dict[str, Any]:
    kind = Edition.Kind(each["kind"])
    return {
        **each,
        "kind_label": kind.label,
        "published_at": datetime.fromisoformat(each["published_at"]),
        "passages": told_passages(each),
        "open": kind is Edition.Kind.CORRECTION,
    }


def _lead(snapshot: Mapping[str, Any]) -> str:
    lead = lead_of(snapshot)
    if lead is None:
        return ""
    return mark_safe(printer().figure(lead, snapshot["lead"], lead=True))  # noqa: S308 (the printer escapes)


def _stretch(piece: Stretch, by_number: Mapping[int, Any], images: Mapping[str, Any]) -> dict[str, Any]:
    # The body was sanitised on its way in, and everything added to it here is escaped.
    drawn = printer().body(piece.html, images) if "<figure" in piece.html else piece.html
    return {"html": mark_safe(drawn), "notes": [by_number[n] for n in piece.numbers]}  # noqa: S308


def _by_kind(keywords: list[dict[str, Any]]) -> list[dict[str, Any]]:
    groups = []
    for kind in Kind:
        members = [each for each in keywords if each["kind"] == kind.value]
        if members:
            groups.append({"kind": kind.label, "members": members})
    return groups


def day_of_edition(edition: Edition) -> date:
    """The calendar day of publication in the site's time zone."""
    return timezone.localdate(edition.published_at)
