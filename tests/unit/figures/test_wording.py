"""An editor reads in one sentence what is wrong with a figure and what to do."""

from datetime import date

import pytest

from articles.figures.checking import Neighbour, StatedValue, check
from articles.figures.numerals import Qualifier
from articles.figures.wording import AMOUNTS, SENTENCES, STATE_LINES, printed_like, sentence, state_line
from tests.unit.figures.statements import (
    ARTICLE_DAY,
    NEV,
    NEV_CAAM,
    NEV_GROWTH,
    RD,
    RD_2021,
    RD_GROWTH_REVISED,
    RD_REVISED,
    REVISION,
    SOLAR,
    UNITS,
    printed,
    vintage,
)

TODAY = date(2026, 11, 23)
GONE = vintage(None, "CNY", 9, decimals=1, on=REVISION, withdrawn=True)
CAAM = Neighbour("source", "CAAM", NEV_CAAM)
OTHER_YEAR = Neighbour("period", "2021", RD_2021)

SAID = [
    ("9.443 million units", [NEV], "Holds: NBS states 9.443 million for 2023."),
    ("about 9.4 million", [NEV], "Holds within 5%: NBS states 9.443 million for 2023."),
    ("9.44 million units", [NEV], "Rounded from 9.443 million, which NBS states for 2023."),
    (
        "9.334 million units",
        [NEV],
        "Contradicted: NBS states 9.443 million for 2023, not 9.334 million. "
        "Print 9.443 million or bind another figure.",
    ),
    (
        "31.3%",
        [NEV_GROWTH],
        "Contradicted: NBS states 30.3% for 2023, not 31.3%. Print 30.3% or bind another figure.",
    ),
    (
        "3,327.8 billion RMB",
        [RD, RD_REVISED],
        "Revised since 2024-10-02 to 3,335.71 billion. "
        "Print 3,335.71 billion in a correction, or confirm the earlier figure.",
    ),
    (
        "3,327.8 billion RMB",
        [RD, GONE],
        "Withdrawn by NBS on 2024-10-02. Remove the figure for 2023 or bind another.",
    ),
    (
        "9.587 million units",
        [NEV, CAAM],
        "Other source: CAAM states 9.587 million for 2023, NBS states 9.443 million. "
        "Bind the figure of CAAM or print 9.443 million.",
    ),
    (
        "2,786.4 billion RMB",
        [RD, OTHER_YEAR],
        "Other period: NBS states 2,786.4 billion for 2021, but 3,327.8 billion for 2023. "
        "Bind the figure for 2021 or print 3,327.8 billion.",
    ),
    (
        "3.3278 billion yuan",
        [RD],
        "“3.3278 billion yuan” is out by a factor of 1,000: NBS states 3,327.8 billion for 2023. "
        "Print 3,327.8 billion or bind another figure.",
    ),
    (
        "30.3 percentage points",
        [NEV_GROWTH],
        "“30.3 percentage points” is in another unit: NBS states 30.3% for 2023. "
        "Print 30.3% or bind another figure.",
    ),
    (
        "550 GW",
        [SOLAR],
        "Contradicted: NBS states 540 million (kW) for 2023, not “550 GW”. "
        "Print 540 million (kW) or bind another figure.",
    ),
    (
        "9.443 million units",
        [],
        "No source yet: nothing was stated for 2023 by 2026-11-23. Bind another figure or remove the mark.",
    ),
]


def said(text: str, evidence: list[StatedValue | Neighbour], *, line: bool = False) -> str:
    stated = printed(text)
    found = check(
        stated,
        [one for one in evidence if isinstance(one, StatedValue)],
        published_on=ARTICLE_DAY,
        as_of=TODAY,
        neighbours=[one for one in evidence if isinstance(one, Neighbour)],
        units=UNITS,
    )
    if line:
        return state_line(stated, found)
    return sentence(stated, found, observation_label="2023", as_of=TODAY)


@pytest.mark.parametrize(("text", "evidence", "expected"), SAID)
def test_a_finding_is_one_plain_statement(
    text: str, evidence: list[StatedValue | Neighbour], expected: str
) -> None:
    assert said(text, evidence) == expected


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        ("9.443 million units", [NEV], "Holds"),
        ("9.44 million units", [NEV], "Rounded from 9.443 million"),
        ("3,327.8 billion RMB", [RD, RD_REVISED], "Revised since 2024-10-02 to 3,335.71 billion"),
        ("3,327.8 billion RMB", [RD, GONE], "Withdrawn since 2024-10-02"),
        ("9.587 million units", [NEV, CAAM], "Other source: CAAM states 9.587 million"),
        ("3.3278 billion yuan", [RD], "Contradicted: NBS states 3,327.8 billion"),
        ("9.443 million units", [], "No source yet"),
    ],
)
def test_a_reader_sees_the_state_in_words(
    text: str, evidence: list[StatedValue | Neighbour], expected: str
) -> None:
    assert said(text, evidence, line=True) == expected


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        (RD_REVISED, "3,335.71 billion"),
        (RD_GROWTH_REVISED, "8.4%"),
        (SOLAR, "540 million"),
        (vintage("54", decimals=1), "54.0%"),
        (vintage("944.3", "vehicle", 4), "9,443,000"),
        (vintage("12", "PKR", 5), "12 lakh"),
        (vintage("540", "kW", 6, qualifier=Qualifier.MORE_THAN), "more than 540 million"),
        (vintage(None, low="5.2", high="5.4", qualifier=Qualifier.RANGE), "5.2 to 5.4%"),
        (GONE, "no value"),
    ],
)
def test_a_source_is_quoted_as_it_printed(observed: StatedValue, expected: str) -> None:
    assert printed_like(observed) == expected


def test_every_sentence_can_be_translated() -> None:
    asked: list[str] = []

    def translate(text: str) -> str:
        asked.append(text)
        return {SENTENCES["rounded"]: "%(label)s: %(value)s", AMOUNTS[6]: "%(number)s ملین"}.get(text, text)

    stated = printed("9.44 million units")
    found = check(stated, [NEV], published_on=ARTICLE_DAY, as_of=TODAY, units=UNITS)
    assert sentence(stated, found, observation_label="2023", as_of=TODAY, _=translate) == "2023: 9.443 ملین"
    assert set(asked) <= {*SENTENCES.values(), *STATE_LINES.values(), *AMOUNTS.values(), "the source"}


def test_no_sentence_judges_the_writer() -> None:
    for template in (*SENTENCES.values(), *STATE_LINES.values()):
        assert not {"true", "false", "fake", "verified"} & set(template.lower().split())
        assert "!" not in template
