"""The reasons and kinds of a plan in words."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators.importing.planning import Entry, Kind
from indicators.observations.printing import printed, scaled

KINDS = {
    Kind.NEW.value: gettext_lazy("New"),
    Kind.REVISED.value: gettext_lazy("Revised"),
    Kind.CORRECTED.value: gettext_lazy("Corrected"),
    Kind.WITHDRAWN.value: gettext_lazy("Withdrawn"),
    Kind.UNCHANGED.value: gettext_lazy("Unchanged"),
    Kind.EMPTY.value: gettext_lazy("Empty"),
}


def reason_in_words(reason: str) -> str:
    """One reason to look twice, as a sentence."""
    kind, _colon, what = reason.partition(":")
    if kind == "unit":
        return _("The file says the unit is %(unit)s.") % {"unit": what}
    if kind == "scale":
        factor = f"{10 ** min(abs(int(what)), 30):,}"
        if int(what) > 0:
            return _("%(n)s times larger than what it is compared with. Is the scale right?") % {"n": factor}
        return _("%(n)s times smaller than what it is compared with. Is the scale right?") % {"n": factor}
    if kind == "sign":
        return _("The sign has changed.")
    if kind == "withdrawn":
        return _("The file states nothing where a value was known: that withdraws it.")
    if kind == "gap":
        return _("Nothing is known between %(period)s and this period.") % {"period": what}
    return _("It is %(percent)s percent away from what it is compared with.") % {"percent": what}


def old_in_words(entry: Entry) -> str:
    """What was known, as printed; nothing for a new one."""
    return entry.before.printed if entry.before else ""


def change_in_words(entry: Entry) -> str:
    """How far a changed value moved: "+0.24%"."""
    was, stated = entry.before, entry.statement
    if (
        entry.kind not in (Kind.REVISED, Kind.CORRECTED)
        or was is None
        or not was.value
        or stated.value is None
    ):
        return ""
    before, now = scaled(was.value, was.unit_mult), scaled(stated.value, stated.unit_mult)
    return f"{(now / before - 1) * 100 * (1 if before > 0 else -1):+.2f}%"


def new_in_words(entry: Entry) -> str:
    """What the file states."""
    stated = entry.statement
    return _words(stated.value, stated.unit_mult)


def _words(value: Decimal | None, unit_mult: int) -> str:
    return printed(value, unit_mult) if value is not None else _("nothing")
