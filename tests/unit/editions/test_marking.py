"""Marks in a body: read, kept in step with the words, written for readers."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from articles.editions.marking import stretches
from articles.editions.states import entry_on, settled_on, tally
from articles.figures.marks import blocks_of, marks_of, plain_text, with_values
from articles.writing.sanitising import sanitised

WORDS = {"holds": "holds", "revised": "revised since", "unbound": "no source yet"}
MARK = '<data data-observation="CARS.CHN.A.STAT:2024">{}</data>'


def a_figure(n: int, *entries: tuple[str, str]) -> dict[str, Any]:
    return {"n": n, "timeline": [{"day": day, "state": state, "verdict": ""} for day, state in entries]}


def test_the_value_follows_the_words() -> None:
    body = f"<p>It made {MARK.format('9.44 million units')}.</p>"
    assert 'value="9440000"' in with_values(body)
    assert 'value="9334000"' in with_values(with_values(body).replace("9.44 million", "9.334 million"))


def test_a_mark_without_a_number_carries_no_value() -> None:
    assert "value=" not in with_values(f"<p>{MARK.format('many cars')}</p>")


def test_a_mark_inside_a_mark_is_unwrapped() -> None:
    body = f'<p><data data-observation="A.B:2024">9 <b>x</b> {MARK.format("5")}</data></p>'
    assert [mark.reference for mark in marks_of(with_values(body))] == ["A.B:2024"]


def test_a_plain_data_element_is_no_figure() -> None:
    assert marks_of('<p><data value="1">one</data></p>') == []


def test_the_text_is_cut_before_each_paragraph_with_figures() -> None:
    body = (
        f"<p>One.</p><p>Two.</p><p>{MARK.format('3')}</p><p>Four.</p><h2>Five</h2><p>{MARK.format('6')}</p>"
    )
    figures = [a_figure(1, ("2025-01-01", "holds")), a_figure(2, ("2025-01-01", "holds"))]
    pieces = stretches(body, figures, date(2025, 1, 1), WORDS, "note")
    assert [piece.numbers for piece in pieces] == [(), (1,), (2,)]
    assert pieces[0].html == "<p>One.</p><p>Two.</p>"


def test_a_figure_in_a_link_does_not_nest_links() -> None:
    body = f'<p><a href="https://example.org/">{MARK.format("3")}</a></p>'
    html = stretches(body, [a_figure(1, ("2025-01-01", "holds"))], date(2025, 1, 1), WORDS, "note")[0].html
    assert html.count("<a ") == 1
    assert 'id="f1"' in html


def test_a_state_other_than_holds_is_told_in_words_and_shape() -> None:
    body = f"<p>{MARK.format('3.1')}</p>"
    figures = [a_figure(1, ("2025-01-01", "holds"), ("2025-02-01", "revised"))]
    before = stretches(body, figures, date(2025, 1, 31), WORDS, "note")[0].html
    after = stretches(body, figures, date(2025, 2, 1), WORDS, "note")[0].html
    assert "#mk-" not in before
    assert "#mk-revised" in after
    assert ", revised since, note " in after


def test_the_day_picks_the_entry_in_force() -> None:
    figure = a_figure(1, ("2025-01-01", "holds"), ("2025-02-01", "revised"))
    assert entry_on(figure, date(2024, 1, 1))["state"] == "holds"
    assert entry_on(figure, date(2025, 2, 1))["state"] == "revised"
    assert tally([figure, figure], date(2025, 3, 1)) == {"revised": 2}
    assert settled_on([figure], date(2025, 1, 1)) == date(2025, 2, 1)


@given(st.text(max_size=200))
def test_any_sanitised_body_can_be_read_and_cut(text: str) -> None:
    body = sanitised(text)
    assert "".join(blocks_of(body)).split() == body.split()
    assert isinstance(plain_text(body), str)
    assert len(marks_of(body)) >= 0
