"""Read a fixture file as plain records, so that we know which fields it states."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml


def _lines(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


READERS: dict[str, Callable[[str], Any]] = {
    "yaml": yaml.safe_load,
    "yml": yaml.safe_load,
    "json": json.loads,
    "jsonl": _lines,
}


class BadFixture(ValueError):
    """The file, or one record of it, cannot be loaded. The message names the record and says why."""


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a YAML, JSON or JSON lines fixture.

    Raises:
        BadFixture: the file is no list of records.
    """
    try:
        found = READERS[path.suffix.lstrip(".")](path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise BadFixture(f"{path.name} cannot be read: {error}") from error
    if not isinstance(found, list):
        raise BadFixture(f"{path.name} is not a list of records.")
    for number, record in enumerate(found, 1):
        if (
            not isinstance(record, dict)
            or not isinstance(record.get("fields"), dict)
            or "model" not in record
        ):
            raise BadFixture(f"{path.name}, record {number}: a record has “model” and “fields”.")
        yield record


def described(record: dict[str, Any]) -> str:
    """A record as a person finds it in the file."""
    fields = record["fields"]
    named = next((fields[key] for key in ("slug", "code", "text", "uri") if key in fields), None)
    telling = named or {key: fields[key] for key in list(fields)[:3]}
    return f"{record['model']} {telling}"
