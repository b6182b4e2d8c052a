"""Filters of the list of articles. Several values of one filter mean "one of them"."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition
from articles.listing.spans import Span, span_of
from articles.writing import states
from articles.writing.models import Article
from taxonomy.languages import Language

MATCH = "match"


class ManyFilter(admin.SimpleListFilter):
    """Choices that are switched on and off one by one."""

    template = "admin/articles/article/many_filter.html"

    def chosen(self) -> list[str]:
        """The values in use that exist, in the order of the choices."""
        asked = set((self.value() or "").split(","))
        return [str(value) for value, _name in self.lookup_choices if str(value) in asked]

    def choices(self, changelist: Any) -> Iterator[Any]:
        chosen = self.chosen()
        yield {
            "selected": not chosen,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "display": _("All"),
        }
        for value, name in self.lookup_choices:
            toggled = [each for each in chosen if each != value] if value in chosen else [*chosen, value]
            new = {self.parameter_name: ",".join(toggled)} if toggled else {}
            yield {
                "selected": value in chosen,
                "query_string": changelist.get_query_string(new, [self.parameter_name]),
                "display": name,
            }


class StateFilter(ManyFilter):
    """Where the article stands."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return list(states.STATES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.chosen()
        return states.in_states(queryset, chosen, timezone.now()) if chosen else queryset


class LanguageFilter(ManyFilter):
    """The language of the working copy."""

    title = _("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return list(Language.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.chosen()
        return queryset.filter(language__in=chosen) if chosen else queryset


class WhoseFilter(ManyFilter):
    """Whose article it is, seen from the person who asks."""

    title = _("whose")
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [
            ("begun", _("Begun by me")),
            ("assigned", _("Assigned to me")),
            ("nobody", _("Assigned to nobody")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        meant = {
            "begun": Q(created_by=request.user.pk),
            "assigned": Q(assigned_to=request.user.pk),
            "nobody": Q(assigned_to=None),
        }
        wanted = Q()
        for each in self.chosen():
            wanted |= meant[each]
        return queryset.filter(wanted)


class SpanFilter(admin.SimpleListFilter):
    """Days relative to today. A column of days is compared by the day, one of moments from midnight to midnight."""

    column: str
    moments = False

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        span = span_of(self.value() or "", timezone.localdate())
        return queryset if span is None else self.within(queryset, self.bounds(span))

    def bounds(self, span: Span) -> dict[str, Any]:
        """The conditions on the column."""
        if not self.moments:
            limits = {"gte": span.first, "lte": span.last}
        else:
            limits = {
                "gte": _midnight(span.first) if span.first else None,
                "lt": _midnight(span.last, after=1) if span.last else None,
            }
        return {f"{self.column}__{name}": limit for name, limit in limits.items() if limit}

    def within(self, queryset: QuerySet[Any], bounds: dict[str, Any]) -> QuerySet[Any]:
        return queryset.filter(**bounds)


class ChangedFilter(SpanFilter):
    """When the working copy was saved last."""

    title = _("changed")
    parameter_name = "changed"
    column, moments = "updated_at", True

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [
            ("today", _("Today")),
            ("last-7", _("In the last 7 days")),
            ("last-30", _("In the last 30 days")),
            ("this-year", _("This year")),
            ("older-30", _("Not for 30 days")),
            ("older-365", _("Not for a year")),
        ]


class PublishedFilter(SpanFilter):
    """When an edition of the article came out, whichever it was."""

    title = _("published on")
    parameter_name = "published"
    column, moments = "published_at", True

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [
            ("today", _("Today")),
            ("last-7", _("In the last 7 days")),
            ("last-30", _("In the last 30 days")),
            ("this-month", _("This month")),
            ("this-year", _("This year")),
        ]

    def within(self, queryset: QuerySet[Any], bounds: dict[str, Any]) -> QuerySet[Any]:
        out = Edition.objects.filter(published_at__lte=timezone.now(), **bounds)
        return queryset.filter(pk__in=out.values("article"))


class DueFilter(SpanFilter):
    """When the article is due."""

    title = _("due")
    parameter_name = "due"
    column = "due_on"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [
            ("overdue", _("Overdue")),
            ("next-7", _("In the next 7 days")),
            ("next-30", _("In the next 30 days")),
        ]


class PlannedFilter(SpanFilter):
    """For when the article is planned."""

    title = _("planned for")
    parameter_name = "planned"
    column = "planned_for"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [
            ("today", _("Today")),
            ("next-7", _("In the next 7 days")),
            ("next-30", _("In the next 30 days")),
        ]


class MatchFilter(admin.SimpleListFilter):
    """Whether an article has to pass every filter or any of them. Narrows nothing itself."""

    title = _("must match")
    parameter_name = MATCH

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        return [("any", _("Any filter"))]

    def choices(self, changelist: Any) -> Iterator[Any]:
        every, any_of = list(super().choices(changelist))
        yield {**every, "display": _("Every filter")}
        yield any_of

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        return None


class Shown:
    """A filter that shows its choices and leaves the narrowing to somebody else."""

    def __init__(self, spec: Any) -> None:
        self.spec = spec

    def __getattr__(self, name: str) -> Any:
        return getattr(self.spec, name)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        return None


def passing_any(specs: list[Any], request: HttpRequest, articles: QuerySet[Any]) -> QuerySet[Any]:
    """The articles that pass at least one of the filters in use; all if none is in use."""
    wanted = Q()
    everything = Article.objects.order_by()
    for spec in specs:
        in_use = any(spec.used_parameters.get(name) for name in spec.expected_parameters())
        narrowed = spec.queryset(request, everything) if in_use else None
        if narrowed is not None:
            wanted |= Q(pk__in=narrowed.values("pk"))
    return articles.filter(wanted)


def _midnight(day: Any, *, after: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=after), time.min))
