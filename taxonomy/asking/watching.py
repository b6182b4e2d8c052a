"""Sets the triggers that renew markers (see `markers`). After every migration, because SQLite drops triggers with
the table when Django alters a column.
"""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

MARKERS = "taxonomy_marker"
EVENTS = ("INSERT", "UPDATE", "DELETE")
SQLITE = """
CREATE TRIGGER {name}_{event} AFTER {event} ON {table}
BEGIN
  INSERT INTO taxonomy_marker (part, token) VALUES ('{part}', lower(hex(randomblob(12))))
  ON CONFLICT (part) DO UPDATE SET token = excluded.token;
END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION taxonomy_renew_marker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO taxonomy_marker (part, token) VALUES (TG_ARGV[0], gen_random_uuid()::text)
  ON CONFLICT (part) DO UPDATE SET token = excluded.token;
  RETURN NULL;
END $$
"""
POSTGRES = """
CREATE TRIGGER {name}_{event} AFTER {event} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION taxonomy_renew_marker('{part}')
"""


def watch(sender: AppConfig, using: str, **_kwargs: Any) -> None:
    """Set the triggers on the tables of an app whose configuration says `keeps_marker` (after `migrate`).

    A model that only repeats what others say leaves itself out with `renews_marker = False`. An app of which only
    some tables are public names their models in `marked_models`.
    """
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if not getattr(sender, "keeps_marker", False) or MARKERS not in tables:
        return
    models = sender.get_models(include_auto_created=True)
    named = getattr(sender, "marked_models", None)
    own = [
        model._meta.db_table
        for model in models
        if getattr(model, "renews_marker", True) and (named is None or model.__name__ in named)
    ]
    present = _present(connection)
    for table in own:
        if table in tables and table != MARKERS:
            _set(connection, table, sender.label, present)


def _present(connection: BaseDatabaseWrapper) -> set[str]:
    listed = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger"
    )
    with connection.cursor() as cursor:
        cursor.execute(listed)
        return {row[0] for row in cursor.fetchall()}


def _set(connection: BaseDatabaseWrapper, table: str, part: str, present: set[str]) -> None:
    name = f"{table}_marks"
    template = SQLITE if connection.vendor == "sqlite" else POSTGRES
    missing = [event for event in EVENTS if f"{name}_{event.lower()}" not in present]
    with connection.cursor() as cursor:
        if missing and connection.vendor != "sqlite":
            cursor.execute(POSTGRES_FUNCTION)
        for event in missing:
            cursor.execute(template.format(name=name, event=event.lower(), table=table, part=part))
