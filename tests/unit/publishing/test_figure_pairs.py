"""Which figure of one text became which of another."""

from dataclasses import dataclass

from articles.workflow.figure_pairs import paired


@dataclass(frozen=True)
class Fig:
    reference: str
    text: str


def test_a_figure_with_other_words_is_still_that_figure() -> None:
    assert list(paired([Fig("A", "1")], [Fig("A", "2")])) == [(Fig("A", "1"), Fig("A", "2"))]


def test_the_same_words_belong_together_first() -> None:
    before, after = [Fig("A", "1"), Fig("A", "2")], [Fig("A", "2"), Fig("A", "3")]
    assert list(paired(before, after)) == [(before[0], after[1]), (before[1], after[0])]


def test_what_went_and_what_came_stand_alone() -> None:
    before, after = [Fig("A", "1")], [Fig("B", "1")]
    assert list(paired(before, after)) == [(before[0], None), (None, after[0])]
