"""The redline of two texts: every word is in it, and long texts do not keep anybody waiting."""

import random
from time import perf_counter

import pytest

from articles.comparison.redline import Piece, redline

WORDS = [f"w{n}" for n in range(3000)]


def a_long_text(seed: int) -> list[list[str]]:
    chosen = random.Random(seed)  # noqa: S311
    return [chosen.choices(WORDS, k=80) for _paragraph in range(250)]


def joined(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(" ".join(words) for words in paragraphs)


def told(pieces: list[Piece], kind: str) -> str:
    return " ".join(piece.text for piece in pieces if piece.kind == kind)


def test_a_changed_word_is_told_in_its_place() -> None:
    assert redline("one two three", "one 2 three") == [
        Piece("same", "one "),
        Piece("gone", "two"),
        Piece("new", "2"),
        Piece("same", " three"),
    ]
    assert redline("same", "same") == []


def test_words_changed_far_apart_in_a_long_text_are_told_one_by_one() -> None:
    paragraphs = a_long_text(1)
    before = joined(paragraphs)
    paragraphs[3][40], paragraphs[200][7] = "changed", "also"
    pieces = redline(before, joined(paragraphs))
    assert [piece.text for piece in pieces if piece.kind == "new"] == ["changed", "also"]
    assert len([piece for piece in pieces if piece.kind == "gone"]) == 2
    assert sum(len(piece.text) for piece in pieces) < 1000


def test_a_paragraph_put_into_a_long_text_is_the_only_news() -> None:
    paragraphs = a_long_text(1)
    longer = [*paragraphs[:100], ["A", "new", "paragraph."], *paragraphs[100:]]
    pieces = redline(joined(paragraphs), joined(longer))
    assert told(pieces, "new").split() == ["A", "new", "paragraph."]
    assert told(pieces, "gone") == ""


def scattered(paragraphs: list[list[str]]) -> list[list[str]]:
    chosen = random.Random(3)  # noqa: S311
    return [["new" if chosen.random() < 0.05 else word for word in words] for words in paragraphs]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (joined(a_long_text(1)), joined(scattered(a_long_text(1)))),
        (joined(a_long_text(1)), joined(a_long_text(2))),
        ("a b " * 20_000, "b a " * 20_000),
        ("a\n" * 20_000, "b\na\n" * 10_000),
        (joined(a_long_text(1)), ""),
    ],
    ids=[
        "scattered changes",
        "another text",
        "one word again and again",
        "one line again and again",
        "nothing",
    ],
)
def test_twenty_thousand_words_are_compared_in_less_than_two_seconds(before: str, after: str) -> None:
    started = perf_counter()
    pieces = redline(before, after)
    assert perf_counter() - started < 2
    assert pieces
    assert told(pieces, "gone")
