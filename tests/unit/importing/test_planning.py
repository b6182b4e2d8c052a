"""What a statement is beside what was known, and what deserves a second look."""

from decimal import Decimal

import pytest

from indicators.importing.planning import Known, Plan, SeriesFacts, planned
from indicators.importing.statements import Statement

CARS = "CARS.CHN.A.STAT"


def states(period: str, value: str | None, *, unit_mult: int = 6, unit: str = "") -> Statement:
    number = None if value is None else Decimal(value)
    return Statement(2, CARS, period, number, unit_mult, 0, "A" if value else "M", unit)


def was(value: str | None, *, unit_mult: int = 6, plain: bool = True, twice: bool = False) -> Known:
    return Known(1, None if value is None else Decimal(value), unit_mult, plain, value or "nothing", twice)


def plan(*statements: Statement, known: dict[str, Known] | None = None, is_level: bool = True) -> Plan:
    before = {(CARS, period): each for period, each in (known or {}).items()}
    return planned(statements, before, {CARS: SeriesFacts("vehicle", is_level)})


@pytest.mark.parametrize(
    ("statement", "before", "kind"),
    [
        (states("2023", "9.443"), None, "new"),
        (states("2023", "9.443"), was("9.443"), "unchanged"),
        (states("2023", "9443", unit_mult=3), was("9.443"), "unchanged"),
        (states("2023", "9.4430"), was("9.443"), "unchanged"),
        (states("2023", "9.444"), was("9.443"), "revised"),
        (states("2023", "9.443"), was("9.443", plain=False), "revised"),
        (states("2023", "9.443"), was(None), "revised"),
        (states("2023", None), was("9.443"), "withdrawn"),
        (states("2023", None), was(None), "empty"),
        (states("2023", None), None, "empty"),
    ],
)
def test_kinds(statement: Statement, before: Known | None, kind: str) -> None:
    assert [each.kind for each in plan(statement, known={"2023": before} if before else {}).entries] == [kind]


@pytest.mark.parametrize(
    ("statement", "known", "reasons"),
    [
        (states("2023", "9.6"), {"2023": was("9.443")}, ()),
        (states("2023", "9443"), {"2023": was("9.443")}, ("scale:3",)),
        (states("2023", "0.00944"), {"2023": was("9.443")}, ("scale:-3",)),
        (states("2023", "-9.4"), {"2023": was("9.443")}, ("sign",)),
        (states("2023", "14.2"), {"2023": was("9.443")}, ("deviation:50",)),
        (states("2024", "12.9"), {"2023": was("9.443")}, ()),
        (states("2024", "12900"), {"2023": was("9.443")}, ("scale:3",)),
        (states("2024", "40"), {"2023": was("9.443")}, ("deviation:324",)),
        (states("2025", "12.9"), {"2023": was("9.443")}, ("gap:2023",)),
        (states("2024", "12.9", unit="kW"), {"2023": was("9.443")}, ("unit:kW",)),
    ],
)
def test_reasons_to_look_twice(
    statement: Statement, known: dict[str, Known], reasons: tuple[str, ...]
) -> None:
    assert plan(statement, known=known).entries[0].reasons == reasons


def test_a_row_may_say_that_it_mends_a_mistake() -> None:
    mending = Statement(2, CARS, "2023", Decimal("9.5"), 6, 1, "A", "", corrects=True)
    assert [each.kind for each in plan(mending, known={"2023": was("9.443")}).entries] == ["corrected"]
    assert [each.kind for each in plan(mending).entries] == ["new"]


def test_an_empty_cell_that_withdraws_a_value_is_looked_at() -> None:
    [entry] = plan(states("2023", None), known={"2023": was("9.443")}).entries
    assert entry.reasons == ("withdrawn",)


def test_rates_may_change_their_sign_from_year_to_year() -> None:
    assert plan(states("2024", "-3"), known={"2023": was("8.1")}, is_level=False).entries[0].reasons == ()


def test_a_release_does_not_state_two_values_on_one_day() -> None:
    found = plan(states("2023", "9.5"), known={"2023": was("9.443", twice=True)})
    assert found.entries == []
    assert "on this day already" in found.faults[0].sentence


def test_a_fingerprint_is_of_the_changes_only() -> None:
    one = plan(states("2023", "9.5"), states("2022", "7"), known={"2022": was("7")})
    same = plan(states("2023", "9.5"))
    other = plan(states("2023", "9.6"))
    assert one.fingerprint() == same.fingerprint() != other.fingerprint()
    assert one.counts == {
        "new": 1, "unchanged": 1, "revised": 0, "corrected": 0, "withdrawn": 0, "empty": 0, "suspicious": 0
    }  # fmt: skip
