"""Filters that refuse what they cannot read. Each says in `documented` how it looks in the OpenAPI schema."""

import re
from datetime import date, datetime, time
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
YEAR = re.compile(r"[0-9]{4}\Z")


def read_day(text: str) -> date:
    """A calendar day in its one form.

    Raises:
        ValidationError: anything else.
    """
    try:
        if not DAY.match(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValidationError("Write a day such as 2024-05-01.") from error


# Nearer to the ends of the calendar a moment has no equivalent in UTC. Nothing was published that early or late.
EARLIEST, LATEST = date(1, 1, 2), date(9999, 12, 30)


def start_of(day: date) -> datetime:
    """The first moment of a day in the site's time zone."""
    return timezone.make_aware(datetime.combine(max(day, EARLIEST), time.min))


def end_of(day: date) -> datetime:
    """The last moment of a day in the site's time zone."""
    return timezone.make_aware(datetime.combine(min(day, LATEST), time.max))


class AskedFilters(django_filters.FilterSet):
    """A set of filters of which only those that are asked for are made ready: most requests ask for one or two.

    `asked` is set by the endpoint, for filters that depend on the day.
    """

    asked: Any = None
    base_filters: dict[str, Any]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        self.base_filters = {
            name: each for name, each in type(self).base_filters.items() if name in (data or {})
        }
        super().__init__(data, *args, **kwargs)


class DayField(forms.CharField):
    def to_python(self, value: Any) -> Any:
        return read_day(value) if value else None


class YearField(forms.CharField):
    def to_python(self, value: Any) -> Any:
        if not value:
            return None
        if not YEAR.match(value) or value == "0000":
            raise ValidationError("Write a year such as 2024.")
        return int(value)


class TextFilter(django_filters.CharFilter):
    documented: ClassVar[dict[str, Any]] = {"type": "string", "minLength": 1}


class OneOfFilter(django_filters.ChoiceFilter):
    """One of a closed list."""

    @property
    def documented(self) -> dict[str, Any]:
        return {"type": "string", "enum": self.allowed}

    @property
    def allowed(self) -> list[str]:
        return [str(value) for value, _label in self.extra["choices"]]


class DayFilter(django_filters.Filter):
    field_class = DayField
    documented: ClassVar[dict[str, Any]] = {"type": "string", "format": "date"}


class FromDayFilter(DayFilter):
    """From the first moment of the day on."""

    def filter(self, qs: Any, value: Any) -> Any:
        return qs if value is None else qs.filter(**{f"{self.field_name}__gte": start_of(value)})


class ToDayFilter(DayFilter):
    """Until the last moment of the day."""

    def filter(self, qs: Any, value: Any) -> Any:
        return qs if value is None else qs.filter(**{f"{self.field_name}__lte": end_of(value)})


class YearFilter(django_filters.Filter):
    field_class = YearField
    documented: ClassVar[dict[str, Any]] = {
        "type": "string",
        "pattern": "^[0-9]{4}$",
        "not": {"const": "0000"},
    }
