"""Filters for figures and names on the pages of indicators, keywords and sources."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.reading.frame import prefix_of
from articles.reading.indicator_panels import Cell, Column
from indicators.observations.known import Known
from indicators.observations.models import Vintage
from indicators.observations.printing import scale_word
from indicators.observations.stated import as_printed, note_of
from taxonomy.languages import direction, language_tag

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@register.filter
def address(thing: Any) -> str:
    """Where a keyword, indicator or source is found in the language of the page."""
    return f"{prefix_of(_language())}{thing.get_absolute_url()}"


@register.filter
def named(thing: Any) -> SafeString:
    """The name in the language of the page; where it is only known in English, marked as English."""
    label = str(thing.label)
    if label == thing.name and _language() != "en":
        return format_html('<bdi lang="en" dir="ltr">{}</bdi>', label)
    return format_html("{}", label)


@register.filter
def html_lang(code: str) -> str:
    """The value of the attribute `lang`."""
    return language_tag(code)


@register.filter
def text_direction(code: str) -> str:
    """The value of the attribute `dir`."""
    return direction(code)


@register.filter
def with_unit(vintage: Vintage) -> str:
    """A statement as printed, with its unit. The observation carries its series."""
    return as_printed(vintage, vintage.observation.series.unit, _language())


@register.filter
def latest(known: Known) -> str:
    """What is known last of a series, with its unit."""
    return as_printed(known.latest, known.series.unit, _language()) if known.latest else ""


@register.filter
def latest_is_revised(known: Known) -> bool:
    return known.is_revised(known.periods[-1])


@register.filter
def in_cell(cell: Cell) -> str:
    """A figure in a column that has the scale and the unit in its head."""
    if cell.vintage is None:
        return ""
    return as_printed(cell.vintage, None, _language(), scale=cell.column.scale is None)


@register.filter
def column_scale(column: Column) -> str:
    """What the head of a column says after the source: “million”, “%”, or nothing."""
    unit = column.known.series.unit
    sign = "%" if unit.code == "percent" else ""
    return " ".join(part for part in (scale_word(column.scale or 0, _language()), sign) if part)


@register.filter
def note(vintage: Vintage) -> str:
    """“preliminary”, or nothing."""
    return note_of(vintage)
