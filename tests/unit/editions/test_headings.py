"""Anchors of headings and the table of contents."""

import pytest

from articles.editions.headings import PREFIX, anchored, contents

BODY = "<p>Words.</p><h2>The first &amp; last</h2><p>Words.</p><h3>Part <em>one</em></h3><h2>مستقبل</h2>"


def test_every_heading_gets_an_anchor_of_its_words() -> None:
    body, headings = anchored(BODY)
    assert [(each.level, each.anchor, each.text) for each in headings] == [
        (2, "s-the-first-last", "The first & last"),
        (3, "s-part-one", "Part one"),
        (2, "s-مستقبل", "مستقبل"),
    ]
    assert '<h3 id="s-part-one">Part <em>one</em></h3>' in body


def test_an_anchor_stays_while_other_headings_come_and_go() -> None:
    _, before = anchored("<h2>Ports</h2><h2>Rail</h2>")
    _, after = anchored("<h2>New</h2><h2>Rail</h2><h2>Rail</h2>")
    assert before[1].anchor == after[1].anchor == "s-rail"
    assert after[2].anchor == "s-rail-2"


@pytest.mark.parametrize("words", ["“…”", "figures", 'a" onclick="x', "n1"])
def test_no_heading_takes_an_anchor_of_the_page_or_breaks_its_markup(words: str) -> None:
    body, headings = anchored(f"<h2>{words}</h2>")
    assert headings[0].anchor.startswith(PREFIX)
    assert '"' not in headings[0].anchor
    assert body.count('"') == 2 + words.count('"')


def test_an_empty_heading_is_left_alone() -> None:
    assert anchored("<h2></h2>") == ("<h2></h2>", [])


def test_a_short_text_has_no_contents_and_a_long_one_has_them_in_two_steps() -> None:
    assert contents(anchored("<h2>One</h2><h2>Two</h2>")[1]) == []
    told = contents(anchored(BODY)[1])
    assert [(each["text"], [part["text"] for part in each["below"]]) for each in told] == [
        ("The first & last", ["Part one"]),
        ("مستقبل", []),
    ]
    lower = contents(anchored("<h3>a</h3><h3>b</h3><h2>c</h2>")[1])
    assert [each["text"] for each in lower] == ["a", "c"]
