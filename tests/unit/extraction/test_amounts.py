"""Which numbers are figures, and what they are in full."""

from decimal import Decimal

import pytest

from tests.unit.extraction.reading import figures, only


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("Mills spun 12,34,567 tonnes of yarn.", "12,34,567 tonnes", "1234567", "tonne"),
        ("The bill came to Rs 3.4 lakh crore.", "Rs 3.4 lakh crore", "3400000000000", "PKR"),
        ("The fund holds $25bn.", "$25bn", "25000000000", "USD"),
        ("The line carries 40kW at night.", "40kW", "40", "kW"),
        ("The wind farms gave 9.4 TWh.", "9.4 TWh", "9.4", "TWh"),
        ("Wells pumped 6,000 barrels a day.", "6,000 barrels a day", "6000", "bbl/d"),
        ("Crude sold at $80 a barrel.", "$80 a barrel", "80", "USD/bbl"),
        ("Forests cover 4.5 million hectares.", "4.5 million hectares", "4500000", "hectare"),
        ("Sowing reached 1 234 567 units.", "1 234 567 units", "1234567", None),
        ("A loaf went for 85 cents.", "85 cents", "0.85", "USD"),
        ("The rate went down by 25 basis points.", "25 basis points", "25", "basis_point"),
        (
            "Three and a half billion dollars came in.",
            "Three and a half billion dollars",
            "3500000000",
            "USD",
        ),
        ("Investment came to 3.5万亿元", "3.5万亿元", "3500000000000", "CNY"),
        ("برآمدات 5 ارب ڈالر", "5 ارب ڈالر", "5000000000", "USD"),
        ("مہنگائی 12 فیصد", "12 فیصد", "12", "percent"),
    ],
)
def test_a_number_is_read_with_scale_and_unit(text: str, printed: str, value: str, unit: str | None) -> None:
    figure = only(text)
    assert (figure.text, figure.value, figure.unit) == (printed, Decimal(value), unit)
    assert text[figure.start : figure.end] == figure.text


def test_a_rupee_is_what_the_country_of_the_article_calls_one() -> None:
    text = "The scheme costs Rs 500 crore."
    assert [only(text, area=area).unit for area in ("Pakistan", "IND", "India")] == ["PKR", "INR", "INR"]


@pytest.mark.parametrize(
    "text",
    [
        "The 5G network served the G20 and COVID-19 wards beside the M4 road.",
        "It opens at 10:30 am on 6 May 2023; see page 12 and Section 4.",
        "Write to desk@example.org or phone 021 345 6789.",
        "The 21st meeting of FY23, in Q2 2022-23, was the third since the 1990s.",
        "A boy aged 15 waited two years and 12 months; see note [3].",
        "The index is based on 2015 = 100.",
    ],
)
def test_names_dates_and_marks_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_a_number_of_year_size_with_a_scale_is_a_figure() -> None:
    assert only("Revenue was 1999 million dollars in 1999.").value == Decimal("1999000000")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Prices rose between 5 and 6 percent.", "5", "6", "percent"),
        ("Output grew by 2 to 3 million tonnes.", "2000000", "3000000", "tonne"),
        ("Growth of 2.5-3.5% is likely.", "2.5", "3.5", "percent"),
    ],
)
def test_two_ends_make_one_range(text: str, low: str, high: str, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.low, figure.high, figure.unit) == (None, Decimal(low), Decimal(high), unit)


def test_from_and_to_are_two_figures_that_share_a_unit() -> None:
    before, after = figures("The rate moved from 5.2 to 5.4 percent.")
    assert (before.value, before.unit, after.value) == (Decimal("5.2"), "percent", Decimal("5.4"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One in five households has a tractor.", (1, 5)),
        ("Two-thirds of farms were hit.", (2, 3)),
        ("Half of the wells ran dry.", (1, 2)),
        ("A quarter of the crop was lost.", (1, 4)),
    ],
)
def test_fractions_keep_their_parts(text: str, parts: tuple[int, int]) -> None:
    assert only(text).parts == parts


def test_a_restatement_in_brackets_points_to_what_it_restates() -> None:
    first, second = figures("The fund grew to EUR 23bn ($25bn).")
    assert (first.restates, second.restates, second.unit) == (None, 0, "USD")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("About 40 km of track was laid.", "about"),
        ("More than 40 km of track was laid.", "more_than"),
        ("At least 40 km of track was laid.", "at_least"),
        ("Up to 40 km of track was laid.", "at_most"),
        ("Exports surpassed $40 million.", "more_than"),
        ("Just under 40 km of track was laid.", "less_than"),
        ("In all 40 km of track was laid.", None),
    ],
)
def test_the_words_before_a_number_say_how_it_is_meant(text: str, qualifier: str | None) -> None:
    figure = only(text)
    assert figure.qualifier == qualifier
    assert figure.text.endswith(("40 km", "$40 million"))
