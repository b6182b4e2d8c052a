"""What stood on the front page, in the words of the form: when, by whom, and what it led with."""

from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.front_page.models import LEAD, FrontPage, FrontPageArticle, FrontPageFigure

SHOWN = 20


def former(language: str, at: datetime, held: FrontPage | None) -> QuerySet[Any]:
    """The newest compositions whose time has come, without the one that is held: `lead`, `n_picks`, `n_figures`."""
    articles = FrontPageArticle.objects.filter(front_page=OuterRef("pk")).order_by()
    figures = FrontPageFigure.objects.filter(front_page=OuterRef("pk")).order_by()
    stood = FrontPage.objects.of(language).stood(at).exclude(pk__in=[held.pk] if held else [])
    told: QuerySet[Any] = stood.select_related("composed_by").annotate(
        lead=Subquery(articles.filter(position=LEAD).values("article")),
        n_picks=_number(articles.exclude(position=LEAD)),
        n_figures=_number(figures),
    )
    return told[:SHOWN]


def _number(rows: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(rows.values("front_page").annotate(n=Count("pk")).values("n")), 0)
