"""What results are narrowed to, and the editions that remain."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from articles.editions.models import Edition
from articles.editions.states import entry_on
from articles.figures.judging import Verdict
from articles.figures.judging import state as state_of
from articles.figures.models import Quotation
from articles.search.engines import engine
from indicators.observations.querysets import day_of
from taxonomy.models import Keyword


@dataclass(frozen=True, slots=True)
class Scope:
    """What the results are narrowed to; what is empty narrows nothing.

    Attributes:
        keyword: a slug, of a merged or renamed one too; narrower keywords count.
        publication: the slug of the newspaper or journal that printed it first.
        year: of first print.
        state: of one figure at least, on the day: a key of `articles.editions.states.ORDER`.
    """

    language: str = ""
    keyword: str = ""
    publication: str = ""
    year: int | None = None
    state: str = ""


def editions_within(scope: Scope, keyword: Keyword | None, at: datetime) -> Any:
    """Editions current at a moment within the scope. Of a state: also those to be looked at again (`in_state`)."""
    editions = Edition.objects.current(at)
    if scope.language:
        editions = editions.filter(language=scope.language)
    if scope.year is not None:
        editions = editions.filter(issued_year=scope.year)
    if scope.publication:
        editions = editions.filter(publication__slug=scope.publication)
    if keyword is not None:
        editions = editions.with_keyword(Keyword.objects.narrower(keyword).values("pk"))
    if scope.state:
        quoted = Quotation.objects.filter(edition=OuterRef("pk"), verdict__in=_verdicts(scope.state))
        editions = editions.filter(Q(Exists(quoted)) | Q(settled_on__gt=day_of(at)))
    return editions


def _verdicts(state: str) -> list[str]:
    return [verdict.value for verdict in Verdict if state_of(verdict) == state]


def states_of(editions: Sequence[tuple[int, date]], day: date) -> dict[int, set[str]]:
    """For each edition the states of its figures on a day. At most two queries.

    The index of quotations tells the verdicts as they are known now. An edition in which something has changed
    after the day is asked itself.

    Args:
        editions: keys, each with the day from which on nothing changed (`Edition.settled_on`).
    """
    changed = {pk for pk, settled in editions if settled > day}
    states: dict[int, set[str]] = {pk: set() for pk, _settled in editions}
    settled = [pk for pk in states if pk not in changed]
    for pk, verdict in engine().verdicts(settled) if settled else ():
        states[pk].add(state_of(Verdict(verdict)))
    figures = Edition.objects.filter(pk__in=changed).values_list("pk", "figures") if changed else ()
    return states | {pk: _on(told, day) for pk, told in figures}


def _on(figures: Iterable[Mapping[str, Any]], day: date) -> set[str]:
    return {entry_on(figure, day)["state"] for figure in figures}
