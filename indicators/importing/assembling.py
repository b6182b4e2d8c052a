"""The plan of a kept file: its rows beside what the database knows. Some queries for each thousand series."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import batched
from typing import Any

from indicators.catalogue.models import Indicator, Series
from indicators.importing.mapping import Mapping
from indicators.importing.models import DataImport
from indicators.importing.planning import Known, Plan, SeriesFacts, planned
from indicators.importing.reading import read_table
from indicators.importing.receiving import content_of
from indicators.importing.statements import Fault, Reader
from indicators.importing.tables import FileRefused
from indicators.observations.models import Vintage
from indicators.observations.printing import printed

BATCH = 500
LEVELS = (Indicator.Kind.LEVEL, Indicator.Kind.INDEX)
COLUMNS = (
    "observation_id", "observation__series__code", "observation__period", "value", "low", "qualifier",
    "unit_mult", "stated_on", "release_id", "change_kind",
)  # fmt: skip
type Progress = Callable[[str, int], None]


def quiet(what: str, done: int) -> None:
    """Tells nobody."""


def plan_of(data_import: DataImport, *, progress: Progress = quiet) -> Plan:
    """What the file would change now. Its faults are in the plan; nothing is raised for what is in the file."""
    try:
        table = read_table(content_of(data_import), data_import.filename)
        mapping = Mapping.from_json(data_import.mapping)
        if lacking := mapping.missing(table.columns):
            told = f"say which column is the {' and the '.join(lacking)}."
            return Plan(faults=[Fault(1, "", told)])
        release = data_import.release
        rows = Series.objects.filter(source=release.source_id).order_by()
        frequencies = dict(rows.values_list("code", "frequency"))
        if mapping.only and mapping.only not in frequencies:
            return Plan(faults=[Fault(1, "", f"{release.source} has no series {mapping.only}.")])
        reader = Reader(mapping, frequencies)
        statements = list(reader.statements(table))
    except FileRefused as refused:
        return Plan(faults=[Fault(refused.row or 1, refused.column, refused.sentence)])
    progress("read", len(statements))
    codes = {each.series for each in statements}
    known = dict(_known(codes, release.published_on, release.pk))
    progress("compared", len(known))
    plan = planned(statements, known, _facts(codes))
    plan.faults = sorted([*reader.faults, *plan.faults])
    return plan


def _known(codes: set[str], by: date, release: int) -> Iterator[tuple[tuple[str, str], Known]]:
    """The newest by (`stated_on`, `recorded_at`) is the last to be told of each observation."""
    for some in batched(sorted(codes), BATCH, strict=False):
        rows = Vintage.objects.filter(observation__series__code__in=some).stated_by(by)
        for row in rows.order_by("stated_on", "recorded_at", "pk").values_list(*COLUMNS).iterator(5000):
            yield (row[1], row[2]), _as_known(row, by, release)


def _as_known(row: tuple[Any, ...], by: date, release: int) -> Known:
    key, _code, _period, value, low, qualifier, unit_mult, stated_on, stated_in, change = row
    stated = low if value is None else value
    return Known(
        observation=key,
        value=None if change == Vintage.ChangeKind.WITHDRAWAL else stated,
        unit_mult=unit_mult,
        plain=low is None and qualifier == Vintage.Qualifier.EXACT,
        printed=printed(stated, unit_mult) if stated is not None else "nothing",
        twice=stated_on == by and stated_in == release,
    )


def _facts(codes: set[str]) -> dict[str, SeriesFacts]:
    found: dict[str, SeriesFacts] = {}
    for some in batched(sorted(codes), BATCH, strict=False):
        rows = Series.objects.filter(code__in=some).values_list("code", "unit__code", "indicator__kind")
        found |= {code: SeriesFacts(unit, kind in LEVELS) for code, unit, kind in rows}
    return found
