"""Exact handling of printed decimals: nothing here is rounded by a context. Pure: no Django."""

from decimal import Decimal


def shifted(number: Decimal, power: int) -> Decimal:
    """The number times ten to that power, exactly: no context rounds it."""
    sign, digits, exponent = number.as_tuple()
    return Decimal((sign, digits, exponent + power)) if isinstance(exponent, int) else number


def plain(value: Decimal) -> str:
    """All digits, no exponent; printed zeros are kept and none are added after the point."""
    return format(value, "f")


def grouped(value: Decimal) -> str:
    """Like `plain`, with commas between thousands."""
    return format(value, ",f")
