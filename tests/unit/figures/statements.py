"""The seed's figures as the judge sees them, and builders for others."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

from articles.figures.checking import StatedValue, UnitFacts
from articles.figures.numerals import Qualifier, StatedFigure, read_print

ARTICLE_DAY = date(2024, 3, 31)
FIRST_RELEASE = date(2024, 2, 29)
REVISION = date(2024, 10, 2)


def unit(code: str, dimension: str = "", factor: str = "1", *, counts: bool = False) -> UnitFacts:
    return UnitFacts(code, dimension or code, Decimal(factor), counts)


UNITS = {
    facts.code: facts
    for facts in (
        unit("percent"),
        unit("percentage_point"),
        unit("basis_point", "percentage_point", "0.01"),
        unit("kW"),
        unit("MW", "kW", "1000"),
        unit("GW", "kW", "1000000"),
        unit("TW", "kW", "1000000000"),
        unit("kWh"),
        unit("TWh", "kWh", "1000000000"),
        unit("CNY"),
        unit("PKR"),
        unit("INR"),
        unit("USD"),
        unit("km"),
        unit("mile", "km", "1.609344"),
        unit("vehicle", counts=True),
        unit("set", counts=True),
        unit("person", counts=True),
    )
}
_keys = count(1)


def vintage(
    value: str | None,
    unit: str = "percent",
    multiplier: int = 0,
    *,
    decimals: int | None = None,
    on: date = FIRST_RELEASE,
    source: str = "NBS",
    key: int | None = None,
    low: str | None = None,
    high: str | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    withdrawn: bool = False,
) -> StatedValue:
    """What a source stated; the decimals are those of the value unless told."""
    number = None if value is None else Decimal(value)
    printed = (value or low or "").partition(".")[2]
    return StatedValue(
        key=next(_keys) if key is None else key,
        value=number,
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        qualifier=qualifier,
        multiplier=multiplier,
        decimals=len(printed) if decimals is None else decimals,
        unit=UNITS[unit],
        stated_on=on,
        recorded_at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
        withdrawn=withdrawn,
        source=source,
    )


NEV = vintage("9.443", "vehicle", 6)
NEV_CAAM = vintage("9.587", "vehicle", 6, on=date(2024, 1, 11), source="CAAM")
NEV_CAAM_2022 = vintage("7.058", "vehicle", 6, on=date(2023, 2, 1), source="CAAM")
NEV_GROWTH = vintage("30.3")
SOLAR = vintage("540", "kW", 6)
SOLAR_GROWTH = vintage("54.0")
ROBOTS = vintage("7.833", "set", 6)
RD = vintage("3327.8", "CNY", 9)
RD_REVISED = vintage("3335.71", "CNY", 9, on=REVISION)
RD_2021 = vintage("2786.4", "CNY", 9, on=date(2022, 2, 28))
RD_GROWTH = vintage("8.1")
RD_GROWTH_REVISED = vintage("8.4", on=REVISION)

SEED = [
    ("2.7%", [vintage("2.7")]),
    ("10.3%", [vintage("10.3")]),
    ("9.443\u00a0million units", [NEV]),
    ("30.3%", [NEV_GROWTH]),
    ("540\u00a0million kilowatts", [SOLAR]),
    ("54.0%", [SOLAR_GROWTH]),
    ("7.833\u00a0million sets", [ROBOTS]),
    ("23.3%", [vintage("23.3")]),
    ("3,327.8\u00a0billion RMB", [RD, RD_REVISED]),
    ("8.1%", [RD_GROWTH, RD_GROWTH_REVISED]),
]


def printed(text: str) -> StatedFigure:
    """The figure in the words; the test fails where there is none."""
    figure = read_print(text)
    assert figure is not None, text
    return figure
