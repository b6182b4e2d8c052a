"""Verbs on declared errors: each one function, one transaction, one log row; the clock is an argument."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.catalogue.holding import hold_indicators_of
from indicators.catalogue.models import Series
from indicators.observations.models import Vintage
from indicators.observations.stated import same_statement
from indicators.signals import declarations_changed
from indicators.upstream_errors.models import UpstreamError, UpstreamErrorEvent
from taxonomy.printable import plain_line, plain_text

Verb = UpstreamErrorEvent.Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """What we hold to be right, as the source would print it."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "exact"
    unit_mult: int = 0
    decimals: int = 0


@transaction.atomic
def declare(
    expect: Vintage, *, right: Right, reason: str, by: Any, at: datetime, informed_on: date | None = None
) -> UpstreamError:
    """Declare that a statement is wrong, from today on.

    Args:
        expect: what the source states now.
        right: what we hold to be right.
        reason: why; readers see it.
        informed_on: when the source was told of it, if it was.

    Raises:
        ValidationError: the source states something else by now, an error of the observation is declared already,
            what we hold to be right is what the source states, or no reason is given. Nothing has changed.
    """
    hold_indicators_of(Series.objects.filter(observations=expect.observation_id))
    error = UpstreamError(
        observation_id=expect.observation_id,
        expect=expect,
        reason=plain_line(reason).strip(),
        declared_on=timezone.localdate(at),
        declared_by=by,
        informed_on=informed_on,
        **{name: getattr(right, name) for name in Right.__dataclass_fields__},
    )
    _refuse(error, at)
    error.full_clean(validate_constraints=False)
    error.save(force_insert=True)
    _log(error, Verb.DECLARE, by, at, {"reason": error.reason})
    _tell(error, at)
    return error


def _refuse(error: UpstreamError, at: datetime) -> None:
    if UpstreamError.objects.open().filter(observation=error.observation_id).exists():
        raise ValidationError(_("An error of this observation is declared already. Close that one first."))
    newest = Vintage.objects.filter(observation=error.observation_id).as_known_at(at).first()
    if newest is None or not same_statement(newest, error.expect):
        raise ValidationError(_("The source has stated something else meanwhile. Look at it first."))
    if error.expect.value is None and error.expect.low is None:
        raise ValidationError(_("The source states no value there. There is nothing to correct."))
    if same_statement(_as_statement(error), error.expect):
        raise ValidationError({"value": _("That is what the source states. Write what is right.")})
    if error.informed_on is not None and error.informed_on > error.declared_on:
        raise ValidationError({"informed_on": _("That day has not come yet.")})


def _as_statement(error: UpstreamError) -> Vintage:
    names = ("value", "low", "high", "qualifier", "unit_mult")
    return Vintage(**{name: getattr(error, name) for name in names})


@transaction.atomic
def inform(error: UpstreamError, *, on: date, by: Any, at: datetime) -> UpstreamError:
    """Note that the source was told of it.

    Raises:
        ValidationError: the declaration is closed, or the day has not come yet.
    """
    locked = _open(error)
    if on > timezone.localdate(at):
        raise ValidationError({"on": _("That day has not come yet.")})
    locked.informed_on = on
    locked.save(update_fields=["informed_on"])
    _log(locked, Verb.INFORM, by, at, {"on": on.isoformat()})
    _tell(locked, at)
    return locked


@transaction.atomic
def record_reply(error: UpstreamError, *, reply: str, confirms: bool, by: Any, at: datetime) -> UpstreamError:
    """Keep what the source answered; the newest answer stands, the log has all.

    Args:
        confirms: the source says that we are right. The declaration stays open until it states so.

    Raises:
        ValidationError: the declaration is closed, or nothing was answered.
    """
    locked = _open(error)
    locked.reply = plain_text(reply).strip()
    if not locked.reply:
        raise ValidationError({"reply": _("Write what the source answered.")})
    if confirms and locked.confirmed_on is None:  # The day stays: it is told as of earlier days too.
        locked.confirmed_on = timezone.localdate(at)
    locked.save(update_fields=["reply", "confirmed_on"])
    _log(locked, Verb.REPLY, by, at, {"reason": locked.reply, "confirms": confirms})
    _tell(locked, at)
    return locked


@transaction.atomic
def reject(error: UpstreamError, *, reason: str, by: Any, at: datetime) -> UpstreamError:
    """Close it because the source was right after all.

    Raises:
        ValidationError: it is closed already, or no reason is given.
    """
    locked = _open(error)
    if not plain_text(reason).strip():
        raise ValidationError({"reason": _("Say why the source is right after all. The log keeps it.")})
    locked.closed_on = max(timezone.localdate(at), locked.declared_on)
    locked.outcome = UpstreamError.Outcome.REJECTED
    locked.save(update_fields=["closed_on", "outcome"])
    _log(locked, Verb.REJECT, by, at, {"reason": plain_text(reason).strip()})
    _tell(locked, at)
    return locked


@transaction.atomic
def look(error: UpstreamError, *, by: Any, at: datetime) -> UpstreamError:
    """Note that somebody has looked at what the source states now: the desk tells it no longer. Twice is once."""
    locked: UpstreamError = UpstreamError.objects.select_for_update().get(pk=error.pk)
    if locked.looked_at is None and locked.closing_id is not None:
        locked.looked_at = at
        locked.save(update_fields=["looked_at"])
        _log(locked, Verb.LOOK, by, at, {})
    return locked


def _open(error: UpstreamError) -> UpstreamError:
    hold_indicators_of(Series.objects.filter(observations=error.observation_id))
    locked: UpstreamError = UpstreamError.objects.select_for_update().get(pk=error.pk)
    if locked.closed_on is not None:
        raise ValidationError(_("This declaration is closed already."))
    return locked


def _log(error: UpstreamError, verb: str, by: Any, at: datetime, detail: dict[str, Any]) -> None:
    UpstreamErrorEvent.objects.create(error=error, verb=verb, by=by, at=at, detail=detail)


def _tell(error: UpstreamError, at: datetime) -> None:
    declarations_changed.send(sender=UpstreamError, observations={error.observation_id}, at=at)
