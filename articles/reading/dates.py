"""Days as readers write them, in each language of the site."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date
from django.utils import timezone

LOCALES = {"en": "en_GB", "ur": "ur", "zh-hans": "zh_Hans"}
LONG = {"zh-hans": "y年M月d日"}
MONTH = {"zh-hans": "y年M月"}
WITH_WEEKDAY = {"zh-hans": "y年M月d日EEEE"}


def site_day(moment: date | datetime) -> date:
    """The calendar day of a moment in the site's time zone; a day stays what it is."""
    return timezone.localdate(moment) if isinstance(moment, datetime) else moment


@lru_cache(maxsize=4096)
def _written(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=LOCALES.get(language, "en_GB"))


def day_in_words(day: date, language: str) -> str:
    """“2 October 2024”."""
    return _written(day, LONG.get(language, "d MMMM y"), language)


def day_with_weekday(day: date, language: str) -> str:
    """“Wednesday 2 October 2024”."""
    return _written(day, WITH_WEEKDAY.get(language, "EEEE d MMMM y"), language)


def short_day(day: date, language: str) -> str:
    """“2 Oct 2024”, for notes; languages without short months write the whole one."""
    return _written(day, "d MMM y" if language == "en" else LONG.get(language, "d MMMM y"), language)


def month_in_words(day: date, language: str) -> str:
    """“October 2024”."""
    return _written(day, MONTH.get(language, "MMMM y"), language)


def month_name(day: date, language: str) -> str:
    """“October”."""
    return _written(day, "LLLL", language)


def issued_in_words(issued: str, language: str) -> str:
    """A date of year, month or day precision as the reader writes it: 2024, 2024-03 or 2024-03-31."""
    match issued.count("-"):
        case 0:
            return issued
        case 1:
            return month_in_words(date.fromisoformat(f"{issued}-01"), language)
        case _:
            return day_in_words(date.fromisoformat(issued), language)
