"""What an editor prints is read as number, precision, scale, unit and qualifier."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.figures.numerals import LONGEST_PRINT, Qualifier, grouped, plain, read_print
from tests.unit.figures.statements import printed

FACTS = [
    # print, number, places, multiplier, unit
    ("9.443 million units", "9.443", 3, 6, None),
    ("9.443\u00a0million units", "9.443", 3, 6, None),
    ("3,327.8 billion RMB", "3327.8", 1, 9, "CNY"),
    ("RMB3,327.8 billion", "3327.8", 1, 9, "CNY"),
    ("3.3278 billion yuan", "3.3278", 4, 9, "CNY"),
    ("54 percent", "54", 0, 0, "percent"),
    ("54.0%", "54.0", 1, 0, "percent"),
    ("11.1 per cent", "11.1", 1, 0, "percent"),
    ("3.46pc", "3.46", 2, 0, "percent"),
    ("2.8-percent", "2.8", 1, 0, "percent"),
    ("+12 .4%", "12.4", 1, 0, "percent"),
    ("-2.7%", "-2.7", 1, 0, "percent"),
    ("−2.7%", "-2.7", 1, 0, "percent"),
    ("minus 2.7 percent", "-2.7", 1, 0, "percent"),
    ("30.3 percentage points", "30.3", 1, 0, "percentage_point"),
    ("100 bps", "100", 0, 0, "basis_point"),
    ("Rs 2.5 lakh crore", "2.5", 1, 12, "PKR"),
    ("₹68.36 lakh crores", "68.36", 2, 12, "INR"),
    ("1,154.30 lakh tonnes", "1154.30", 2, 5, "tonne"),
    ("11543 lakh tn", "11543", 0, 5, "tonne"),
    ("$25bn", "25", 0, 9, "USD"),
    ("−$5bn", "-5", 0, 9, "USD"),
    ("$7-billion", "7", 0, 9, "USD"),
    ("US$40 billion", "40", 0, 9, "USD"),
    ("118.39 billion U.S. dollars", "118.39", 2, 9, "USD"),
    ("6 cents", "6", 0, -2, "USD"),
    ("9.4m", "9.4", 1, 6, None),
    ("6,000MW", "6000", 0, 0, "MW"),
    ("540 million kilowatts (kW)", "540", 0, 6, "kW"),
    ("9.15 trillion kilowatt-hours", "9.15", 2, 12, "kWh"),
    ("1 865 GW", "1865", 0, 0, "GW"),
    ("1\u2009865\u202fGW", "1865", 0, 0, "GW"),
    ("12,34,567", "1234567", 0, 0, None),
    ("1,234,567", "1234567", 0, 0, None),
    ("5,4%", "5.4", 1, 0, "percent"),
    ("nine million", "9", 0, 6, None),
    ("two hundred and fifty thousand", "250", 0, 3, None),
    ("twenty-five percent", "25", 0, 0, "percent"),
    ("one point five million people", "1.5", 1, 6, "person"),
    ("half a million", "0.5", 1, 6, None),
    ("2½ million", "2.5", 1, 6, None),
    ("۹٫۴۴۳ ملین", "9.443", 3, 6, None),
    ("٥٤٫٠ فیصد", "54.0", 1, 0, "percent"),
    ("944.3万辆", "944.3", 1, 4, "vehicle"),
    ("5.4亿千瓦", "5.4", 1, 8, "kW"),
    ("3亿5000万元", "35000", 0, 4, "CNY"),
    ("９．４４３ million", "9.443", 3, 6, None),
    ("9.443 million new energy vehicles", "9.443", 3, 6, "vehicle"),
    ("5.2%²", "5.2", 1, 0, "percent"),
    ("COVID-19 cost 5 million jobs", "5", 0, 6, "job"),
    ("$60 a barrel", "60", 0, 0, None),
]


@pytest.mark.parametrize(("text", "number", "places", "multiplier", "unit"), FACTS)
def test_a_print_is_read_as_it_was_meant(
    text: str, number: str, places: int, multiplier: int, unit: str | None
) -> None:
    figure = printed(text)
    assert str(figure.number) == number
    assert (figure.places, figure.multiplier, figure.unit) == (places, multiplier, unit)
    assert figure.qualifier is Qualifier.EXACT
    assert figure.text == text


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 9.4 million", Qualifier.ABOUT),
        ("nearly 9.4 million", Qualifier.ABOUT),
        ("约540吉瓦", Qualifier.ABOUT),
        ("more than 540 GW", Qualifier.MORE_THAN),
        ("900多万", Qualifier.MORE_THAN),
        ("under 10%", Qualifier.LESS_THAN),
        ("no less than 20 million yuan", Qualifier.AT_LEAST),
        ("20 million yuan or more", Qualifier.AT_LEAST),
        ("100+ projects", Qualifier.AT_LEAST),
        ("no more than 5%", Qualifier.AT_MOST),
        ("up to 10 per cent", Qualifier.AT_MOST),
    ],
)
def test_words_about_a_number_are_its_qualifier(text: str, qualifier: Qualifier) -> None:
    assert printed(text).qualifier is qualifier


@pytest.mark.parametrize(
    ("text", "low", "high", "places", "multiplier"),
    [
        ("2 to 3 million", "2", "3", 0, 6),
        ("2 million to 3 million", "2", "3", 0, 6),
        ("900 thousand to 1.2 million", "0.900", "1.2", 3, 6),
        ("5.2-5.4%", "5.2", "5.4", 1, 0),
        ("2.5–3.5%", "2.5", "3.5", 1, 0),
        ("between 12% and 13%", "12", "13", 0, 0),
        ("12% and 13%", "12", "13", 0, 0),
        ("$2-3bn", "2", "3", 0, 9),
        ("-2 to -3 percent", "-3", "-2", 0, 0),
    ],
)
def test_two_joined_numbers_are_a_range(text: str, low: str, high: str, places: int, multiplier: int) -> None:
    figure = printed(text)
    assert (figure.number, figure.canonical, figure.qualifier) == (None, None, Qualifier.RANGE)
    assert (str(figure.low), str(figure.high)) == (low, high)
    assert (figure.places, figure.multiplier) == (places, multiplier)


def test_units_counts_anything_and_sets_are_their_own_unit() -> None:
    assert (printed("9.443 million units").unit, printed("9.443 million units").generic_count) == (None, True)
    assert printed("7.833 million sets").unit == "set"
    assert not printed("54 percent").generic_count


def test_a_rupee_is_pakistani_unless_the_bound_figure_is_indian() -> None:
    figure = printed("Rs 2.5 lakh crore")
    assert figure.unit == "PKR"
    assert "INR" in figure.also


@pytest.mark.parametrize(
    "text",
    [
        "",
        "major tasks",
        "5G",
        "COVID-19",
        "the 21st",
        "FY23",
        "1,23,45",
        "a third",
        "three-quarters",
        "one in eight",
        "1/3",
    ],
)
def test_words_without_a_figure_are_none(text: str) -> None:
    assert read_print(text) is None


def test_the_canonical_value_is_the_number_in_full() -> None:
    assert plain(printed("9.443 million units").canonical or Decimal(0)) == "9443000"
    assert plain(printed("3,327.8 billion RMB").canonical or Decimal(0)) == "3327800000000"
    assert plain(printed("54.0%").canonical or Decimal(0)) == "54.0"


def test_numbers_are_shown_without_exponent_and_without_lost_zeros() -> None:
    assert (plain(Decimal("3335.71")), plain(Decimal("1E+3")), plain(Decimal("54.0"))) == (
        "3335.71",
        "1000",
        "54.0",
    )
    assert (grouped(Decimal("3335.71")), grouped(Decimal("1E+3"))) == ("3,335.71", "1,000")


decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15)


@settings(deadline=None, max_examples=150)
@given(
    number=decimals,
    show=st.sampled_from([plain, grouped]),
    scale=st.sampled_from(["", " million", "bn", " lakh crore"]),
)
def test_a_number_we_print_is_read_back(number: Decimal, show: object, scale: str) -> None:
    shown = grouped(number) if show is grouped else plain(number)
    figure = printed(shown + scale)
    assert figure.number == number
    assert figure.places == 3


@settings(deadline=None, max_examples=150)
@given(number=decimals, digits=st.sampled_from("٠۰०０"))
def test_a_number_in_other_digits_is_the_same_number(number: Decimal, digits: str) -> None:
    other = plain(number).translate({ord("0") + value: ord(digits) + value for value in range(10)})
    assert printed(other).number == number


ALPHABET = st.one_of(
    st.characters(),
    st.sampled_from(
        [
            *"0123456789.,-+%$ ~/'",
            " million",
            " lakh",
            "万",
            "亿",
            " to ",
            "and ",
            "between ",
            "½",
            "²",
            "\u200f",
        ]
    ),
)


@settings(deadline=None, max_examples=400)
@given(text=st.lists(ALPHABET, max_size=40).map("".join))
def test_reading_never_fails_whatever_was_pasted(text: str) -> None:
    figure = read_print(text)
    if figure is None:
        return
    assert (figure.number is None) == (figure.qualifier is Qualifier.RANGE)
    if figure.low is not None and figure.high is not None:
        assert figure.low <= figure.high
    assert figure.places >= 0


@pytest.mark.parametrize(
    "piece", ["9", "9,", "9 999 ", "million ", "nine ", "- ", "万", "9万", "between 1 and ", "a", "½"]
)
def test_a_long_print_is_read_quickly(piece: str) -> None:
    text = (piece * LONGEST_PRINT)[:LONGEST_PRINT]
    started = time.perf_counter()
    read_print(text)
    assert time.perf_counter() - started < 0.2
    assert read_print(text + piece + "9") is None
