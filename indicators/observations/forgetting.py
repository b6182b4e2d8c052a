"""Sets the triggers that delete a telling when anything that it tells changes, whatever way the change came in.

After every migration, because SQLite drops triggers with the table when Django alters a column.
"""

from typing import Any, NamedTuple

from django.apps import AppConfig
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "indicators_telling"
OF_SERIES = (
    "observation_id IN (SELECT o.id FROM indicators_observation o"
    " JOIN indicators_series s ON s.id = o.series_id WHERE {where} = {{row}})"
)


class Cause(NamedTuple):
    """A change that tellings do not outlive: of these columns of a table. `{row}` is the key of the row."""

    table: str
    columns: str
    told: str


CAUSES = (
    Cause("indicators_observation", "period series_id", "observation_id = {row}"),
    Cause(
        "indicators_upstreamerror",
        "informed_on confirmed_on closed_on outcome",
        "observation_id IN (SELECT e.observation_id FROM indicators_upstreamerror e WHERE e.id = {row})",
    ),
    Cause(
        "indicators_series",
        "code indicator_id area_id source_id frequency unit_id",
        OF_SERIES.format(where="s.id"),
    ),
    Cause("indicators_indicator", "code", OF_SERIES.format(where="s.indicator_id")),
    Cause("indicators_area", "code", OF_SERIES.format(where="s.area_id")),
    Cause("indicators_source", "slug", OF_SERIES.format(where="s.source_id")),
    Cause("indicators_unit", "code factor dimension", OF_SERIES.format(where="s.unit_id")),
    Cause(
        "indicators_release",
        "slug",
        "observation_id IN (SELECT v.observation_id FROM indicators_vintage v WHERE v.release_id = {row})",
    ),
)
RECORDED_SQLITE = """
CREATE TRIGGER vintage_forgets AFTER INSERT ON indicators_vintage
BEGIN DELETE FROM indicators_telling WHERE observation_id = new.observation_id; END
"""
RECORDED_POSTGRES = """
CREATE OR REPLACE FUNCTION vintage_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM indicators_telling WHERE observation_id IN (SELECT observation_id FROM recorded);
  RETURN NULL;
END $$;
CREATE TRIGGER vintage_forgets AFTER INSERT ON indicators_vintage REFERENCING NEW TABLE AS recorded
FOR EACH STATEMENT EXECUTE FUNCTION vintage_forgets();
"""
DECLARED_SQLITE = """
CREATE TRIGGER declared_forgets AFTER INSERT ON indicators_upstreamerror
BEGIN DELETE FROM indicators_telling WHERE observation_id = new.observation_id; END
"""
DECLARED_POSTGRES = """
CREATE OR REPLACE FUNCTION declared_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM indicators_telling WHERE observation_id = new.observation_id;
  RETURN NULL;
END $$;
CREATE TRIGGER declared_forgets AFTER INSERT ON indicators_upstreamerror FOR EACH ROW
EXECUTE FUNCTION declared_forgets();
"""
CHANGED_SQLITE = """
CREATE TRIGGER {name} AFTER UPDATE ON {table} WHEN ({old}) IS NOT ({new})
BEGIN DELETE FROM indicators_telling WHERE {told}; END
"""
CHANGED_POSTGRES = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM indicators_telling WHERE {told};
  RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER UPDATE ON {table} FOR EACH ROW WHEN (({old}) IS DISTINCT FROM ({new}))
EXECUTE FUNCTION {name}();
"""


def forget_on_change(sender: AppConfig, using: str, **_kwargs: Any) -> None:
    """Set the triggers that are not there (after `migrate` of this app)."""
    connection = connections[using]
    tables = set(connection.introspection.table_names()) if sender.label == "indicators" else set()
    if TABLE not in tables:
        return
    lite = connection.vendor == "sqlite"
    wanted = {"vintage_forgets": RECORDED_SQLITE if lite else RECORDED_POSTGRES}
    # A database that is on its way through the migrations has not all tables yet.
    if "indicators_upstreamerror" in tables:
        wanted["declared_forgets"] = DECLARED_SQLITE if lite else DECLARED_POSTGRES
    for cause in (each for each in CAUSES if each.table in tables):
        name = f"{cause.table.removeprefix('indicators_')}_forgets"
        wanted[name] = (CHANGED_SQLITE if lite else CHANGED_POSTGRES).format(
            name=name,
            table=cause.table,
            old=", ".join(f"old.{column}" for column in cause.columns.split()),
            new=", ".join(f"new.{column}" for column in cause.columns.split()),
            told=cause.told.format(row="new.id"),
        )
    _set(connection, wanted)


def _set(connection: BaseDatabaseWrapper, wanted: dict[str, str]) -> None:
    listed = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger"
    )
    with connection.cursor() as cursor:
        cursor.execute(listed)
        present = {row[0] for row in cursor.fetchall()}
        for name in wanted.keys() - present:
            cursor.execute(wanted[name])
