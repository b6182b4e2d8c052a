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
    if error.value is None:
        return printed_range(error.low, error.high, error.unit_mult, sign, unit.code, language)
    return qualified(
        printed(error.value, error.unit_mult, sign, unit.code, language), error.qualifier, language
    )
