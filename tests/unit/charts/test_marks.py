"""What stands at a value beside its mark: earlier values, ranges, open ends, breaks; and the logarithmic scale."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from indicators.charts.calendar import round_years
from indicators.charts.scales import GRID_LINES, log_scale_for
from indicators.charts.spec import EARLIER_SHOWN, Chart, Line, Point
from indicators.charts.svg import axis_of, svg
from indicators.charts.thinning import thinned

YEARS = [str(year) for year in range(2010, 2020)]
ABOVE_ZERO = st.decimals(min_value="0.0001", max_value=10**12, places=4, allow_nan=False)


def a_chart(points: dict[str, Point], periods: list[str] = YEARS, *, log: bool = False) -> Chart:
    return Chart("c1", "Title", "Values.", periods, [Line("NBS", points)], log=log)


def plain(value: str) -> Point:
    return Point(Decimal(value), value)


def test_a_revised_value_is_drawn_faintly_as_it_was_and_the_scale_holds_it() -> None:
    columns = a_chart({"2010": Point(Decimal(8), "8", earlier=(Decimal(50),))}, ["2010", "2011"])
    assert svg(columns).count('class="was w1"') == 1
    assert axis_of(columns).high >= 50
    lines = a_chart({year: Point(Decimal(8), "8", earlier=(Decimal(7),)) for year in YEARS})
    assert svg(lines).count('<circle class="was w1"') == len(YEARS)
    often = Point(Decimal(8), "8", earlier=tuple(Decimal(n) for n in range(20)))
    assert svg(a_chart({"2010": often}, ["2010"])).count('class="was w1"') == EARLIER_SHOWN


def test_a_range_has_both_ends_and_its_words_or_signs() -> None:
    ranged = Point(Decimal(5), "4 to 6", low=Decimal(4), high=Decimal(6), short="4–6")
    assert svg(a_chart({"2010": ranged}, ["2010", "2011"])).count('class="wh"') == 3
    assert ">4 to 6</text>" in svg(a_chart({"2010": ranged}, ["2010", "2011"]))
    crowded = {year: Point(Decimal(5), "between 4 and 6", short="4–6") for year in YEARS[:6]}
    drawn = svg(a_chart(crowded, YEARS[:6]))
    assert ">4–6</text>" in drawn


def test_more_than_and_less_than_point_away_from_the_value() -> None:
    up = svg(a_chart({"2010": Point(Decimal(5), "> 5", beyond="up")}, ["2010"]))
    down = svg(a_chart({"2010": Point(Decimal(5), "< 5", beyond="down")}, ["2010"]))
    assert up.count('class="wh"') == down.count('class="wh"') == 1
    assert up != down


def test_a_line_is_not_drawn_across_a_break() -> None:
    points = {year: plain("5") for year in YEARS} | {"2015": Point(Decimal(9), "9", "break", breaks=True)}
    drawn = svg(a_chart(points))
    assert drawn.count('class="l1"') == 2
    assert drawn.count('class="brk"') == 1


def test_few_periods_on_a_logarithmic_scale_are_no_columns_since_these_start_at_zero() -> None:
    points = {"2010": plain("1"), "2011": plain("1000")}
    assert "<rect class=" not in svg(a_chart(points, ["2010", "2011"], log=True)).split('class="pt"')[0]
    below = {"2010": plain("-1"), "2011": plain("1000")}
    assert not a_chart(below, ["2010", "2011"], log=True).is_log
    assert 'class="s1"' in svg(a_chart(below, ["2010", "2011"], log=True))


@given(st.lists(ABOVE_ZERO, min_size=1, max_size=8))
def test_a_logarithmic_scale_holds_its_values_with_few_ticks(values: list[Decimal]) -> None:
    scale = log_scale_for(values)
    assert scale.low <= min(values) <= max(values) <= scale.high
    assert 2 <= len(scale.ticks) <= GRID_LINES + 1
    shares = [scale.share(value) for value in sorted(values)]
    assert shares == sorted(shares)
    assert all(-Decimal("0.0001") <= share <= Decimal("1.0001") for share in shares)


def test_equal_ratios_are_equal_distances() -> None:
    scale = log_scale_for([Decimal(1), Decimal(100)])
    assert abs(scale.share(Decimal(10)) * 2 - scale.share(Decimal(100)) - scale.share(Decimal(1))) < Decimal(
        "1e-9"
    )


@given(st.lists(st.integers(0, 500), min_size=1, max_size=3000))
def test_a_thinned_line_keeps_ends_and_extremes_and_is_bounded(heights: list[int]) -> None:
    width = Decimal(100)
    run = [(width * n / len(heights), Decimal(each)) for n, each in enumerate(heights)]
    kept = thinned(run, width)
    assert (kept[0], kept[-1]) == (run[0], run[-1])
    assert {min(y for _x, y in kept), max(y for _x, y in kept)} == {min(heights), max(heights)}
    assert len(kept) <= 404
    assert kept == sorted(kept, key=lambda place: place[0])


def test_periods_are_named_at_round_years() -> None:
    years = [str(year) for year in range(1964, 2024)]
    assert [years[n] for n in round_years(years, 7)] == ["1970", "1980", "1990", "2000", "2010", "2020"]
    months = [f"{year}-{month:02}" for year in range(2001, 2004) for month in range(1, 13)]
    assert [months[n] for n in round_years(months, 3)] == ["2001-01", "2002-01", "2003-01"]
