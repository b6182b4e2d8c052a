"""Figures of the week that editors chose: observations, told as their sources state them on the day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Q

from articles.figures.describing import words_of_vintage
from articles.reading.numbers import Number, unit_beside
from indicators.observations.models import Observation, Vintage
from indicators.observations.stated import same_statement


def chosen_numbers(observations: Sequence[int], day: date, language: str) -> list[Number]:
    """These observations in their order; one of which nothing is stated by the day is left out. Two queries."""
    rows = Observation.objects.select_related(
        "series__indicator", "series__area", "series__unit", "series__source"
    ).in_bulk(observations)
    wanted = [rows[pk] for pk in observations if pk in rows]
    stated = _stated(wanted, day)
    told = (_number(each, stated, language) for each in wanted)
    return [each for each in told if each]


def _stated(wanted: Iterable[Observation], day: date) -> dict[Observation, list[Vintage]]:
    """Every statement by the day about these, about the same of other sources, and about their published changes."""
    asked = Q(pk__in=())
    for each in wanted:
        series = each.series
        measured = Q(observation__series__indicator=series.indicator)
        change = Q(observation__series__indicator__base_indicator=series.indicator)
        same = Q(observation__period=each.period, observation__series__area=series.area)
        asked |= same & (measured | change)
    found: dict[Observation, list[Vintage]] = {}
    for vintage in Vintage.objects.filter(asked).stated_by(day).with_catalogue().in_order():
        found.setdefault(vintage.observation, []).append(vintage)
    # What its source has taken back, or never stated, is nothing to show.
    return {each: stated for each, stated in found.items() if _states(stated[-1])}


def _states(vintage: Vintage) -> bool:
    return vintage.value is not None or vintage.low is not None


def _number(asked: Observation, stated: Mapping[Observation, list[Vintage]], language: str) -> Number | None:
    own = stated.get(asked)
    if not own:
        return None
    series, now = asked.series, own[-1]
    printed = words_of_vintage(now, language)
    first = next(each for each in own if _states(each))
    beside = [
        each for each in stated if each.period == asked.period and each.series.area_id == series.area_id
    ]
    changes = [
        each
        for each in beside
        if each.series.indicator.base_indicator_id == series.indicator_id
        and each.series.source_id == series.source_id
    ]
    others = [
        each
        for each in beside
        if each.series.indicator_id == series.indicator_id and each.series.source_id != series.source_id
    ]
    return Number(
        indicator={
            "code": series.indicator.code,
            "name": series.indicator.label,
            "short_name": series.indicator.short_label,
        },
        printed=printed,
        unit=unit_beside(printed, series.unit.label),
        period=asked.period,
        area=series.area.label,
        change=words_of_vintage(stated[changes[0]][-1], language) if changes else "",
        revised_from="" if same_statement(first, now) else words_of_vintage(first, language),
        source={"slug": series.source.slug, "code": series.source.code},
        other=_other(stated[others[0]][-1], language) if others else None,
        series=series.code,
    )


def _other(vintage: Vintage, language: str) -> dict[str, Any]:
    source = vintage.observation.series.source
    return {"source": {"code": source.code}, "printed": words_of_vintage(vintage, language)}
