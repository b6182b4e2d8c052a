"""One statement as words: value or range with its qualifier, or what there is instead of a value."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from indicators.catalogue.models import Unit
from indicators.observations.models import Vintage
from indicators.observations.printing import printed, printed_range, qualified, scale_word, scaled


def unit_sign(unit: Unit, language: str) -> str:
    """What is written after a number: the unit's symbol, or its name in the language."""
    return unit.symbol or unit.translations.get(language) or unit.name


def unit_name(unit: Unit, language: str) -> str:
    """The unit in words, in the language if it is known there: “yuan”, “vehicles”."""
    name: str = unit.translations.get(language) or unit.name
    return name


def as_printed(vintage: Vintage, unit: Unit | None, language: str, *, scale: bool = True) -> str:
    """“more than 9.443 million vehicles”; “withdrawn” or “missing” where nothing is stated.

    Args:
        unit: written after the number; None leaves it out.
        scale: False leaves the scale word out as well, for a column that has it in its head.
    """
    sign, code = (unit.symbol, unit.code) if unit else ("", "")
    mult = vintage.unit_mult if scale else 0
    if vintage.low is not None and vintage.high is not None:
        text = printed_range(vintage.low, vintage.high, mult, sign, code, language)
    elif vintage.value is None:
        return nothing_stated(vintage)
    else:
        text = qualified(printed(vintage.value, mult, sign, code, language), vintage.qualifier, language)
    # A noun comes after the qualifier: between the two Urdu would have to inflect it.
    return f"{text} {unit_name(unit, language)}" if unit and not (sign or code == "percent") else text


def nothing_stated(vintage: Vintage) -> str:
    """Why there is no value."""
    if vintage.change_kind == Vintage.ChangeKind.WITHDRAWAL:
        return _("withdrawn")
    return _("withheld") if vintage.status == Vintage.Status.WITHHELD else _("missing")


def big_number(vintage: Vintage, unit: Unit, language: str) -> tuple[str, str]:
    """The number to be set large, and what follows it in small: (“9.443”, “million vehicles”)."""
    plain = vintage.value is not None and vintage.low is None and vintage.qualifier == "exact"
    if not plain or unit.code == "percent":
        return as_printed(vintage, unit, language), ""
    word = scale_word(vintage.unit_mult, language)
    number, _blank, rest = as_printed(vintage, unit, language).partition(f" {word}" if word else " ")
    return number, f"{word}{rest}"


def exact_value(vintage: Vintage | None) -> Decimal | None:
    """The value written out, if exactly one value is stated without a qualifier: what may be compared."""
    if vintage is None or vintage.value is None or vintage.low is not None or vintage.qualifier != "exact":
        return None
    return scaled(vintage.value, vintage.unit_mult)


def same_statement(one: Vintage, other: Vintage) -> bool:
    """Whether two vintages state the same value, however it was printed."""
    return _sense(one) == _sense(other)


def note_of(vintage: Vintage) -> str:
    """The word that stands at a value that is not a normal one."""
    if vintage.status == Vintage.Status.NORMAL:
        return ""
    return {
        Vintage.Status.PROVISIONAL.value: _("preliminary"),
        Vintage.Status.ESTIMATED.value: _("estimate"),
        Vintage.Status.FORECAST.value: _("forecast"),
        Vintage.Status.BREAK.value: _("break"),
    }.get(vintage.status, "")


def _sense(vintage: Vintage) -> tuple[Any, ...]:
    numbers = (vintage.value, vintage.low, vintage.high)
    full = tuple(None if each is None else scaled(each, vintage.unit_mult) for each in numbers)
    return (*full, vintage.qualifier, vintage.change_kind == Vintage.ChangeKind.WITHDRAWAL)
