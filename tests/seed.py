"""The seed for tests that begin with it: loaded once a process, and put back as rows from then on.

`loaddata` judges, compiles and indexes; that is tested in `integration/seed`. Everywhere else what counts is what it
left in the database. Triggers run as they do for every row: the search index fills, markers are new.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone

type Row = tuple[Any, ...]
type Rows = dict[Any, Row]
# Triggers write the markers, and take away what was told of observations while rows arrive.
WRITTEN_BY_TRIGGERS = "taxonomy_marker"
LAST = "indicators_telling"


@dataclass
class _Kept:
    """What the seed adds to each model, and what it changes of rows that migrations wrote."""

    day: date
    added: dict[type[models.Model], list[Row]] = field(default_factory=dict)
    changed: dict[type[models.Model], Rows] = field(default_factory=dict)


_kept: list[_Kept] = []


def load_the_seed() -> None:
    """The database as `loaddata seed` leaves it. Where a test wrote something before, or on another day than the
    rows are of, it is loaded as it always is."""
    kept = next((each for each in _kept if each.day == timezone.localdate()), None)
    if kept is None:
        _load_and_keep()
    elif _any_rows(kept.added):
        call_command("loaddata", "seed", verbosity=0)
    else:
        with transaction.atomic():
            _put_back(kept)


def _load_and_keep() -> None:
    tables = [model for model in apps.get_models(include_auto_created=True) if _is_a_table(model)]
    before = {model: _rows(model) for model in tables}
    kept = _Kept(timezone.localdate())
    call_command("loaddata", "seed", verbosity=0)
    for model in sorted(tables, key=lambda model: model._meta.db_table == LAST):
        there, now = before[model], _rows(model)
        if added := [row for key, row in now.items() if key not in there]:
            kept.added[model] = added
        if changed := {key: row for key, row in now.items() if key in there and row != there[key]}:
            kept.changed[model] = changed
    if not any(before[model] for model in kept.added):
        _kept[:] = [kept]


def _is_a_table(model: type[models.Model]) -> bool:
    return model._meta.managed and not model._meta.proxy and model._meta.db_table != WRITTEN_BY_TRIGGERS


def _columns(model: type[models.Model]) -> list[str]:
    """The names of the columns that a row is made of, the key first."""
    key = model._meta.pk
    assert key is not None
    others = [each for each in model._meta.local_concrete_fields if each is not key and not each.generated]
    return [connection.ops.quote_name(str(each.column)) for each in (key, *others)]


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _rows(model: type[models.Model]) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(_columns(model))} FROM {_table(model)} ORDER BY 1")
        return {row[0]: row for row in cursor.fetchall()}


def _any_rows(tables: Iterable[type[models.Model]]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {_table(model)})" for model in tables))
        return bool(cursor.fetchone()[0])


def _put_back(kept: _Kept) -> None:
    with connection.cursor() as cursor:
        for model, changed in kept.changed.items():
            key, *others = _columns(model)
            values = ", ".join(f"{name} = %s" for name in others)
            cursor.executemany(
                f"UPDATE {_table(model)} SET {values} WHERE {key} = %s",
                [(*row[1:], row[0]) for row in changed.values()],
            )
        for model, rows in kept.added.items():
            columns = _columns(model)
            values = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {_table(model)} ({', '.join(columns)}) VALUES ({values})", rows)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(kept.added)):
            cursor.execute(statement)
