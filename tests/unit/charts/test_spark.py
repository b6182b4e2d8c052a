"""A spark is a chart as small as a word: the same rules, without axis and letters."""

import re
from decimal import Decimal

from indicators.charts.spark import HEIGHT, WIDTH, spark

RECT = re.compile(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/>')


def columns(*values: str) -> list[tuple[float, ...]]:
    drawn = spark([Decimal(each) for each in values], "Cars")
    return [tuple(float(number) for number in found.groups()) for found in RECT.finditer(drawn)]


def test_few_periods_are_columns_from_zero_that_reach_from_edge_to_edge() -> None:
    (first, _top, _width, half), (last, _highest, width, whole) = columns("5", "10")
    assert (first, last + width) == (0, WIDTH)
    assert whole == 2 * half


def test_a_column_below_zero_hangs_from_it() -> None:
    (_x, top, _width, height), (_at, hangs, _wide, _long) = columns("2", "-2")
    assert hangs == top + height
    assert 0 <= top < hangs < HEIGHT


def test_what_is_nothing_is_still_seen() -> None:
    assert columns("0", "10")[0][3] == 1


def test_many_periods_are_a_line_that_a_missing_value_breaks() -> None:
    values = [Decimal(n) for n in range(12)]
    assert spark(values, "").count("M") == 1
    broken = spark([*values[:5], None, *values[6:]], "")
    assert broken.count("M") == 2
    assert broken.count("<circle") == 1
    assert "<rect" not in broken


def test_it_says_what_it_shows_and_carries_no_style() -> None:
    drawn = spark([Decimal(1), Decimal(2)], "From 1 to <2>")
    assert 'role="img"><title>From 1 to &lt;2&gt;</title>' in drawn
    assert "style" not in drawn
