"""The audit log as one list, newest first: a page of it, or all of it for an export."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any

from articles.audit.sources import tables
from articles.audit.table import Entry, Table

PAGE = 50
MOST_EXPORTED = 50_000


def _chosen(wanted: Mapping[str, Any]) -> list[Table]:
    kind = wanted.get("kind")
    return [table for table in tables() if not kind or table.name == kind]


def page_of_log(wanted: Mapping[str, Any], *, before: datetime | None) -> tuple[list[Entry], datetime | None]:
    """A page of entries, and the moment before which the next one begins. One query a table at any size.

    Entries of the moment at which a page ends stand on it all together, up to as many as a page has.
    """
    limited = {**wanted, "until": before} if before and _sooner(before, wanted) else wanted
    branches = [
        [table.entry(row) for row in table.matching(limited)[: 2 * PAGE]] for table in _chosen(wanted)
    ]
    found = list(islice(merge(*branches, key=lambda entry: entry.at, reverse=True), 2 * PAGE))
    end = PAGE
    while end < len(found) and found[end].at == found[end - 1].at:
        end += 1
    return found[:end], found[end - 1].at if end < len(found) else None


def _sooner(before: datetime, wanted: Mapping[str, Any]) -> bool:
    until = wanted.get("until")
    return until is None or before < until


def whole_log(wanted: Mapping[str, Any]) -> Iterator[Entry]:
    """Every entry, at most `MOST_EXPORTED`, read bit by bit."""
    branches = [_read(table, wanted) for table in _chosen(wanted)]
    return islice(merge(*branches, key=lambda entry: entry.at, reverse=True), MOST_EXPORTED)


def _read(table: Table, wanted: Mapping[str, Any]) -> Iterator[Entry]:
    for row in table.matching(wanted)[:MOST_EXPORTED].iterator(chunk_size=500):
        yield table.entry(row)
