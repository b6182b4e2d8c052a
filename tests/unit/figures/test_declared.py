"""A print beside an error that we declared: neither silently right nor silently wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from articles.figures.checking import DeclaredError, StatedValue, UnitFacts, Verdict, check, timeline
from articles.figures.numerals import read_print
from articles.figures.wording import sentence, state_line

CNY = UnitFacts("CNY", "CNY", Decimal(1))
FIRST, DECLARED, FIXED = date(2024, 2, 29), date(2024, 3, 5), date(2024, 10, 2)


def statement(value: str, on: date, key: int = 1) -> StatedValue:
    return StatedValue(
        key=key,
        value=Decimal(value),
        multiplier=9,
        decimals=len(value.partition(".")[2]),
        unit=CNY,
        stated_on=on,
        recorded_at=datetime(on.year, on.month, on.day, tzinfo=UTC),
        source="NBS",
    )


WRONG, RIGHT = statement("3327.8", FIRST), statement("3335.71", DECLARED, -1)
ERROR = DeclaredError(RIGHT, "The table says otherwise", DECLARED)


def found(text: str, *, as_of: date = DECLARED, errors: tuple[DeclaredError, ...] = (ERROR,)) -> Any:
    stated = read_print(text)
    assert stated is not None
    return check(stated, [WRONG], published_on=FIRST, as_of=as_of, errors=errors, units={"CNY": CNY})


@pytest.mark.parametrize(
    ("text", "verdict", "state", "declared", "warns"),
    [
        ("3,335.71 billion", "corrected", "disputed", True, True),
        ("3,336 billion", "corrected", "disputed", True, True),
        ("more than 3,330 billion", "corrected", "disputed", True, True),
        ("3,327.8 billion", "exact", "disputed", True, True),
        ("3,328 billion", "rounded", "disputed", True, True),
        # Both round to it: there is nothing to say.
        ("3.3 trillion", "rounded", "rounded", False, False),
        ("more than 3,300 billion", "within_qualifier", "holds", False, False),
        # Neither: the error of the source excuses nothing.
        ("3,999 billion", "contradicted", "contradicted", False, False),
        ("3.3278 billion", "scale", "contradicted", False, False),
    ],
)
def test_a_declaration_counts_where_it_makes_a_difference(
    text: str, verdict: str, state: str, declared: bool, warns: bool
) -> None:
    finding = found(text)
    assert (finding.verdict, finding.state, finding.declared is not None, finding.warns) == (
        verdict,
        state,
        declared,
        warns,
    )
    assert not (finding.declared and finding.verdict.is_error)


def test_it_counts_from_its_day_until_it_is_closed() -> None:
    closed = replace(ERROR, closed_on=FIXED)
    for day, verdict in ((FIRST, "contradicted"), (DECLARED, "corrected"), (FIXED, "contradicted")):
        assert found("3,335.71 billion", as_of=day, errors=(closed,)).verdict == verdict
    never = replace(ERROR, closed_on=DECLARED)
    assert found("3,335.71 billion", errors=(never,)).verdict is Verdict.CONTRADICTED


def test_a_restored_first_statement_is_not_called_revised() -> None:
    """The source printed the right value first, and a wrong one later: whoever kept the first one is right."""
    first, later = statement("3335.71", FIRST), statement("3327.8", date(2024, 3, 1), 2)
    stated = read_print("3,335.71 billion")
    assert stated is not None
    line = timeline(stated, [first, later], published_on=FIRST, errors=[ERROR], units={"CNY": CNY})
    assert [(entry.day, entry.finding.verdict) for entry in line] == [
        (FIRST, Verdict.EXACT),
        (date(2024, 3, 1), Verdict.SUPERSEDED),
        (DECLARED, Verdict.CORRECTED),
    ]


def test_the_sentences_give_the_reason_and_what_to_do() -> None:
    ours, theirs = read_print("3,335.71 billion"), read_print("3,327.8 billion")
    assert ours is not None
    assert theirs is not None
    told = sentence(ours, found(ours.text), observation_label="2023", as_of=DECLARED)
    assert told == (
        "Agrees with our declared correction: NBS states 3,327.8 billion for 2023, which we hold to be wrong. "
        "Reason: The table says otherwise"
    )
    told = sentence(theirs, found(theirs.text), observation_label="2023", as_of=DECLARED)
    assert told == (
        "NBS states 3,327.8 billion for 2023, which we declared to be wrong. Print 3,335.71 billion or confirm the "
        "figure of the source. Reason: The table says otherwise"
    )
    assert (
        state_line(ours, found(ours.text))
        == "Error of NBS declared: 3,335.71 billion instead of 3,327.8 billion"
    )
