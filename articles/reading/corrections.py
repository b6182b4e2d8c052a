"""Where we were wrong, and where a source changed its figures after we had quoted them: two things, kept apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editions.models import Edition, Withdrawal
from articles.editions.wording import told_passages
from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.revised import revised_figures
from taxonomy.asking.as_of import AsOf

REVISED_SHOWN = 200
ENTRIES_OF_A_YEAR = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record."""

    at: datetime
    kind: str
    title: str
    note: str
    url: str
    number: int | None
    language: str = ""
    earlier: int | None = None
    passages: Sequence[Mapping[str, Any]] = ()


@public_page
@kept
def corrections(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Revised figures, then corrections, clarifications, updates and withdrawals of a year. Five queries."""
    ours = Edition.objects.published(asof.moment).after_the_first()
    gone = Withdrawal.objects.in_force(asof.moment)
    years = _years(ours, gone)
    year = _asked_year(request.GET.get("year", ""), years)
    revised = revised_figures(asof, limit=REVISED_SHOWN)
    entries = _entries(ours, gone, year) if year else []
    context = {
        "section": "corrections",
        "asof": asof,
        "revised": revised,
        "years": years,
        "year": year,
        "entries": entries,
        "counts": _counts(entries),
    }
    return render(request, "articles/corrections.html", context)


def _years(ours: QuerySet[Any], gone: QuerySet[Withdrawal]) -> list[int]:
    """The years in which there is something to tell, newest first."""
    told: set[date] = {moment.date() for moment in ours.datetimes("published_at", "year")}
    told |= {moment.date() for moment in gone.datetimes("at", "year")}
    return sorted({day.year for day in told}, reverse=True)


def _asked_year(text: str, years: list[int]) -> int | None:
    """The year that was asked for, if there is something to tell of it; else the newest."""
    if text.isascii() and text.isdigit() and len(text) == 4 and int(text) in years:
        return int(text)
    return years[0] if years else None


def _entries(ours: QuerySet[Any], gone: QuerySet[Withdrawal], year: int) -> list[Entry]:
    zone = timezone.get_default_timezone()
    start, end = datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    editions = ours.filter(published_at__gte=start, published_at__lt=end).order_by("-published_at", "-pk")
    editions = editions.only("kind", "published_at", "title", "public_note", "slug", "language", "number")
    editions = editions.annotate(history=F("snapshot__history"))
    withdrawals = gone.filter(at__gte=start, at__lt=end).order_by("-at")
    told = [_of_edition(each) for each in editions[:ENTRIES_OF_A_YEAR]]
    told += [
        Entry(at=each.at, kind="withdrawal", title=each.title, note=each.reason, url="", number=None)
        for each in withdrawals[:ENTRIES_OF_A_YEAR]
    ]
    return sorted(told, key=lambda entry: entry.at, reverse=True)


def _of_edition(edition: Any) -> Entry:
    return Entry(
        at=edition.published_at,
        kind=edition.kind,
        title=edition.title,
        note=edition.public_note,
        url=edition.get_absolute_url(),
        number=edition.number,
        language=edition.language,
        earlier=edition.history[-2]["number"] if len(edition.history) > 1 else None,
        passages=told_passages(edition.history[-1]) if edition.kind == Edition.Kind.CORRECTION else (),
    )


def _counts(entries: list[Entry]) -> list[tuple[str, int]]:
    words = {
        "correction": _("Corrections"),
        "clarification": _("Clarifications"),
        "update": _("Updates"),
        "withdrawal": _("Withdrawals"),
    }
    return [(word, sum(entry.kind == kind for entry in entries)) for kind, word in words.items()]
