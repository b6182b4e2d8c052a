"""Join the two ends of a range, and give a number the unit that is printed once. Pure: no Django."""

from collections.abc import Sequence

from articles.figures.decimals import shifted
from articles.figures.extraction.amount import Amount
from articles.figures.extraction.prose import Word
from articles.figures.extraction.tables import CHANGES

_OPENING = frozenset({"between", "range", "ranging", "ranged", "ranges"})
_JOINTS = frozenset({"to", "-", "—", "~", "or"})
_LOOK_BACK = 4
_MOST_BETWEEN = 3


def joined(amounts: Sequence[Amount], words: Sequence[Word]) -> list[Amount]:
    """Ranges as one amount, shared units handed on, and what stays a mere word left out."""
    result: list[Amount] = []
    for amount in amounts:
        before = result[-1] if result else None
        if before is not None and before.other is None and _meets(before, amount, words):
            between = [word.lower for word in words[before.last : amount.first]]
            if _is_range(before, amount, between, words):
                result[-1] = _range(before, amount, words)
                continue
            _share(before, amount, between)
        result.append(amount)
    return [amount for amount in result if amount.firm]


def _meets(first: Amount, second: Amount, words: Sequence[Word]) -> bool:
    return second.first - first.last <= _MOST_BETWEEN and not (
        first.parts or second.parts or first.multiplies
    )


def _is_range(first: Amount, second: Amount, between: Sequence[str], words: Sequence[Word]) -> bool:
    ahead = [word.lower for word in words[max(0, first.first - _LOOK_BACK) : first.first]]
    opened = any(word in _OPENING for word in ahead)
    bare = first.unit is None and first.power is None
    agree = first.unit == second.unit or first.unit is None or second.unit is None
    if len(between) != 1 or not agree or (first.value >= second.value and not bare):
        return False
    if between[0] == "and":
        return "between" in ahead and "from" not in ahead
    if between[0] not in _JOINTS or (ahead and ahead[-1] == "from" and "range" not in ahead):
        return between == ["-"] and agree
    if opened or between[0] == "-":
        return True
    if between[0] == "or" and not bare:
        return False
    if (first.unit is not None and second.unit is not None) or not bare:
        return not any(word in CHANGES or word in {"by", "from"} for word in ahead)
    return second.unit is not None and not (ahead and ahead[-1] in CHANGES and first.number > second.number)


def _range(first: Amount, second: Amount, words: Sequence[Word]) -> Amount:
    """Both ends in the scale and unit of the second; a currency before the first serves both."""
    if first.power is None:
        first.power = second.power
    if first.unit is None:
        first.unit, first.unit_power, first.also = second.unit, second.unit_power, second.also
    low, high = sorted((first.value, second.value))
    return Amount(
        first.start,
        second.end,
        first.first,
        second.last,
        shifted(low, -(second.power or 0) - first.unit_power),
        max(first.places, second.places),
        second.power,
        first.unit,
        first.sign,
        first.unit_power,
        first.also,
        first.counts or second.counts,
        first.firm or second.firm,
        other=high,
    )


def _share(first: Amount, second: Amount, between: Sequence[str]) -> None:
    """ "from 5.2 to 5.4 percent": the first one has the unit and the scale of the second."""
    if between not in (["to"], ["and"], [","], [",", "and"], ["or"], ["against"], ["to", "record"]):
        return
    if (
        first.unit is None
        and not first.counts
        and second.unit is not None
        and second.unit not in {"times", "ratio"}
    ):
        first.unit, first.unit_power, first.also = second.unit, second.unit_power, second.also
        first.counts = second.counts
        if first.power is None and second.power is not None and first.number < second.number * 1000:
            first.power = second.power
        first.firm = True
