"""Numbers are written as their source printed them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.observations.printing import (
    digits,
    in_full,
    printed,
    printed_range,
    qualified,
    scale_word,
    scaled,
)

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**30), max_value=10**30)


@pytest.mark.parametrize(
    ("value", "mult", "symbol", "code", "expected"),
    [
        ("9.443", 6, "", "", "9.443 million"),
        ("3335.71", 9, "", "", "3,335.71 billion"),
        ("3335.71", 9, "RMB", "CNY", "3,335.71 billion RMB"),
        ("540", 6, "kW", "kW", "540 million kW"),
        ("54.0", 0, "%", "percent", "54.0%"),
        ("8.4", 0, "", "percent", "8.4%"),
        ("-0.5", 0, "%", "percent", "−0.5%"),
        ("12.50", 9, "US$", "USD", "US$12.50 billion"),
        ("944.3", 4, "", "", "944.3 ten thousand"),
        ("7", 10, "", "", "7 × 10¹⁰"),
        ("1E+3", 0, "", "", "1,000"),
    ],
)
def test_a_value_reads_as_its_source_printed_it(
    value: str, mult: int, symbol: str, code: str, expected: str
) -> None:
    assert printed(Decimal(value), mult, symbol, code) == expected


def test_the_scale_stays_and_its_word_is_translated() -> None:
    assert printed(Decimal("3335.71"), 9, language="ur") == "3,335.71 ارب"
    assert printed(Decimal("9.443"), 6, language="zh-hans") == "9.443 百万"
    assert printed(Decimal("9.443"), 6, language="fr") == "9.443 million"
    assert scale_word(0, "ur") == ""


def test_a_value_in_full_is_exact() -> None:
    assert in_full(Decimal("9.443"), 6, "vehicles") == "9,443,000 vehicles"
    assert in_full(Decimal("3335.71"), 9, "yuan") == "3,335,710,000,000 yuan"
    assert in_full(Decimal("1.234567890123456789012345678901"), 6) == "1,234,567.890123456789012345678901"


@pytest.mark.parametrize("name", ["percent", "فیصد", "百分比"])
def test_per_cent_is_a_sign_in_every_language(name: str) -> None:
    """10.3 百分比 is no Chinese: the name of the unit does not follow a number. 百分点, percentage points, does."""
    assert in_full(Decimal("-10.3"), 0, name, "percent") == "−10.3%"
    assert in_full(Decimal("0.3"), 0, "百分点", "percentage_point") == "0.3 百分点"


def test_qualifiers_and_ranges_are_said_in_words() -> None:
    assert qualified("9.4 million", "more_than") == "more than 9.4 million"
    assert qualified("9.4 million", "exact") == "9.4 million"
    assert printed_range(Decimal(5), Decimal(6), 6) == "5 to 6 million"


@given(NUMBERS)
def test_no_digit_is_added_or_lost(value: Decimal) -> None:
    text = digits(value).replace(",", "").replace("−", "-")
    assert Decimal(text).as_tuple() == value.as_tuple()


@given(NUMBERS, st.integers(min_value=-6, max_value=15))
def test_scaling_there_and_back_changes_nothing(value: Decimal, mult: int) -> None:
    assert scaled(scaled(value, mult), -mult) == value


def test_a_number_below_zero_is_kept_together_where_words_run_from_right_to_left() -> None:
    below = Decimal("-19.9")
    assert printed(below, 9, "RMB", "CNY", "ur") == "\u2066−19.9\u2069 ارب RMB"
    assert printed(below, 0, "%", "percent", "ur") == "\u2066−19.9%\u2069"
    assert printed(below, 0, "$", "USD", "ur") == "\u2066$−19.9\u2069"
    assert printed_range(below, Decimal("2"), 0, "%", "percent", "ur") == "\u2066−19.9\u2069 تا 2%"
    assert printed(-below, 9, "RMB", "CNY", "ur") == "19.9 ارب RMB"
    for language in ("en", "zh-hans"):
        assert "\u2066" not in printed(below, 9, "RMB", "CNY", language)
