"""What deserves a second look, though each figure may hold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from articles.cross_checks.rules import Fact, Note, Other, cross_checked

DAY = date(2025, 1, 10)
LEVEL = Fact(
    n=1, text="9.5 million", reference="CARS.CHN.A.STAT:2024", value=Decimal(9_500_000), step=Decimal(100_000),
    indicator=1, base=None, kind="level", area=1, source="STAT", period="2024",
)  # fmt: skip
BEFORE = replace(
    LEVEL, n=2, text="9.0 million", reference="CARS.CHN.A.STAT:2023", value=Decimal(9_000_000), period="2023"
)
RATE = replace(
    LEVEL, n=3, text="5.6%", reference="CARS_GR.CHN.A.STAT:2024", value=Decimal("5.6"), step=Decimal("0.1"),
    indicator=2, base=1, kind="change",
)  # fmt: skip


def share(n: int, value: str) -> Fact:
    return replace(LEVEL, n=n, text=f"{value}%", reference=f"S{n}.CHN.A.STAT:2024", value=Decimal(value),
                   step=Decimal("0.1"), indicator=10 + n, base=1, kind="share")  # fmt: skip


def rules(*facts: Fact) -> list[str]:
    return [note.rule for note in cross_checked(facts)]


def test_one_observation_with_two_numbers() -> None:
    rounded = replace(LEVEL, n=4, text="10 million", value=Decimal(10_000_000))
    assert cross_checked([LEVEL, rounded]) == [Note("two-ways", (1, 4), ("9.5 million", "10 million"))]
    assert rules(LEVEL, replace(LEVEL, n=4)) == []


@pytest.mark.parametrize(
    ("value", "found"), [("5.6", []), ("6.0", []), ("4.5", []), ("9.1", ["growth"]), ("1.0", ["growth"])]
)
def test_levels_and_their_growth(value: str, found: list[str]) -> None:
    """9.45 to 9.55 after 8.95 to 9.05 is a growth of 4.4 to 6.7 percent."""
    assert rules(LEVEL, BEFORE, replace(RATE, value=Decimal(value))) == found


def test_growth_needs_both_levels_of_one_source() -> None:
    wrong = replace(RATE, value=Decimal(50))
    assert rules(LEVEL, wrong) == []
    assert rules(LEVEL, replace(BEFORE, source="OTHER"), wrong) == []


def test_a_fall_may_be_printed_without_its_sign() -> None:
    fallen = replace(LEVEL, value=Decimal(8_500_000))
    assert rules(fallen, BEFORE, replace(RATE, value=Decimal("5.6"))) == []


def test_shares_of_one_whole() -> None:
    assert rules(share(1, "60"), share(2, "40.1")) == []
    assert rules(share(1, "60"), share(2, "45")) == ["shares"]
    assert rules(share(1, "60"), replace(share(2, "45"), base=9)) == []


def parts(*values: str, letter: str = "Q") -> list[Fact]:
    return [
        replace(
            LEVEL,
            n=10 + n,
            text=value,
            value=Decimal(value) * 1_000_000,
            reference=f"{letter}{n}",
            period=f"2024-{letter}{n}",
        )
        for n, value in enumerate(values, start=1)
    ]


def test_the_parts_of_a_year_beside_its_total() -> None:
    assert rules(LEVEL, *parts("2.2", "2.3", "2.4", "2.6")) == []
    # Five rounded numbers may be a quarter of a million apart.
    assert rules(LEVEL, *parts("2.2", "2.3", "2.4", "2.8")) == []
    wrong = parts("2.2", "2.3", "2.4", "2.9")
    (note,) = cross_checked([LEVEL, *wrong])
    assert note == Note("parts", (1, 11, 12, 13, 14), ("9,800,000", "9.5 million"))
    assert rules(LEVEL, *parts("4.5", "5.8", letter="S")) == ["parts"]
    # One is missing; another source; what exists at the end of each quarter is no part of the year.
    assert rules(LEVEL, *wrong[:3]) == []
    assert rules(replace(LEVEL, source="MAKERS"), *wrong) == []
    assert rules(LEVEL, *parts("9.1", "9.2", "9.3", "9.5")) == []


def test_a_newer_period_that_the_article_does_not_quote() -> None:
    old = replace(BEFORE, periods=(Other("2024", Decimal(9_500_000), DAY), Other("2022", Decimal(8), DAY)))
    assert rules(old) == ["newer"]
    assert rules(old, LEVEL) == []
    assert rules(replace(LEVEL, periods=(Other("2023", Decimal(9), DAY),))) == []


def test_another_source_that_disagrees() -> None:
    quoted = replace(LEVEL, sources=(Other("MAKERS", Decimal(9_900_000), DAY),))
    assert rules(quoted) == ["sources"]
    assert rules(replace(LEVEL, sources=(Other("MAKERS", Decimal(9_540_000), DAY),))) == []
    theirs = replace(
        LEVEL, n=5, source="MAKERS", reference="CARS.CHN.A.MAKERS:2024", value=Decimal(9_900_000)
    )
    assert rules(quoted, theirs) == []
