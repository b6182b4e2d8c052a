"""Apply, or put aside: each one transaction and one log row. A process that is killed leaves nothing behind."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.catalogue.models import Series
from indicators.importing.assembling import Progress, plan_of, quiet
from indicators.importing.events import log_event
from indicators.importing.models import DataImport, ImportEvent
from indicators.importing.planning import Entry, Kind, Plan
from indicators.observations.breaking import Broken, what_would_break
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import recording_judged

BATCH = 2000


class PlanChanged(ValidationError):
    """The database or the file says something else than when the plan was looked at."""


class Unconfirmed(ValidationError):
    """Somebody has to look first."""


def broken_by(plan: Plan, data_import: DataImport, at: datetime) -> list[Broken]:
    """Which published figures it would make untrue."""
    vintages = []
    for each in plan.changes:
        if each.before is not None:
            vintage = _vintage(each, data_import, None)
            vintage.observation_id = each.before.observation
            vintages.append(vintage)
    return what_would_break(vintages, at=at) if vintages else []


def apply_steps(
    data_import: DataImport, *, by: Any, at: datetime, seen: str | None = None, confirmed: bool = False, mends: str = ""
) -> Iterator[tuple[str, int]]:  # fmt: skip
    """Record everything that the file states and that was not known: all of it, or nothing.

    Whoever stops asking for the next step stops the whole: nothing is recorded then.

    Args:
        seen: fingerprint of the plan that somebody looked at; None where nobody looked.
        confirmed: somebody has looked at the suspicious lines and at the published figures that become untrue.
        mends: which mistake of the source the file corrects; then no changed value is a mere revision.

    Yields:
        ("read", rows) and ("changes", statements) once, ("recorded", statements) again and again, ("done",
        statements) once all is stored.

    Raises:
        PlanChanged: the plan is another one than was seen.
        ValidationError: it was applied or discarded already, has faults, its release is dated after today, or
            nobody confirmed what has to be looked at.
    """
    done = 0
    with transaction.atomic():
        locked = _locked(data_import)
        plan = plan_of(locked)
        _refuse(locked, plan, at, seen=seen, confirmed=confirmed)
        counts, changes = plan.counts, plan.changes
        yield "read", len(plan.entries)
        yield "changes", len(changes)
        del plan
        series = _series(changes)
        with _plan_at_rest():
            for done in recording_judged(
                _vintages(changes, series, locked, by, mends), series=series.values(), at=at
            ):
                yield "recorded", done
        _close(locked, counts, by, at, mends)
    data_import.refresh_from_db()
    yield "done", done


def _locked(data_import: DataImport) -> DataImport:
    rows = DataImport.objects.select_for_update().select_related("release__source")
    found: DataImport = rows.get(pk=data_import.pk)
    return found


def apply_import(
    data_import: DataImport,
    *,
    by: Any,
    at: datetime,
    seen: str | None = None,
    confirmed: bool = False,
    mends: str = "",
    progress: Progress = quiet,
) -> int:
    """All steps of `apply_steps` at once. Returns how many statements were recorded, and raises what it raises."""
    done = 0
    for what, done in apply_steps(data_import, by=by, at=at, seen=seen, confirmed=confirmed, mends=mends):
        progress(what, done)
    return done


def _close(data_import: DataImport, counts: dict[str, int], by: Any, at: datetime, mends: str) -> None:
    data_import.state, data_import.applied_at, data_import.counts = DataImport.State.APPLIED, at, counts
    data_import.save(update_fields=["state", "applied_at", "counts"])
    release = data_import.release
    if not release.sha256:
        release.sha256 = data_import.sha256
        release.save(update_fields=["sha256"])
    log_event(data_import, ImportEvent.Verb.APPLY, by, at, counts | {"reason": mends})


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


@contextmanager
def _plan_at_rest() -> Iterator[None]:
    """The collector looks at new objects only, not at the whole plan each time: that would take as long again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _series(entries: Sequence[Entry]) -> dict[str, int]:
    """The ids of the series that the lines name."""
    found: dict[str, int] = {}
    for some in batched(sorted({each.statement.series for each in entries}), BATCH, strict=False):
        found |= dict(Series.objects.filter(code__in=some).values_list("code", "pk"))
    return found


def _vintages(
    entries: Sequence[Entry], series: Mapping[str, int], data_import: DataImport, by: Any, mends: str
) -> Iterator[list[Vintage]]:
    """In batches; the observation of a new period is made on the way."""
    stored = _stored({each.statement.series for each in entries if each.kind == Kind.NEW})
    for batch in batched(entries, BATCH, strict=False):
        fresh = [
            Observation(series_id=series[code], period=period)
            for code, period in (
                (each.statement.series, each.statement.period) for each in batch if not each.before
            )
            if (code, period) not in stored
        ]
        made = {(row.series_id, row.period): row.pk for row in Observation.objects.bulk_create(fresh)}
        vintages = []
        for each in batch:
            code, period = each.statement.series, each.statement.period
            known = each.before.observation if each.before else stored.get((code, period))
            vintage = _vintage(each, data_import, by, mends)
            vintage.observation_id = known or made[series[code], period]
            vintages.append(vintage)
        yield vintages


def _stored(codes: set[str]) -> dict[tuple[str, str], int]:
    """Observations that exist, though nothing was stated of them by the day of the import."""
    found: dict[tuple[str, str], int] = {}
    for some in batched(sorted(codes), BATCH, strict=False):
        rows = Observation.objects.filter(series__code__in=some).values_list("series__code", "period", "pk")
        found |= {(code, period): key for code, period, key in rows}
    return found


KINDS = {
    Kind.NEW: Vintage.ChangeKind.FIRST,
    Kind.REVISED: Vintage.ChangeKind.REVISION,
    Kind.CORRECTED: Vintage.ChangeKind.CORRECTION,
    Kind.WITHDRAWN: Vintage.ChangeKind.WITHDRAWAL,
}


def _vintage(entry: Entry, data_import: DataImport, by: Any, mends: str = "") -> Vintage:
    stated, kind = entry.statement, entry.kind
    if mends and kind == Kind.REVISED:
        kind = Kind.CORRECTED
    return Vintage(
        release=data_import.release,
        value=stated.value,
        unit_mult=stated.unit_mult,
        decimals=stated.decimals,
        status=stated.status,
        stated_on=data_import.release.published_on,
        change_kind=KINDS[kind],
        reason=mends if kind == Kind.CORRECTED else "",
        recorded_by=by,
    )


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
    log_event(locked, ImportEvent.Verb.DISCARD, by, at, {})
