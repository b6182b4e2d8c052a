"""What a fixture may not state, beyond what the models themselves refuse."""

import html
import re
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.observations.models import Observation, Vintage

REFERENCE = re.compile(r"""data-observation=["']([^"']*)["']""")


def refuse_unknown_series(body: str) -> None:
    """Every figure of a body is bound to an observation that is stored.

    Reads the body as the file has it: the sanitiser would silently drop a reference that is malformed.
    """
    for quoted in REFERENCE.findall(body):
        reference = html.unescape(quoted)
        series, _colon, period = reference.rpartition(":")
        if not Observation.objects.filter(series__code=series, period=period).exists():
            told = _("“%(reference)s” is not in the catalogue. Bind the figure to a series that exists.")
            raise ValidationError(told % {"reference": reference})


def refuse_what_cannot_have_been_stated(vintage: Vintage, *, at: datetime) -> None:
    """Nothing is stated after today."""
    if vintage.stated_on > timezone.localdate(at):
        told = _("%(day)s is after today. A figure is recorded when it has been stated.")
        raise ValidationError(told % {"day": vintage.stated_on.isoformat()})
