"""A file arrives: it is read, its columns are understood as far as they can be, and it is kept as it came."""

import hashlib
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction

from indicators.catalogue.models import Release
from indicators.importing.events import log_event
from indicators.importing.mapping import Mapping, guessed
from indicators.importing.models import DataImport, ImportEvent, ImportMapping
from indicators.importing.reading import read_table


@transaction.atomic
def receive_file(
    data: bytes, filename: str, *, release: Release, by: Any, at: datetime, mapping: Mapping | None = None
) -> DataImport:
    """Keep a file for a release. Nothing is recorded by it.

    Args:
        mapping: what its columns mean; None for what was said of the same columns before, or is guessed.

    Raises:
        FileRefused: it cannot be read; nothing is kept.
    """
    columns = read_table(data, filename).columns
    meaning = mapping or remembered(release.source_id, columns) or guessed(columns)
    sha256 = hashlib.sha256(data).hexdigest()
    made = DataImport(
        release=release, filename=filename[-200:], sha256=sha256, size=len(data),
        mapping=meaning.as_json(), created_at=at,
    )  # fmt: skip
    made.file.save(f"{sha256[:16]}-{release.slug[:40]}", ContentFile(data), save=False)
    made.save()
    log_event(made, ImportEvent.Verb.RECEIVE, by, at, {"sha256": sha256})
    return made


@transaction.atomic
def set_mapping(data_import: DataImport, mapping: Mapping, *, by: Any, at: datetime) -> None:
    """Say what the columns mean, for this file and the source's next ones."""
    columns = columns_of(data_import)
    locked = DataImport.objects.select_for_update().get(pk=data_import.pk)
    locked.mapping = data_import.mapping = mapping.as_json()
    locked.save(update_fields=["mapping"])
    ImportMapping.objects.update_or_create(
        source_id=data_import.release.source_id,
        columns=_digest(columns),
        defaults={"mapping": mapping.as_json()},
    )
    log_event(locked, ImportEvent.Verb.MAP, by, at, mapping.as_json())


def remembered(source: int, columns: tuple[str, ...]) -> Mapping | None:
    """What was said of the same columns of this source, if it was."""
    found = ImportMapping.objects.filter(source=source, columns=_digest(columns)).first()
    return Mapping.from_json(found.mapping) if found else None


def columns_of(data_import: DataImport) -> tuple[str, ...]:
    """The names of the columns of a kept file."""
    return read_table(content_of(data_import), data_import.filename).columns


def content_of(data_import: DataImport) -> bytes:
    """The kept file, whole."""
    with data_import.file.open("rb") as stored:
        content: bytes = stored.read()
    return content


def _digest(columns: tuple[str, ...]) -> str:
    return hashlib.sha256("\x1f".join(columns).encode()).hexdigest()
