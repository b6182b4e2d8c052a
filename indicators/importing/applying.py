"""Apply and undo: each one transaction and one log row. A process that is killed leaves nothing behind."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.catalogue.models import Release, Series
from indicators.importing.assembling import Progress, plan_of, quiet
from indicators.importing.models import DataImport, ImportEvent
from indicators.importing.planning import Entry, Kind, Plan
from indicators.observations.breaking import Broken, what_would_break
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_judged

BATCH = 2000


class PlanChanged(ValidationError):
    """The database or the file says something else than when the plan was looked at."""


class Unconfirmed(ValidationError):
    """Somebody has to look first."""


def broken_by(plan: Plan, data_import: DataImport, at: datetime) -> list[Broken]:
    """Which published figures it would make untrue."""
    quoted = [each for each in plan.changes if each.before is not None]
    keys = {each.before.observation for each in quoted if each.before}
    rows: dict[int, Observation] = {}
    for some in batched(sorted(keys), BATCH, strict=False):
        rows |= Observation.objects.select_related("series").in_bulk(some)
    vintages = [
        _vintage(each, rows[each.before.observation], data_import, None) for each in quoted if each.before
    ]
    return what_would_break(vintages, at=at) if vintages else []


def apply_import(
    data_import: DataImport,
    *,
    by: Any,
    at: datetime,
    seen: str | None = None,
    confirmed: bool = False,
    progress: Progress = quiet,
) -> int:
    """Record everything that the file states and that was not known: all of it, or nothing.

    Args:
        seen: fingerprint of the plan that somebody looked at; None where nobody looked.
        confirmed: somebody has looked at the suspicious lines and at the published figures that become untrue.
        progress: told how many statements are done.

    Returns:
        How many statements were recorded.

    Raises:
        PlanChanged: the plan is another one than was seen.
        ValidationError: it was applied or discarded already, has faults, its release is dated after today, or
            nobody confirmed what has to be looked at.
    """
    with transaction.atomic():
        locked = (
            DataImport.objects.select_for_update().select_related("release__source").get(pk=data_import.pk)
        )
        plan = plan_of(locked, progress=progress)
        _refuse(locked, plan, at, seen=seen, confirmed=confirmed)
        observations = _observations(plan.changes, progress)
        vintages = [
            _vintage(each, observations[each.statement.series, each.statement.period], locked, by)
            for each in plan.changes
        ]
        record_judged(vintages, at=at, progress=lambda done: progress("recorded", done))
        locked.state, locked.applied_at, locked.counts = DataImport.State.APPLIED, at, plan.counts
        locked.save(update_fields=["state", "applied_at", "counts"])
        if not locked.release.sha256:
            locked.release.sha256 = locked.sha256
            locked.release.save(update_fields=["sha256"])
        _log(locked, ImportEvent.Verb.APPLY, by, at, plan.counts)
    data_import.refresh_from_db()
    return len(vintages)


def _refuse(data_import: DataImport, plan: Plan, at: datetime, *, seen: str | None, confirmed: bool) -> None:
    if data_import.state != DataImport.State.PLANNED:
        raise ValidationError(
            _("This import is %(state)s; it cannot be applied again."),
            params={"state": data_import.get_state_display().lower()},
        )
    if plan.faults:
        raise ValidationError(_("The file has faults. Mend them and send it again; nothing was recorded."))
    if data_import.release.published_on > timezone.localdate(at):
        raise ValidationError(_("The release is dated after today. Apply it once it has been published."))
    if seen is not None and seen != plan.fingerprint():
        raise PlanChanged(_("Something was recorded since this plan was shown. Look at the new plan."))
    if not confirmed and plan.counts["suspicious"]:
        raise Unconfirmed(_("Some lines deserve a second look. Confirm that you have looked at them."))
    if not confirmed and broken_by(plan, data_import, at):
        raise Unconfirmed(_("Published figures would become untrue. Confirm that you have looked at them."))


def _observations(entries: Sequence[Entry], progress: Progress) -> dict[tuple[str, str], Observation]:
    """The observation of each line, made where the period is new."""
    codes = sorted({each.statement.series for each in entries})
    series: dict[str, Series] = {}
    for some in batched(codes, BATCH, strict=False):
        series |= {row.code: row for row in Series.objects.filter(code__in=some)}
    wanted = [(each.statement.series, each.statement.period) for each in entries]
    found = dict(_stored(codes))
    fresh = [
        Observation(series=series[code], period=period)
        for code, period in wanted
        if (code, period) not in found
    ]
    for some_rows in batched(fresh, BATCH, strict=False):
        Observation.objects.bulk_create(some_rows)
    progress("prepared", len(fresh))
    return found | {(row.series.code, row.period): row for row in fresh}


def _stored(codes: Sequence[str]) -> Iterator[tuple[tuple[str, str], Observation]]:
    for some in batched(codes, BATCH, strict=False):
        rows = Observation.objects.filter(series__code__in=some).select_related("series").iterator(5000)
        yield from (((row.series.code, row.period), row) for row in rows)


def _vintage(entry: Entry, observation: Observation, data_import: DataImport, by: Any) -> Vintage:
    stated = entry.statement
    kinds = {Kind.NEW: Vintage.ChangeKind.FIRST, Kind.WITHDRAWN: Vintage.ChangeKind.WITHDRAWAL}
    return Vintage(
        observation=observation,
        release=data_import.release,
        value=stated.value,
        unit_mult=stated.unit_mult,
        decimals=stated.decimals,
        status=stated.status,
        stated_on=data_import.release.published_on,
        change_kind=kinds.get(entry.kind, Vintage.ChangeKind.REVISION),
        recorded_by=by,
    )


@transaction.atomic
def undo_import(data_import: DataImport, *, by: Any, at: datetime, reason: str) -> tuple[int, int]:
    """State again what was known before the import, as further vintages of a release that says so.

    Returns:
        How many observations were set back, and how many were left because something newer was stated of them.

    Raises:
        ValidationError: it was not applied, or no reason is given.
    """
    locked = DataImport.objects.select_for_update().select_related("release__source").get(pk=data_import.pk)
    if locked.state != DataImport.State.APPLIED:
        raise ValidationError(_("Only an import that was applied can be undone."))
    if not reason.strip():
        raise ValidationError(_("Say why it is undone. The reason is kept with every statement."))
    back = list(_set_back(locked, _undoing(locked, at), reason.strip()[:300], by, at))
    left = Vintage.objects.filter(release=locked.release, recorded_at=locked.applied_at).count() - len(back)
    record_judged(back, at=at)
    locked.state = DataImport.State.UNDONE
    locked.save(update_fields=["state"])
    _log(locked, ImportEvent.Verb.UNDO, by, at, {"reason": reason, "set_back": len(back), "left": left})
    data_import.refresh_from_db()
    return len(back), left


def _undoing(data_import: DataImport, at: datetime) -> Release:
    today = timezone.localdate(at)
    return Release.objects.create(
        slug=f"{data_import.release.slug[:90]}-undone-{data_import.pk}",
        source=data_import.release.source,
        title=f"{data_import.release.title[:250]}: import undone",
        published_on=today,
        note=f"Not a document of the source: import {data_import.pk} was undone here.",
    )


def _set_back(
    data_import: DataImport, release: Release, reason: str, by: Any, at: datetime
) -> Iterator[Vintage]:
    recorded = Vintage.objects.filter(release=data_import.release, recorded_at=data_import.applied_at)
    keys = sorted(recorded.values_list("observation", flat=True))
    for some in batched(keys, 500, strict=False):
        rows: dict[int, list[Vintage]] = {}
        told = Vintage.objects.filter(observation__in=some).select_related("observation__series").in_order()
        for row in told:
            rows.setdefault(row.observation_id, []).append(row)
        for vintages in rows.values():
            newest = vintages[-1]
            if newest.release_id == data_import.release_id and newest.recorded_at == data_import.applied_at:
                before = vintages[-2] if len(vintages) > 1 else None
                yield _again(newest, before, release, reason, by)


def _again(newest: Vintage, before: Vintage | None, release: Release, reason: str, by: Any) -> Vintage:
    """What was stated before, stated again; a withdrawal where nothing was."""
    again = Vintage(
        observation=newest.observation, release=release, stated_on=release.published_on,
        reason=reason, recorded_by=by, unit_mult=newest.unit_mult,
    )  # fmt: skip
    if before is None or before.change_kind == Vintage.ChangeKind.WITHDRAWAL:
        again.change_kind, again.status = Vintage.ChangeKind.WITHDRAWAL, Vintage.Status.MISSING
        return again
    for name in ("value", "low", "high", "qualifier", "unit_mult", "decimals", "status", "note"):
        setattr(again, name, getattr(before, name))
    again.change_kind = Vintage.ChangeKind.CORRECTION
    return again


@transaction.atomic
def discard_import(data_import: DataImport, *, by: Any, at: datetime) -> None:
    """Put a file aside that will not be applied. It stays, with its log.

    Raises:
        ValidationError: it was applied.
    """
    locked = DataImport.objects.select_for_update().get(pk=data_import.pk)
    if locked.state != DataImport.State.PLANNED:
        raise ValidationError(_("Only an import that waits can be discarded."))
    locked.state = data_import.state = DataImport.State.DISCARDED
    locked.save(update_fields=["state"])
    _log(locked, ImportEvent.Verb.DISCARD, by, at, {})


def _log(data_import: DataImport, verb: str, by: Any, at: datetime, detail: dict[str, Any]) -> None:
    ImportEvent.objects.create(data_import=data_import, verb=verb, by=by, at=at, detail=detail)
