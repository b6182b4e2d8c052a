"""What the parts of a clipping are: citation, keywords, credits, contact, forms."""

import time

import pytest

from articles.intake.formats import read_words
from articles.intake.layout import Layout, recognised
from articles.intake.layout.citing import read_citation
from articles.intake.layout.dates import day_in
from articles.intake.layout.lines import authors_of, is_contact, is_form, issued_of, keywords_of
from articles.intake.layout.names import names_in

LONG = "Ships of three lines call at the new berth each week. The yard behind it was paved last autumn. " * 3


def layout(*blocks: str) -> Layout:
    return recognised(read_words("\n\n".join(blocks)))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024-03-31", "2024-03-31"),
        ("The News. 2024/03/31.", "2024-03-31"),
        ("March 31st, 2024", "2024-03-31"),
        ("Sunday, 31 March 2024", "2024-03-31"),
        ("(2023, June 5)", "2023-06-05"),
        ("31st of March, 2024", "2024-03-31"),
        ("Mar. 31, 2024", "2024-03-31"),
        ("Sept 2023", "2023-09"),
        ("2023-09", "2023-09"),
        ("31.03.2024", "2024-03-31"),
        ("31 مارچ 2024", "2024-03-31"),
        ("2024年3月31日", "2024-03-31"),
        ("in 1998", "1998"),
        ("30 February 2024", "2024-02"),
        ("no day", None),
        ("call 20240331999", None),
    ],
)
def test_days_in_every_print(line: str, day: str | None) -> None:
    found = day_in(line)
    assert (found.iso if found else None) == day


def test_a_day_that_can_be_read_two_ways_is_only_a_year() -> None:
    found = day_in("03/04/2024")
    assert found is not None
    assert found.iso == "2024"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A. Writer", ["A. Writer"]),
        ("Writer, A., & Author, B. C.", ["A. Writer", "B. C. Author"]),
        ("Anna Writer, Bela Author and Chen Di", ["Anna Writer", "Bela Author", "Chen Di"]),
        ("Writer, Anna", ["Anna Writer"]),
        ("Dr. Anna Writer", ["Anna Writer"]),
        ("the minister said", []),
        ("", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("line", "authors", "title", "publication", "issued", "page", "section"),
    [
        (
            'A. Writer, "Ports grow along the coast," Daily ledger. 2024-03-31.',
            ("A. Writer",), "Ports grow along the coast", "Daily ledger", "2024-03-31", "", "",
        ),
        (
            "By A. Writer, “A port grows up,” The Daily Ledger, Business section, p. B4, 5 May 2022.",
            ("A. Writer",), "A port grows up", "The Daily Ledger", "2022-05-05", "B4", "Business",
        ),
        (
            "Writer, A., & Author, B. (2023, June 5). Ports and power by the sea. The Daily Ledger, pp. 12-13.",
            ("A. Writer", "B. Author"), "Ports and power by the sea", "The Daily Ledger", "2023-06-05", "12-13", "",
        ),
        ("Source: The Daily Ledger, March 31st, 2024", (), "", "The Daily Ledger", "2024-03-31", "", ""),
        ("Published in The Ledger, June 4th, 2023.", (), "", "The Ledger", "2023-06-04", "", ""),
    ],
)  # fmt: skip
def test_citations(
    line: str, authors: tuple[str, ...], title: str, publication: str, issued: str, page: str, section: str
) -> None:
    found = read_citation(line)
    assert found is not None
    told = (found.authors, found.title, found.publication, found.issued, found.page, found.section)
    assert told == (authors, title, publication, issued, page, section)
    assert found.line == line


@pytest.mark.parametrize(
    "line",
    [
        "She said, “we will build the port in two years,” and left in 2021.",
        "Source: our own estimates",
        "Source: Ministry of Ports, 2023",
        "Exports rose by 8.1% (2023). Imports fell.",
        "x" * 5000,
    ],
)
def test_what_is_no_citation(line: str) -> None:
    assert read_citation(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "111 222 333 desk@example.org Contact",
        "Tel: +92 51 111 222 333",
        "desk@example.org",
        "Call us at (051) 1234567",
    ],
)
def test_contact_lines(line: str) -> None:
    assert is_contact(line)


@pytest.mark.parametrize(
    "line",
    [
        "Exports reached 9,443,000 tonnes in the year.",
        "Write to desk@example.org before the fifth of May to take part in the public hearing on the port.",
        "2024-03-31",
        "9 443 000",
        "Contact",
    ],
)
def test_what_is_no_contact_line(line: str) -> None:
    assert not is_contact(line)


def test_forms_bylines_days_and_keywords() -> None:
    assert is_form("Leave a Reply")
    assert is_form("Your email address will not be published. Required fields are marked *")
    assert not is_form(
        "Leave a reply for the minister, he said, and walked into the hall to meet the crew." * 3
    )
    assert not is_form("Share of trade rose to 12%.")
    assert authors_of("By A. Writer | March 31, 2024") == ["A. Writer"]
    assert authors_of("By our correspondent") == []
    assert authors_of("By the end of the year the port will be open") is None
    assert issued_of("Published March 31, 2024") == "2024-03-31"
    assert issued_of("The port opened on March 31, 2024") is None
    assert keywords_of("Key words - Trade, ports") == "Trade, ports"
    assert keywords_of("Keywords of the debate were trade and ports") is None


def test_a_whole_clipping() -> None:
    found = layout(
        "111 222 333 desk@example.org Contact",
        "A port grows up",
        "By A. Writer",
        LONG,
        "Three cranes stand there now.",
        LONG,
        'A. Writer, "A port grows up," Daily ledger. 2024-03-31.\nKeywords: Trade , Ports , trade',
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Name *",
    )
    assert [str(role) for role in found.roles] == [
        "contact", "title", "byline", "paragraph", "paragraph", "paragraph", "citation", "keywords", "form", "form",
        "form",
    ]  # fmt: skip
    assert (found.title, found.authors, found.publication) == (
        "A port grows up",
        ("A. Writer",),
        "Daily ledger",
    )
    assert (found.issued, found.keywords, found.guessed) == ("2024-03-31", ["Trade", "Ports"], {})


def test_the_standfirst_stands_before_the_byline_or_is_guessed() -> None:
    told = layout("A port grows up", "Ships come each week", "By A. Writer", LONG, LONG)
    assert (told.standfirst, told.guessed) == ("Ships come each week", {"title": "first-line"})
    guessed = layout("A port grows up", "The port is open and ships come.", LONG, LONG, LONG)
    assert guessed.standfirst == "The port is open and ships come."
    assert guessed.guessed["standfirst"] == "first-paragraph"
    assert layout("A port grows up", "Some 300 ships come.", LONG, LONG, LONG).standfirst == ""
    assert layout("A port grows up", LONG, LONG, LONG).standfirst == ""


def test_the_title_of_the_citation_is_used_where_the_text_has_none() -> None:
    found = layout(LONG, LONG, 'A. Writer, "A port grows up," Daily ledger. 2024-03-31.')
    assert (found.title, found.guessed["title"]) == ("A port grows up", "not-in-text")


def test_any_text_has_a_layout_in_linear_time() -> None:
    lines = [
        "a" * 3000,
        "1 " * 3000,
        'a"' * 3000,
        "By " * 1000,
        "(2024" * 600,
        "Source: " * 400,
        "x@x." * 900,
    ]
    begun = time.perf_counter()
    for line in lines:
        found = layout(line, line, line)
        assert len(found.roles) == 3
    assert time.perf_counter() - begun < 2
