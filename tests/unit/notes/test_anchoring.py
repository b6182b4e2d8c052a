"""A note finds its passage by words."""

from articles.notes.anchoring import Anchor, place_of, plain
from articles.workflow.mailing import MOST_SUBJECT, one_line

TEXT = plain("Output rose by 30 percent.\nExports rose by 30 percent too.")


def words_at(text: str, anchor: Anchor) -> str | None:
    place = place_of(text, anchor)
    return None if place is None else text[place[0] - 8 : place[1]]


def test_of_several_places_the_one_with_the_likest_words_around_it() -> None:
    assert words_at(TEXT, Anchor("30 percent", "Exports rose by ", " too.")) == "rose by 30 percent"
    assert place_of(TEXT, Anchor("30 percent", "Exports rose by ")) == (43, 53)
    assert place_of(TEXT, Anchor("30 percent", "Output rose by ")) == (15, 25)
    assert place_of(TEXT, Anchor("30 percent")) == (15, 25)


def test_a_line_break_is_no_difference() -> None:
    assert place_of(TEXT, Anchor("percent.\n Exports")) == (18, 34)


def test_a_passage_that_is_gone_has_no_place() -> None:
    assert place_of(TEXT, Anchor("40 percent", "Output rose by ")) is None
    assert place_of(TEXT, Anchor("", "Output")) is None


def test_ten_thousand_places_are_not_all_looked_at() -> None:
    assert place_of("a" * 100_000, Anchor("a", "b")) == (0, 1)


def test_a_subject_is_one_line_without_directions() -> None:
    assert one_line("Title\r\nBcc: all@example.org \u202eodd") == "Title Bcc: all@example.org odd"
    assert one_line("\u2068میں\u200cنے\u2069 لکھا") == "میں\u200cنے لکھا"
    assert len(one_line("x" * 500)) == MOST_SUBJECT
