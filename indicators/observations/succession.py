"""Which change a vintage is: the first statement about an observation, or a change of an earlier one."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from indicators.observations.models import Observation, Vintage

FIRST = Vintage.ChangeKind.FIRST


def change_kind_by_default(observation: Observation, stated_on: date) -> Vintage.ChangeKind:
    """`first` where nothing had been stated by that day, else `revision`."""
    stated = observation.pk and Vintage.objects.filter(observation=observation).stated_by(stated_on).exists()
    return Vintage.ChangeKind.REVISION if stated else FIRST


def refuse_future(vintage: Vintage, *, at: datetime) -> None:
    """Refuse what cannot have been stated yet.

    Raises:
        ValidationError: of `stated_on`.
    """
    today = timezone.localdate(at)
    if vintage.stated_on > today:
        raise ValidationError({"stated_on": _in_the_future(vintage.stated_on, today)})


def refuse_out_of_order(vintages: Iterable[Vintage], *, at: datetime) -> None:
    """Refuse what cannot have been stated yet, and a change kind that contradicts the order of statements.

    Raises:
        ValidationError: of the field, saying what is wrong and what to do.
    """
    batch = list(vintages)
    for vintage in batch:
        refuse_future(vintage, at=at)
        sooner = any(
            other is not vintage
            and other.observation_id == vintage.observation_id
            and other.stated_on < vintage.stated_on
            for other in batch
        )
        by_default = change_kind_by_default(vintage.observation, vintage.stated_on)
        is_first = by_default == FIRST and not sooner
        if is_first != (vintage.change_kind == FIRST):
            raise ValidationError({"change_kind": _wrong_kind(is_first)})


def _in_the_future(stated_on: date, today: date) -> str:
    return _("%(day)s is after today, %(today)s. Record a statement once it has been made.") % {
        "day": date_format(stated_on, "Y-m-d"),
        "today": date_format(today, "Y-m-d"),
    }


def _wrong_kind(is_first: bool) -> str:
    if is_first:
        return _("Nothing had been stated about this period by that day. Choose “First statement”.")
    return _("Something had been stated about this period by that day. Choose what kind of change this is.")
