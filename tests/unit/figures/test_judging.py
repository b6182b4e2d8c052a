"""One print against one statement: exact, rounded, within its qualifier, or wrong by just what."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from articles.figures.checking import ABOUT_TOLERANCE, StatedValue, Verdict, judge, state
from articles.figures.decimals import shifted
from articles.figures.numerals import Qualifier, plain
from tests.unit.figures.statements import (
    NEV,
    NEV_GROWTH,
    RD,
    ROBOTS,
    SEED,
    SOLAR,
    SOLAR_GROWTH,
    UNITS,
    printed,
    vintage,
)


def verdict(text: str, observed: StatedValue) -> Verdict:
    return judge(printed(text), observed, UNITS)


@pytest.mark.parametrize(("text", "vintages"), SEED)
def test_the_seed_prints_what_its_source_stated(text: str, vintages: list[StatedValue]) -> None:
    assert verdict(text, vintages[0]) is Verdict.EXACT


@pytest.mark.parametrize(
    ("text", "observed", "expected"),
    [
        ("9.443 million", NEV, Verdict.EXACT),
        ("9.4430 million", NEV, Verdict.EXACT),
        ("9,443,000", NEV, Verdict.EXACT),
        ("94.43 lakh", NEV, Verdict.EXACT),
        ("944.3万辆", NEV, Verdict.EXACT),
        ("۹٫۴۴۳ ملین گاڑیاں", NEV, Verdict.EXACT),
        ("9.44 million units", NEV, Verdict.ROUNDED),
        ("nine million", NEV, Verdict.ROUNDED),
        ("9.334 million units", NEV, Verdict.CONTRADICTED),
        ("9.45 million units", NEV, Verdict.CONTRADICTED),
        ("9,400,000", NEV, Verdict.CONTRADICTED),
        ("54 percent", SOLAR_GROWTH, Verdict.ROUNDED),
        ("54.0%", SOLAR_GROWTH, Verdict.EXACT),
        ("54.1%", SOLAR_GROWTH, Verdict.CONTRADICTED),
        ("-54.0%", SOLAR_GROWTH, Verdict.CONTRADICTED),
        ("540 GW", SOLAR, Verdict.EXACT),
        ("540,000 MW", SOLAR, Verdict.EXACT),
        ("0.54 TW", SOLAR, Verdict.ROUNDED),
        ("3.33 trillion yuan", RD, Verdict.ROUNDED),
        ("7.833 million units", ROBOTS, Verdict.EXACT),
    ],
)
def test_a_print_is_compared_at_its_own_place_scale_and_unit(
    text: str, observed: StatedValue, expected: Verdict
) -> None:
    assert verdict(text, observed) is expected


@pytest.mark.parametrize(
    ("text", "observed"),
    [
        ("3.3278 billion yuan", RD),
        ("3,327.8 million RMB", RD),
        ("9.443 billion units", NEV),
        ("9.443", NEV),
        ("944.3亿辆", NEV),
        ("540 million GW", SOLAR),
        ("0.54%", SOLAR_GROWTH),
        ("540 TW", SOLAR),
    ],
)
def test_a_slip_of_scale_is_told_from_a_wrong_number(text: str, observed: StatedValue) -> None:
    assert verdict(text, observed) is Verdict.SCALE


@pytest.mark.parametrize(
    ("text", "observed"),
    [
        ("30.3 percentage points", NEV_GROWTH),
        ("3,030 basis points", NEV_GROWTH),
        ("540 million kWh", SOLAR),
        ("540 million yuan", SOLAR),
        ("3,327.8 billion dollars", RD),
        ("9.443%", NEV),
        ("30.3 units", NEV_GROWTH),
        ("9.443 million people", NEV),
        ("30.3%", vintage("30.3", "percentage_point")),
    ],
)
def test_another_unit_is_a_unit_error(text: str, observed: StatedValue) -> None:
    assert verdict(text, observed) is Verdict.UNIT


def test_basis_points_convert_to_percentage_points() -> None:
    assert verdict("100 bps", vintage("1.0", "percentage_point")) is Verdict.EXACT


def test_rupees_fit_the_currency_of_the_bound_series() -> None:
    assert verdict("Rs 25 crore", vintage("25", "PKR", 7)) is Verdict.EXACT
    assert verdict("Rs 25 crore", vintage("25", "INR", 7)) is Verdict.EXACT
    assert verdict("₹25 crore", vintage("25", "PKR", 7)) is Verdict.UNIT


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("more than 9.4 million", True),
        ("more than 9.443 million", False),
        ("at least 9.443 million", True),
        ("at least 9.444 million", False),
        ("under 9.5 million", True),
        ("less than 9.443 million", False),
        ("no more than 9.443 million", True),
        ("about 9.4 million", True),
        ("about 9 million", True),
        ("about 9.9 million", True),
        ("about 9.95 million", False),
        ("9 to 10 million", True),
        ("9.443 to 9.5 million", True),
        ("9.5 to 10 million", False),
    ],
)
def test_a_qualifier_is_taken_at_its_word(text: str, holds: bool) -> None:
    assert verdict(text, NEV) is (Verdict.WITHIN_QUALIFIER if holds else Verdict.CONTRADICTED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 540 million kW", Verdict.EXACT),
        ("more than 500 million kW", Verdict.WITHIN_QUALIFIER),
        ("at least 540 million kW", Verdict.WITHIN_QUALIFIER),
        ("540 million kW", Verdict.WITHIN_QUALIFIER),
        ("about 540 million kW", Verdict.WITHIN_QUALIFIER),
        ("more than 550 million kW", Verdict.CONTRADICTED),
        ("under 600 million kW", Verdict.CONTRADICTED),
        ("500 to 600 million kW", Verdict.CONTRADICTED),
        ("600 million kW", Verdict.CONTRADICTED),
    ],
)
def test_a_source_that_says_more_than_bears_out_only_what_follows(text: str, expected: Verdict) -> None:
    assert verdict(text, vintage("540", "kW", 6, qualifier=Qualifier.MORE_THAN)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.2 to 5.4 percent", Verdict.EXACT),
        ("5 to 5.4 percent", Verdict.WITHIN_QUALIFIER),
        ("5 to 6 percent", Verdict.WITHIN_QUALIFIER),
        ("more than 5 percent", Verdict.WITHIN_QUALIFIER),
        ("about 5.3 percent", Verdict.WITHIN_QUALIFIER),
        ("5.3 percent", Verdict.CONTRADICTED),
        ("5.3 to 5.4 percent", Verdict.CONTRADICTED),
    ],
)
def test_a_source_that_states_a_range_is_read_as_a_range(text: str, expected: Verdict) -> None:
    observed = vintage(None, low="5.2", high="5.4", qualifier=Qualifier.RANGE)
    assert verdict(text, observed) is expected


def test_a_withdrawn_or_missing_value_is_no_data() -> None:
    assert verdict("9.443 million", vintage(None, "vehicle", 6)) is Verdict.NO_DATA
    assert verdict("9.443 million", vintage("9.443", "vehicle", 6, withdrawn=True)) is Verdict.NO_DATA
    assert verdict("9.443 million", vintage("NaN", "vehicle", 6)) is Verdict.NO_DATA


def test_each_verdict_holds_warns_or_blocks_and_has_a_mark() -> None:
    for one in Verdict:
        assert one.holds + one.warns + one.is_error == 1
        assert one.is_error == (state(one) == "contradicted")
    assert state(Verdict.SUPERSEDED) == "revised"


values = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9)
places = st.integers(0, 4)
laws = settings(deadline=None, max_examples=200)


def rounded(value: Decimal, digits: int, how: str = ROUND_HALF_UP) -> str:
    return plain(value.quantize(Decimal(1).scaleb(-digits), how))


@laws
@given(value=values, digits=places, how=st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
@example(value=Decimal("2.5"), digits=0, how=ROUND_HALF_EVEN)
@example(value=Decimal("-0.5"), digits=0, how=ROUND_HALF_UP)
def test_what_a_source_stated_holds_at_any_rounding(value: Decimal, digits: int, how: str) -> None:
    observed = vintage(plain(value), "km", 6)
    assert verdict(f"{rounded(value, digits, how)} million km", observed).holds


@laws
@given(value=values, first=places, second=places)
def test_rounding_a_print_that_holds_holds_again(value: Decimal, first: int, second: int) -> None:
    """Except where the first rounding made a tie: 9.4449, printed 9.445, is not 9.45."""
    fine, coarse = max(first, second), min(first, second)
    once = rounded(value, fine)
    step = Decimal(1).scaleb(-coarse)
    assume(abs(Decimal(once)) % step != step / 2 or Decimal(once) == value)
    assert verdict(f"{rounded(Decimal(once), coarse)} km", vintage(plain(value), "km")).holds


@laws
@given(value=values, other=values, digits=places)
def test_a_print_holds_only_at_half_a_place(value: Decimal, other: Decimal, digits: int) -> None:
    text = rounded(other, digits)
    gap, half = abs(Decimal(text) - value), Decimal(5).scaleb(-digits - 1)
    assume(gap != half)
    assert verdict(f"{text} km", vintage(plain(value), "km")).holds == (gap < half)


@laws
@given(value=values, power=st.integers(-6, 6).filter(bool))
def test_a_number_moved_by_powers_of_ten_is_a_scale_slip(value: Decimal, power: int) -> None:
    assume(abs(value) >= 1)
    moved = plain(shifted(value, power))
    assert verdict(f"{moved} km", vintage(plain(value), "km")) is Verdict.SCALE


@laws
@given(
    value=values,
    pair=st.sampled_from([("GW", "kW", 6), ("MW", "kW", 3), ("TW", "GW", 3), ("kW", "MW", -3)]),
)
def test_units_of_one_dimension_convert(value: Decimal, pair: tuple[str, str, int]) -> None:
    larger, smaller, power = pair
    observed = vintage(plain(value), larger)
    assert verdict(f"{plain(shifted(value, power))} {smaller}", observed) is Verdict.EXACT


@laws
@given(value=values, bound=values)
def test_inequalities_compare_with_the_number_stated(value: Decimal, bound: Decimal) -> None:
    observed, number = vintage(plain(value), "km"), plain(bound)
    assert verdict(f"more than {number} km", observed).holds == (value > bound)
    assert verdict(f"at least {number} km", observed).holds == (value >= bound)
    assert verdict(f"less than {number} km", observed).holds == (value < bound)
    assert verdict(f"at most {number} km", observed).holds == (value <= bound)


@laws
@given(value=values, bound=values)
def test_about_is_never_stricter_than_the_bare_number(value: Decimal, bound: Decimal) -> None:
    observed, number = vintage(plain(value), "km"), plain(bound)
    near = abs(bound - value) <= abs(value) * ABOUT_TOLERANCE
    bare = verdict(f"{number} km", observed).holds
    assert verdict(f"about {number} km", observed).holds == (near or bare)


@laws
@given(value=values, ends=st.tuples(values, values))
def test_a_range_contains_what_lies_between_its_ends(value: Decimal, ends: tuple[Decimal, Decimal]) -> None:
    low, high = sorted(ends)
    close = verdict(f"{plain(low)} to {plain(high)} km", vintage(plain(value), "km"))
    assert close.holds == (low <= value <= high)
