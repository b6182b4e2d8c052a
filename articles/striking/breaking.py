"""Which published figures statements would make untrue, before they are recorded: in time proportional to those."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import batched
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.figures.checking import DeclaredError, Finding, StatedValue, UnitFacts, Verdict, check
from articles.figures.describing import words_of_vintage
from articles.figures.evidence import all_units, declared_error, stated_value
from articles.figures.models import Quotation
from articles.figures.numerals import read_print
from indicators.observations.breaking import Broken
from indicators.observations.models import Vintage
from indicators.observations.stated import nothing_stated, same_statement
from indicators.upstream_errors.models import UpstreamError

# Fewer than any database allows of parameters in one question.
CHUNK = 5000
TRUE = ("exact", "rounded", "within_qualifier", "corrected")
# Beyond every stored key: of statements of one day and moment, the proposed one counts.
FIRST_KEY = 1 << 62


def broken_by(proposed: Sequence[Vintage], at: datetime) -> list[Broken]:
    """See `indicators.observations.breaking.what_would_break`, where this is registered.

    Three queries for each 5,000 observations of which something is quoted, one where nothing is.
    """
    by_observation: defaultdict[int, list[Vintage]] = defaultdict(list)
    for vintage in proposed:
        by_observation[vintage.observation_id].append(vintage)
    found = []
    for keys in batched(sorted(by_observation), CHUNK, strict=False):
        if quoted := _quotations(keys, at):
            found += _judged(quoted, by_observation, at)
    return found


def _quotations(observations: Sequence[int], at: datetime) -> list[Quotation]:
    current = Edition.objects.current(at).order_by().values("pk")
    rows = Quotation.objects.filter(observation__in=observations, verdict__in=TRUE, edition__in=current)
    columns = ("title", "language", "slug", "published_at")
    return list(
        rows.select_related("edition")
        .only("text", "position", "observation_id", *(f"edition__{column}" for column in columns))
        .order_by("observation", "edition", "position")
    )


def _judged(
    quoted: Sequence[Quotation], proposed: Mapping[int, Sequence[Vintage]], at: datetime
) -> list[Broken]:
    keys = {each.observation_id for each in quoted}
    stored: defaultdict[int, list[Vintage]] = defaultdict(list)
    for row in Vintage.objects.filter(observation__in=keys).with_catalogue().in_order():
        stored[row.observation_id].append(row)
    declared = _declared(stored)
    units, today = all_units(), timezone.localdate(at)
    found = []
    for quotation in quoted:
        key = quotation.observation_id
        rows = _with_proposed(stored[key], proposed[key], at)
        if broken := _broken(quotation, rows, _still(declared.get(key), rows), units, today):
            found.append(broken)
    return found


def _declared(stored: Mapping[int, Sequence[Vintage]]) -> dict[int, UpstreamError]:
    """The open declarations about these observations, which have the catalogue."""
    found = {}
    for row in UpstreamError.objects.open().filter(observation__in=stored).select_related("expect"):
        row.observation = stored[row.observation_id][0].observation
        found[row.observation_id] = row
    return found


def _still(
    declared: UpstreamError | None, rows: Sequence[tuple[StatedValue, Vintage]]
) -> tuple[DeclaredError, ...]:
    """The declaration, if the source would still state what it expects: else its guard would close it."""
    _value, newest = max(rows, key=lambda pair: (pair[0].stated_on, pair[0].recorded_at, pair[0].key))
    if declared is None or not same_statement(newest, declared.expect):
        return ()
    return (declared_error(declared),)


def _with_proposed(
    stored: Sequence[Vintage], proposed: Sequence[Vintage], at: datetime
) -> list[tuple[StatedValue, Vintage]]:
    known = [(stated_value(row), row) for row in stored]
    for number, row in enumerate(proposed):
        # The stored one carries the whole catalogue: a row of 100,000 asks for nothing.
        if stored:
            row.observation = stored[0].observation
        row.recorded_at = at
        known.append((replace(stated_value(row), key=FIRST_KEY + number), row))
    return known


def _broken(
    quotation: Quotation,
    rows: Sequence[tuple[StatedValue, Vintage]],
    errors: Sequence[DeclaredError],
    units: Mapping[str, UnitFacts],
    today: date,
) -> Broken | None:
    stated = read_print(quotation.text)
    if stated is None:
        return None
    published_on = timezone.localdate(quotation.edition.published_at)
    as_of = max(today, published_on)
    values = [value for value, _row in rows]
    found = check(stated, values, published_on=published_on, as_of=as_of, errors=errors, units=units)
    if found.verdict.holds or found.declared or found.current is None:
        return None
    row = next(row for value, row in rows if value.key == found.current.key)
    return Broken(
        observation=quotation.observation_id,
        verdict=found.verdict.value,
        title=quotation.edition.title,
        url=quotation.edition.get_absolute_url(),
        printed=quotation.text,
        sentence=_sentence(quotation, row, found),
    )


def _sentence(quotation: Quotation, row: Vintage, found: Finding) -> str:
    said: dict[str, Any] = {
        "printed": quotation.text,
        "title": quotation.edition.title,
        "source": row.observation.series.source.code,
        "now": words_of_vintage(row, translation.get_language() or "en") or nothing_stated(row),
    }
    if found.verdict is Verdict.SUPERSEDED:
        return _("“%(title)s” prints %(printed)s; %(source)s would state %(now)s instead.") % said
    return _("“%(title)s” prints %(printed)s, which %(source)s would contradict: %(now)s.") % said
