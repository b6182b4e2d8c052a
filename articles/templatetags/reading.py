"""Filters for dates and small words on public pages."""

from datetime import date, datetime

from django import template
from django.utils.translation import get_language

from articles.reading import dates

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> str:
    """“2 October 2024”, in the language of the page."""
    return dates.day_in_words(dates.site_day(value), get_language() or "en") if value else ""


@register.filter
def short_day(value: date | datetime | None) -> str:
    """“2 Oct 2024”, in the language of the page."""
    return dates.short_day(dates.site_day(value), get_language() or "en") if value else ""


@register.filter
def month(value: date | datetime) -> str:
    """“October 2024”, in the language of the page."""
    return dates.month_in_words(dates.site_day(value), get_language() or "en")


@register.filter
def month_name(value: date | datetime) -> str:
    """“October”, in the language of the page."""
    return dates.month_name(dates.site_day(value), get_language() or "en")


@register.filter
def iso(value: date | datetime | None) -> str:
    """“2024-10-02”, the day in the site's time zone."""
    return dates.site_day(value).isoformat() if value else ""


@register.filter(expects_localtime=True)
def moment(value: datetime) -> str:
    """“2024-10-02T09:00:00+05:00”, to the second: HTML takes three digits of a fraction, and a database keeps six."""
    return value.isoformat(timespec="seconds")


@register.filter
def issued(value: str) -> str:
    """A date of year, month or day precision, in the language of the page."""
    return dates.issued_in_words(value, get_language() or "en") if value else ""


@register.filter
def shortened(text: str, most: int) -> str:
    """At most so many letters, cut between words where there are any."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    whole, blank, rest = cut.rpartition(" ")
    return f"{(whole if blank and len(rest) < most // 4 else cut).rstrip(' ,;:.')}…"
