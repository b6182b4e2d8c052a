"""Undo an import: what was known before is stated again. Nothing is deleted."""

from collections.abc import Iterator
from datetime import datetime
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.catalogue.models import Release
from indicators.importing.assembling import Progress, quiet
from indicators.importing.events import log_event
from indicators.importing.models import DataImport, ImportEvent
from indicators.observations.models import Vintage
from indicators.observations.recording import recording_judged

BATCH = 2000


def undo_import(
    data_import: DataImport, *, by: Any, at: datetime, reason: str, progress: Progress = quiet
) -> tuple[int, int]:
    """All steps of `undo_steps` at once.

    Returns:
        How many observations were set back, and how many were left because something newer was stated of them.

    Raises:
        ValidationError: as `undo_steps`.
    """
    told = {"done": 0, "left": 0}
    for what, done in undo_steps(data_import, by=by, at=at, reason=reason):
        told[what] = done
        progress(what, done)
    return told["done"], told["left"]


def undo_steps(data_import: DataImport, *, by: Any, at: datetime, reason: str) -> Iterator[tuple[str, int]]:
    """State again what was known before the import, as further vintages of a release that says so: all, or nothing.

    Yields:
        ("found", statements) and ("changes", the same) once, ("recorded", statements) again and again, and at the end
        ("done", observations set back), ("left", those of which something newer was stated).

    Raises:
        ValidationError: it was not applied, or no reason is given.
    """
    back = 0
    with transaction.atomic():
        locked = _refused(data_import, reason)
        recorded = Vintage.objects.filter(release=locked.release, recorded_at=locked.applied_at)
        series = set(recorded.order_by().values_list("observation__series", flat=True).distinct())
        count = recorded.count()
        yield "found", count
        yield "changes", count
        batches = _set_back(locked, _undoing(locked, at), reason.strip()[:300], by)
        for back in recording_judged(batches, series=series, at=at):
            yield "recorded", back
        locked.state = DataImport.State.UNDONE
        locked.save(update_fields=["state"])
        told = {"reason": reason.strip()[:300], "set_back": back, "left": count - back}
        log_event(locked, ImportEvent.Verb.UNDO, by, at, told)
    data_import.refresh_from_db()
    yield "done", back
    yield "left", count - back


def _refused(data_import: DataImport, reason: str) -> DataImport:
    """The import, locked, if it can be undone. Raises ValidationError if not."""
    locked: DataImport = (
        DataImport.objects.select_for_update().select_related("release__source").get(pk=data_import.pk)
    )
    if locked.state != DataImport.State.APPLIED:
        raise ValidationError(_("Only an import that was applied can be undone."))
    if not reason.strip():
        raise ValidationError(_("Say why it is undone. The reason is kept with every statement."))
    return locked


def _undoing(data_import: DataImport, at: datetime) -> Release:
    today = timezone.localdate(at)
    return Release.objects.create(
        slug=f"{data_import.release.slug[:90]}-undone-{data_import.pk}",
        source=data_import.release.source,
        title=f"{data_import.release.title[:250]}: import undone",
        published_on=today,
        note=f"Not a document of the source: import {data_import.pk} was undone here.",
    )


def _set_back(data_import: DataImport, release: Release, reason: str, by: Any) -> Iterator[list[Vintage]]:
    recorded = Vintage.objects.filter(release=data_import.release, recorded_at=data_import.applied_at)
    keys = sorted(recorded.values_list("observation", flat=True))
    for some in batched(keys, BATCH, strict=False):
        rows: dict[int, list[Vintage]] = {}
        for row in Vintage.objects.filter(observation__in=some).in_order():
            rows.setdefault(row.observation_id, []).append(row)
        yield [
            _again(vintages[-1], vintages[-2] if len(vintages) > 1 else None, release, reason, by)
            for vintages in rows.values()
            if vintages[-1].release_id == data_import.release_id
            and vintages[-1].recorded_at == data_import.applied_at
        ]


def _again(newest: Vintage, before: Vintage | None, release: Release, reason: str, by: Any) -> Vintage:
    """What was stated before, stated again; a withdrawal where nothing was."""
    again = Vintage(
        observation_id=newest.observation_id, release=release, stated_on=release.published_on,
        reason=reason, recorded_by=by, unit_mult=newest.unit_mult,
    )  # fmt: skip
    if before is None or before.change_kind == Vintage.ChangeKind.WITHDRAWAL:
        again.change_kind, again.status = Vintage.ChangeKind.WITHDRAWAL, Vintage.Status.MISSING
        return again
    for name in ("value", "low", "high", "qualifier", "unit_mult", "decimals", "status", "note"):
        setattr(again, name, getattr(before, name))
    again.change_kind = Vintage.ChangeKind.CORRECTION
    return again
