"""The guard: a declared error ends when its source states something else, in the transaction of the recording."""

from collections.abc import Iterable
from datetime import datetime
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from itertools import batched

from indicators.observations.models import Vintage
from indicators.observations.printing import scaled
from indicators.observations.stated import same_statement
from indicators.upstream_errors.models import UpstreamError, UpstreamErrorEvent

# Fewer than any database allows of parameters in one question.
CHUNK = 5000
# More than the digits that a stored value may have.
DIGITS = 200


def guard(observations: Iterable[int], *, at: datetime) -> int:
    """Close the open declarations about these observations that expect what their source states no more.

    One query for each 5,000 observations of which nothing is declared. The caller holds the transaction, and tells
    the layers above afterwards.

    Returns:
        How many were closed.
    """
    closed = 0
    for keys in batched(sorted(observations), CHUNK, strict=False):
        found = UpstreamError.objects.open().filter(observation__in=keys).select_related("expect")
        declared = {each.observation_id: each for each in found.select_for_update(of=("self",))}
        if not declared:
            continue
        for newest in Vintage.objects.filter(observation__in=declared).as_known_at(at):
            error = declared[newest.observation_id]
            if not same_statement(newest, error.expect):
                _close(error, newest, at)
                closed += 1
    return closed


def _close(error: UpstreamError, newest: Vintage, at: datetime) -> None:
    """From the day on which the source said so; a statement that comes late ends it as if it had never held."""
    error.closed_on = max(error.declared_on, newest.stated_on)
    error.outcome = UpstreamError.Outcome.FIXED if agree(error, newest) else UpstreamError.Outcome.CHANGED
    error.closing = newest
    error.save(update_fields=["closed_on", "outcome", "closing"])
    UpstreamErrorEvent.objects.create(
        error=error, verb=UpstreamErrorEvent.Verb.GUARD, at=at, detail={"outcome": error.outcome}
    )


def agree(error: UpstreamError, stated: Vintage) -> bool:
    """Whether a statement says what we hold to be right, at the coarser of both precisions."""
    if error.value is None or stated.value is None:
        ends = (error.low, error.high, error.unit_mult) == (stated.low, stated.high, stated.unit_mult)
        return ends and error.low is not None
    if error.qualifier != stated.qualifier:
        return False
    place = max(error.unit_mult - error.decimals, stated.unit_mult - stated.decimals)
    ours, theirs = scaled(error.value, error.unit_mult), scaled(stated.value, stated.unit_mult)
    return any(_at(ours, place, how) == _at(theirs, place, how) for how in (ROUND_HALF_UP, ROUND_HALF_EVEN))


def _at(value: Decimal, place: int, how: str) -> Decimal:
    with localcontext(prec=DIGITS):
        return value.quantize(Decimal((0, (1,), place)), rounding=how)
