"""Where rows of the catalogue are used by data and by each other."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.observations.models import Observation, Vintage
from taxonomy.models import Keyword
from taxonomy.usage import Place, Usage, declare


def _page(row: Any, person: Any) -> str:
    opts = row._meta
    if not person.has_perm(f"{opts.app_label}.view_{opts.model_name}"):
        return ""
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk])


def _series(row: Series, person: Any) -> Place:
    return Place(row.code, _page(row, person), (row.indicator.label,))


def _indicator(row: Indicator, person: Any) -> Place:
    return Place(row.label, _page(row, person), (row.code,))


def _area(row: Area, person: Any) -> Place:
    return Place(row.label, _page(row, person), (row.code,))


def _release(row: Release, person: Any) -> Place:
    return Place(row.title, _page(row, person), (row.published_on.isoformat(),))


def _observation(row: Observation, person: Any) -> Place:
    return Place(row.reference, _page(row, person))


def _vintage(row: Vintage, person: Any) -> Place:
    return Place(row.observation.reference, _page(row, person), (row.stated_on.isoformat(),))


def _series_by(lookup: str) -> Usage:
    def rows(obj: Any, person: Any) -> QuerySet[Any]:
        return Series.objects.filter(**{lookup: obj}).select_related("indicator").order_by("code")

    return Usage("series", _("series"), rows, _series, "indicators.view_series")


def _indicators_by(lookup: str, name: str, label: Any) -> Usage:
    def rows(obj: Any, person: Any) -> QuerySet[Any]:
        return Indicator.objects.filter(**{lookup: obj}).order_by("code")

    return Usage(name, label, rows, _indicator, "indicators.view_indicator")


def _releases(source: Any, person: Any) -> QuerySet[Any]:
    return Release.objects.filter(source=source).order_by("-published_on", "pk")


def _vintages_of_release(release: Any, person: Any) -> QuerySet[Any]:
    rows = Vintage.objects.filter(release=release).select_related("observation__series")
    return rows.order_by("-stated_on", "-pk")


def _observations(series: Any, person: Any) -> QuerySet[Any]:
    return Observation.objects.filter(series=series).select_related("series").order_by("-period_start", "pk")


def _areas(keyword: Any, person: Any) -> QuerySet[Any]:
    return Area.objects.filter(keyword=keyword).order_by("name")


def declare_usages() -> None:
    """Declare them; once, when the app is ready."""
    declare(
        Source,
        Usage("releases", _("releases"), _releases, _release, "indicators.view_release"),
        _series_by("source"),
    )
    declare(
        Release,
        Usage("vintages", _("vintages"), _vintages_of_release, _vintage, "indicators.view_vintage"),
    )
    changes = _indicators_by("base_indicator", "changes", _("indicators of its changes"))
    declare(Indicator, _series_by("indicator"), changes)
    declare(Unit, _indicators_by("unit", "indicators", _("indicators")), _series_by("unit"))
    declare(Area, _series_by("area"))
    declare(
        Series,
        Usage("observations", _("observations"), _observations, _observation, "indicators.view_observation"),
    )
    declare(
        Keyword,
        _indicators_by("keywords", "indicators", _("indicators")),
        Usage("areas", _("areas"), _areas, _area, "indicators.view_area"),
    )
