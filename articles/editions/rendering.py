"""Render an edition for a day: its page, its head and its card. Reads nothing but the edition itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext

from articles.citing.telling import told_about_citing
from articles.editions.fitting import have_room
from articles.editions.headings import anchored, contents
from articles.editions.marking import Stretch, stretches
from articles.editions.models import Edition
from articles.editions.on_a_day import figure_on
from articles.editions.record import last_correction, record_of
from articles.editions.sharing import share_links
from articles.editions.states import tally
from articles.editions.translated import ORIGINAL_PLACE, PLACE, translated_from
from articles.editions.wording import state_words, tally_words
from articles.figures.marks import plain_text
from articles.media.remembering import lead_of, printer
from articles.related.showing import CARRY
from articles.related.showing import PLACE as RELATED_PLACE
from taxonomy.languages import direction, language_tag
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


def entry_of(edition: Edition) -> str:
    """The entry of an edition in lists of related articles."""
    with translation.override(edition.language):
        context = {
            "edition": edition,
            "snapshot": edition.snapshot,
            "url": edition.get_absolute_url(),
            "carry": mark_safe(CARRY),  # noqa: S308
            "lang": language_tag(edition.language),
            "direction": direction(edition.language),
        }
        return render_to_string("articles/edition/entry.html", context).strip()


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
    revised = [figure for figure in figures if figure["state"] == "revised"]
    text = plain_text(edition.body)
    prefix = "" if edition.language == "en" else f"/{edition.language}"
    description = edition.standfirst[:300] or text[:300]
    return {
        **told_about_citing(edition, figures, prefix=prefix, description=description),
        **_text(edition, figures, day, words),
        "edition": edition,
        "url": edition.get_absolute_url(),
        "dir": direction(edition.language),
        "snapshot": snapshot,
        "authors": _authors(edition),
        "source_link": _source_link(snapshot, prefix),
        "translated": translated_from(snapshot, edition.language),
        "corrected": last_correction(snapshot["history"]),
        "share": share_links(edition.title, edition.get_absolute_url()),
        "related_place": mark_safe(RELATED_PLACE),  # noqa: S308
        "lead": _lead(snapshot),
        "figures": figures,
        "revised": revised,
        # A text may print the same figure many times; the box says once what has become of it.
        "revised_once": list({figure["observation"]: figure for figure in reversed(revised)}.values())[::-1],
        "tally_words": tally_words(counts),
        "minutes": minutes_to_read(text),
        "keywords": _by_kind(snapshot["keywords"]),
        "history": record_of(snapshot["history"]),
        "translations_place": mark_safe(PLACE),  # noqa: S308
        "original_place": mark_safe(ORIGINAL_PLACE),  # noqa: S308
        "day": day,
        "prefix": prefix,
        "description": description,
    }


def _text(
    edition: Edition, figures: Sequence[dict[str, Any]], day: date, words: Mapping[str, str]
) -> dict[str, Any]:
    """The body in stretches, what its notes have to do with them, and its table of contents."""
    by_number = {figure["n"]: figure for figure in figures}
    body, headings = anchored(edition.body)
    pieces = stretches(body, edition.figures, day, words, pgettext("figure", "note"))
    drawn = [_stretch(piece, by_number, day, edition, last=piece is pieces[-1]) for piece in pieces]
    noted = [each for each in drawn if each["notes"] or each["gathered"]]
    return {
        "stretches": drawn,
        "gathered": [figure for each in noted for figure in each["gathered"]],
        # What stands first on paper, where notes are in two places.
        "gathered_first": bool(noted and noted[0]["gathered"]),
        "contents": contents(headings),
    }


def _source_link(snapshot: Mapping[str, Any], prefix: str) -> str:
    """The newspaper, with the way to the original where its address is known, else to its own page here."""
    publication = snapshot["publication"]
    if not publication:
        return ""
    if snapshot["url"]:
        return format_html(
            '<a href="{}" rel="external"><bdi>{}</bdi></a>', snapshot["url"], publication["title"]
        )
    page = f"{prefix}/publications/{publication['slug']}/"
    return format_html('<a class="unlink" href="{}"><bdi>{}</bdi></a>', page, publication["title"])


def _lead(snapshot: Mapping[str, Any]) -> str:
    lead = lead_of(snapshot)
    if lead is None:
        return ""
    return mark_safe(printer().figure(lead, snapshot["lead"], lead=True))  # noqa: S308 (the printer escapes)


def _stretch(
    piece: Stretch, by_number: Mapping[int, Any], day: date, edition: Edition, *, last: bool
) -> dict[str, Any]:
    # The body was sanitised on its way in, and everything added to it here is escaped.
    images = edition.snapshot.get("images", {})
    drawn = printer().body(piece.html, images) if "<figure" in piece.html else piece.html
    notes = [by_number[n] for n in piece.numbers]
    beside = have_room(piece.html, notes, day, edition.language, last=last)
    return {
        "html": mark_safe(drawn),  # noqa: S308
        "notes": notes if beside else [],
        "gathered": [] if beside else notes,
        "told": [] if beside else [each for each in notes if each["state"] != "holds"],
    }


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
