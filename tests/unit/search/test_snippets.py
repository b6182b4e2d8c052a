"""The passage that answers."""

from hypothesis import given
from hypothesis import strategies as st

from articles.search.asking import read_query
from articles.search.plain import plain_text
from articles.search.snippets import highlighted, snippet

FILLER = "Nothing of interest is said here. " * 20


def test_the_words_asked_for_are_marked_by_their_stem() -> None:
    assert snippet("Tariffs fell.", read_query("tariff")) == "<mark>Tariffs</mark> fell."


def test_the_passage_is_cut_from_the_middle_of_a_long_text() -> None:
    found = snippet(f"{FILLER}New energy vehicles sold well. {FILLER}", read_query("new energy vehicle"))
    assert "<mark>New energy vehicles</mark> sold well." in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < 300


def test_the_passage_with_most_of_the_words_wins() -> None:
    text = f"Trade grew. {FILLER} Trade with Pakistan grew. {FILLER} Pakistan grew."
    assert "<mark>Trade</mark> with <mark>Pakistan</mark>" in snippet(text, read_query("trade pakistan"))


def test_words_written_otherwise_are_marked() -> None:
    assert snippet("A régional plan.", read_query("regional")) == "A <mark>régional</mark> plan."
    assert (
        snippet("Under the U.S.S.R. it grew.", read_query("USSR"))
        == "Under the <mark>U.S.S.R.</mark> it grew."
    )
    assert snippet("It is said — plainly.", read_query("regional")) == "It is said — plainly."


def test_numbers_and_chinese_are_marked() -> None:
    assert "<mark>3,327.8</mark>" in snippet("R&D was 3,327.8 billion", read_query("3327.8"))
    assert "<mark>新质生产</mark>力" in snippet("发展新质生产力", read_query("新质生产"))


def test_text_is_escaped_inside_and_outside_of_marks() -> None:
    assert snippet("a < b & tariffs", read_query("tariff")) == "a &lt; b &amp; <mark>tariffs</mark>"
    assert highlighted("<R&D>", read_query("R&D")) == "&lt;<mark>R&amp;D</mark>&gt;"


def test_without_a_match_the_text_begins() -> None:
    assert snippet("Short text.", read_query("absent")) == "Short text."


def test_blocks_of_a_body_are_lines_and_tags_leave_no_trace() -> None:
    body = '<p>One <data value="1">2,5</data>&amp;</p><table><tr><td>a</td><td>b</td></tr></table>'
    assert plain_text(body) == "One 2,5&\na\nb"


@given(st.text(), st.text())
def test_any_text_and_query_give_a_passage_without_foreign_tags(text: str, asked: str) -> None:
    query = read_query(asked)
    for html in (snippet(text, query), highlighted(text, query)):
        assert "<" not in html.replace("<mark>", "").replace("</mark>", "")
        assert html.count("<mark>") == html.count("</mark>")
