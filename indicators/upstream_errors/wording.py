"""Declared errors in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from indicators.observations.printing import printed, printed_range, qualified
from indicators.observations.stated import unit_sign
from indicators.upstream_errors.models import UpstreamError

STATUSES: dict[str, Any] = {
    "open": _("Open"),
    "confirmed": _("Confirmed by the source"),
    **dict(UpstreamError.Outcome.choices),
}


def right_in_words(error: UpstreamError, language: str) -> str:
    """What we hold to be right: “3,335.71 billion RMB”."""
    unit = error.observation.series.unit
    sign = unit_sign(unit, language)
    low, high, value = error.low, error.high, error.value
    if low is not None and high is not None:
        return printed_range(low, high, error.unit_mult, sign, unit.code, language)
    number = printed(value, error.unit_mult, sign, unit.code, language) if value is not None else ""
    return qualified(number, error.qualifier, language)
