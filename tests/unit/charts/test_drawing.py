"""Drawings: accessible, without style or script, columns up to six periods, nothing invented, nothing overlapping."""

from decimal import Decimal
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from indicators.charts.calendar import with_gaps
from indicators.charts.columns import placed
from indicators.charts.frame import BOTTOM, WIDTH, Plot
from indicators.charts.scales import scale_for
from indicators.charts.spec import Chart, Line, Point
from indicators.charts.stops import MOST_STOPS
from indicators.charts.svg import svg

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


def point(value: str, note: str = "") -> Point:
    return Point(Decimal(value), value, note)


def a_chart(periods: list[str], *lines: Line, title: str = "CAAM states more than NBS") -> Chart:
    return Chart("c1", title, "2023: NBS 9.443.", periods, lines)


VEHICLES = a_chart(
    ["2022", "2023"],
    Line("NBS", {"2023": point("9.443")}),
    Line("CAAM", {"2022": point("7.058"), "2023": point("9.587")}),
)


def test_the_drawing_is_a_group_with_its_finding_and_values_in_words() -> None:
    drawing = ElementTree.fromstring(svg(VEHICLES))  # noqa: S314 - our own text
    assert drawing.get("role") == "group"
    assert (drawing.get("aria-labelledby"), drawing.get("aria-describedby")) == ("c1-t", "c1-d")
    assert [child.tag for child in drawing[:2]] == ["title", "desc"]
    assert drawing.get("viewBox") == "0 0 360 248"


def test_nothing_in_a_drawing_needs_an_exception_from_the_content_policy() -> None:
    text = svg(a_chart(["2023"], Line("<script>", {"2023": point("1")}), title='"><script>'))
    assert "<script" not in text
    assert "style=" not in text


def test_a_missing_value_is_written_none_and_gets_no_column() -> None:
    text = svg(VEHICLES)
    assert ">none</text>" in text
    assert text.count('class="s1"') == 1
    assert text.count('class="s2"') == 2
    assert text.count('fill="url(#c1-h)"') == 2


def test_every_value_is_reached_with_the_keyboard_and_says_what_was_stated() -> None:
    drawing = ElementTree.fromstring(svg(VEHICLES))  # noqa: S314 - our own text
    stops = [each for each in drawing.iter("g") if each.get("tabindex") == "0"]
    assert [each.get("aria-label") for each in stops] == ["7.058", "9.443", "9.587"]
    assert {each.get("role") for each in stops} == {"img"}
    assert drawing.find("g").get("aria-hidden") == "true"  # type: ignore[union-attr]


def test_of_thousands_of_values_some_are_stops_and_the_noted_ones_are_among_them() -> None:
    days = [f"2{n:03}" for n in range(900)]
    points = {day: point("5", "preliminary" if n == 450 else "") for n, day in enumerate(days)}
    drawing = svg(a_chart(days, Line("NBS", points)))
    assert drawing.count('class="pt"') <= MOST_STOPS
    assert "2450: 5" in drawing
    assert "2899: 5" in drawing


def test_a_preliminary_value_says_so_at_its_mark() -> None:
    assert ">preliminary</text>" in svg(a_chart(["2023"], Line("NBS", {"2023": point("3", "preliminary")})))


def test_up_to_six_periods_are_columns_and_more_are_a_line() -> None:
    years = [str(year) for year in range(2015, 2022)]
    values = {year: point("5") for year in years}
    assert "<rect" in svg(a_chart(years[:6], Line("NBS", values)))
    drawn = svg(a_chart(years, Line("NBS", values)))
    assert "<rect" not in drawn
    assert 'class="l1"' in drawn


def test_a_line_breaks_where_a_value_is_missing() -> None:
    years = [str(year) for year in range(2015, 2023)]
    values = {year: point("5") for year in years if year != "2018"}
    assert svg(a_chart(years, Line("NBS", values))).count('class="l1"') == 2


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=6))
def test_columns_stay_on_the_sheet_and_are_as_high_as_their_values(
    pairs: list[tuple[Decimal, Decimal]],
) -> None:
    years = [str(2000 + n) for n in range(len(pairs))]
    one = Line("A", {year: Point(pair[0], "x") for year, pair in zip(years, pairs, strict=True)})
    two = Line("B", {year: Point(pair[1], "x") for year, pair in zip(years, pairs, strict=True)})
    chart = a_chart(years, one, two)
    plot = Plot.for_scale(scale_for(chart.values, from_zero=True))
    found = placed(chart, plot)
    assert all(plot.left <= each.x and each.x + each.width <= WIDTH for each in found)
    assert all(each.top >= 0 and each.top + each.height <= BOTTOM for each in found)
    higher = sorted(found, key=lambda each: each.height)
    sizes = [abs(each.point.value) for each in higher if each.point]
    assert sizes == sorted(sizes)
    ElementTree.fromstring(svg(chart))  # noqa: S314 - our own text


def test_years_that_nobody_states_are_shown_as_gaps() -> None:
    assert with_gaps(["2021", "2023"], 60) == ["2021", "2022", "2023"]
    assert with_gaps(["2022-Q3", "2023-Q1"], 60) == ["2022-Q3", "2022-Q4", "2023-Q1"]
    assert with_gaps(["2022-S2", "2023-S2"], 60) == ["2022-S2", "2023-S1", "2023-S2"]
    assert with_gaps(["2022-11", "2023-02"], 60) == ["2022-11", "2022-12", "2023-01", "2023-02"]
    assert with_gaps(["1900", "2023"], 3) == ["2021", "2022", "2023"]
    assert with_gaps(["2023-05-01", "2023-05-04"], 60) == ["2023-05-01", "2023-05-04"]


def test_the_lowest_column_below_zero_has_its_value_under_it() -> None:
    for lowest in ("-20", "-8.8", "-0.5"):
        values = {"2021": point("8.8"), "2022": point("3"), "2023": point(lowest)}
        text = svg(a_chart(list(values), Line("NBS", values)))
        assert f">{lowest}</text>" in text
