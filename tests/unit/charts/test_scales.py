"""Scales hold their values, start from zero where columns need it, and stay readable."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from indicators.charts.frame import tick_text
from indicators.charts.scales import GRID_LINES, scale_for

VALUES = st.lists(
    st.decimals(min_value=-(10**15), max_value=10**15, places=3, allow_nan=False), min_size=1, max_size=30
)


@given(VALUES, st.booleans())
def test_every_value_lies_on_the_scale(values: list[Decimal], from_zero: bool) -> None:
    scale = scale_for(values, from_zero=from_zero)
    assert all(0 <= scale.share(value) <= 1 for value in values)
    assert len(scale.ticks) <= GRID_LINES + 1
    assert scale.ticks[0] == scale.low
    assert scale.ticks[-1] == scale.high


@given(VALUES)
def test_columns_have_zero_on_the_scale(values: list[Decimal]) -> None:
    assert Decimal(0) in scale_for(values, from_zero=True).ticks


def test_vehicles_are_measured_in_twos() -> None:
    scale = scale_for([Decimal("9.443"), Decimal("9.587"), Decimal("7.058")], from_zero=True)
    assert [tick_text(tick) for tick in scale.ticks] == ["0", "2", "4", "6", "8", "10"]


def test_a_scale_without_values_or_with_zero_only_still_stands() -> None:
    assert scale_for([], from_zero=True).high == 1
    assert scale_for([Decimal(0)], from_zero=True).high == 1


def test_ticks_have_no_needless_zeros() -> None:
    assert [tick_text(Decimal(each)) for each in ("0", "2.50", "1E+3", "-40")] == ["0", "2.5", "1,000", "−40"]
