"""Kind, direction, period, subject and links of figures."""

import pytest

from tests.unit.extraction.reading import figures, only


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("Exports rose by 5 percent.", "change", "up"),
        ("Exports fell sharply, by about 5 percent.", "change", "down"),
        ("There was a 5 percent drop in exports.", "change", "down"),
        ("An increase of 5 percent was seen.", "change", "up"),
        ("Growth slowed to 5 percent.", "change", "up"),
        ("The index of prices shows +5% for bread.", "change", "up"),
        ("Exports doubled.", "change", "up"),
        ("Inflation stood at 5 percent.", "rate", None),
        ("The unemployment rate fell to 5 percent.", "rate", None),
        ("Textiles account for 5 percent of exports.", "share", None),
        ("The deficit was 5 percent of GDP.", "share", None),
        ("Exports reached $5 million.", "level", None),
        ("Farms are nine times larger there.", "ratio", None),
        ("A balance of -3.4 percent of GDP was kept.", "share", None),
    ],
)
def test_the_words_around_a_figure_give_its_kind(text: str, kind: str, direction: str | None) -> None:
    figure = only(text)
    assert (figure.kind, figure.direction) == (kind, direction)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2021, exports rose 5 percent.", "2021"),
        ("Exports rose 5 percent in May 2021.", "2021-05"),
        ("Exports rose 5 percent in the first half of 2021.", "2021-H1"),
        ("Exports rose 5 percent in Q3 2021.", "2021-Q3"),
        ("Exports rose 5 percent in the third quarter of FY22.", "2021/2022-Q3"),
        ("Exports rose 5 percent in FY2021-22.", "2021/2022"),
        ("Exports rose 5 percent in July-March FY22.", "2021-07/2022-03"),
        ("Exports rose 5 percent in the first two months of 2021.", "2021-01/2021-02"),
        ("Exports rose 5 percent last year.", "2023"),
        ("Exports rose 5 percent last month.", "2024-02"),
        ("Exports rose 5 percent in November.", "2023-11"),
        ("Reserves stood at $5 billion as of 8 March 2024.", "2024-03-08"),
        ("Exports rose 5 percent.", None),
    ],
)
def test_a_period_beside_the_figure_is_its_period(text: str, period: str | None) -> None:
    assert only(text).period == period


def test_a_year_earlier_is_counted_from_the_period_spoken_of() -> None:
    now, before = figures("Wages rose 4.1 percent in June 2022, compared with 3.9 percent a year earlier.")
    assert [(f.period, f.kind) for f in (now, before)] == [("2022-06", "change"), ("2021-06", "change")]


def test_from_and_to_have_their_own_periods() -> None:
    found = figures("Exports rose from $5 billion in FY22 to $6 billion in FY23, a gain of 20 percent.")
    assert [f.period for f in found] == ["2021/2022", "2022/2023", "2022/2023"]


def test_a_period_is_taken_over_from_the_sentence_before_and_said_to_be() -> None:
    first, second = figures("In 2021, exports rose 5 percent. Imports fell 3 percent.")
    assert (first.period_from, second.period, second.period_from) == ("stated", "2021", "inherited")


def test_what_a_figure_is_compared_with_is_no_period_of_it() -> None:
    assert only("In May 2023 sales rose 5 percent compared with May 2022.").period == "2023-05"


def test_a_list_with_respectively_shares_unit_and_direction() -> None:
    first, second = figures("Imports and exports were up 3.1 and 4.2 percent, respectively, in Q3 2023.")
    assert first.unit == second.unit == "percent"
    assert first.direction == second.direction == "up"
    assert first.period == second.period == "2023-Q3"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Cotton exports rose 5 percent.", "Cotton exports"),
        ("The bank cut the lending rate by 5 percent.", "lending rate"),
        ("There was a 5 percent increase in rice exports.", "rice exports"),
        ("The port, which was dredged, handled 5 million tonnes of grain.", "grain"),
        ("Sugar, the second crop, fell 5 percent.", "Sugar"),
    ],
)
def test_the_subject_is_in_the_words_of_the_text(text: str, subject: str) -> None:
    assert only(text).subject == subject


def test_a_change_points_to_its_level() -> None:
    level, change = figures(
        "Car output reached 9.4 million units, an increase of 30.3% over the previous year."
    )
    assert (change.level_of, level.level_of, change.subject) == (0, None, level.subject)


def test_the_same_part_of_a_year_that_is_named() -> None:
    months, later = figures(
        "In July-April FY25 it was $26 billion, against $25 billion in the same period of FY24."
    )
    assert (months.period, later.period) == ("2024-07/2025-04", "2023-07/2024-04")
    first, second = figures(
        "In the first half of 2024 it was $2 billion, against $1 billion in the same period of 2022."
    )
    assert (first.period, second.period) == ("2024-H1", "2022-H1")


def test_two_ends_named_once_belong_to_the_two_figures() -> None:
    assert [
        figure.period for figure in figures("Mortality fell from 62 to 50 deaths between 2018 and 2023.")
    ] == [
        "2018",
        "2023",
    ]


def test_a_time_in_brackets_with_a_colon_is_that_of_the_figure_after_it() -> None:
    first, second = figures("Output came to 9.7m tonnes (2022-23: 10.98m tonnes).")
    assert (first.period, second.period) == (None, "2022/2023")


def test_what_others_are_counted_against_is_no_figure() -> None:
    [figure] = figures("There were 50 deaths per 1,000 live births.")
    assert (str(figure.value), figure.unit) == ("50", "per_1000")
