"""Which articles quote the figures of some series, and how each quotation stands on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Window
from django.db.models.functions import RowNumber

from articles.editions.models import Edition
from articles.editions.states import entry_on
from articles.figures.models import Quotation
from articles.reading.slices import page_query
from indicators.catalogue.models import Series
from taxonomy.asking.as_of import AsOf

QUOTES_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Quote:
    """One figure in one article."""

    text: str
    period: str
    source: str
    state: str
    title: str
    url: str
    language: str
    published: date


def quotes_of(series: Sequence[Series], asof: AsOf) -> list[Quote]:
    """Quotations in the editions that are current on the day, newest article first. One query.

    A text that prints a figure several times in the same words is told of once, at the first of them.
    """
    alike = Window(RowNumber(), partition_by=["edition", "observation", "text"], order_by="position")
    rows = (
        Quotation.objects.filter(
            observation__series__in=[each.pk for each in series],
            edition__in=Edition.objects.current(asof.moment).values("pk"),
        )
        .annotate(place=alike)
        .filter(place=1)
        .select_related("edition")
        .only(
            "position", "text", "edition__figures", "edition__title", "edition__slug", "edition__language",
            "edition__first_published_at",
        )
        .order_by("-edition__first_published_at", "edition", "position")[:QUOTES_SHOWN]
    )  # fmt: skip
    return [_quote(row, asof) for row in rows]


def _quote(row: Quotation, asof: AsOf) -> Quote:
    edition = row.edition
    figure = next((each for each in edition.figures if each["n"] == row.position), None)
    return Quote(
        text=row.text,
        period=figure["period"] if figure else "",
        source=figure["source"]["code"] if figure else "",
        state=entry_on(figure, asof.day)["state"] if figure else "unbound",
        title=edition.title,
        url=f"{edition.get_absolute_url()}{page_query(asof)}#f{row.position}",
        language=edition.language,
        published=edition.first_published_at,
    )
