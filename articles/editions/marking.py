"""Write a body for readers: each mark gets its state, its number and the way to its note. Pure."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.editions.states import entry_on
from articles.figures.marks import Mark, blocks_of, marks_of

# A print longer than this many letters may wrap.
LONGEST_UNBROKEN = 30


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text with the numbers of the figures in it; their notes stand beside it."""

    html: str
    numbers: tuple[int, ...]


def stretches(
    body: str, figures: Sequence[Mapping[str, Any]], day: date, state_words: Mapping[str, str], note_word: str
) -> list[Stretch]:
    """The body in stretches: a new one starts at each block with figures.

    Args:
        body: sanitised HTML.
        figures: as the edition carries them, in the order of the text.
        day: the day whose state is shown.
        state_words: what each state is called, for people who do not see the shape.
        note_word: the word before the number of a note.
    """
    by_number = {figure["n"]: figure for figure in figures}
    done: list[Stretch] = []
    pieces: list[str] = []
    numbers: list[int] = []
    count = 0
    for block in blocks_of(body):
        marks = marks_of(block)
        here = [count + mark.n for mark in marks if count + mark.n in by_number]
        if here and pieces:
            done.append(Stretch("".join(pieces), tuple(numbers)))
            pieces, numbers = [], []
        pieces.append(_marked(block, marks, count, by_number, day, state_words, note_word))
        numbers += here
        count += len(marks)
    return [*done, Stretch("".join(pieces), tuple(numbers))] if pieces else done


def _marked(
    block: str,
    marks: Sequence[Mark],
    before: int,
    by_number: Mapping[int, Mapping[str, Any]],
    day: date,
    state_words: Mapping[str, str],
    note_word: str,
) -> str:
    parts, at = [], 0
    for mark in marks:
        n = before + mark.n
        figure = by_number.get(n)
        if figure is None:
            continue
        state = entry_on(figure, day)["state"]
        parts += [block[at : mark.start], _figure(mark, n, state, state_words[state], note_word)]
        at = mark.end
    return "".join([*parts, block[at:]])


def _figure(mark: Mark, n: int, state: str, word: str, note_word: str) -> str:
    words = mark.inner if len(mark.text) > LONGEST_UNBROKEN else mark.inner.replace(" ", "\u00a0")
    if "<" in mark.inner:
        words = mark.inner
    shape = "" if state == "holds" else f'<svg class="mk" aria-hidden="true"><use href="#mk-{state}"/></svg>'
    number = (
        f'<sup><span class="hide">, {html.escape(word)}, {html.escape(note_word)} </span>{n}{shape}</sup>'
    )
    value = f' value="{html.escape(mark.value)}"' if mark.value else ""
    data = f'<data{value} data-observation="{html.escape(mark.reference)}">{words}</data>'
    if mark.in_link:
        return f'<span class="fig" id="f{n}" data-state="{state}">{data}\u2060{number}</span>'
    return f'<a class="fig" id="f{n}" href="#n{n}" data-state="{state}">{data}\u2060{number}</a>'
