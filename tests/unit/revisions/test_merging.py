"""The laws of the three-way merge."""

from hypothesis import given
from hypothesis import strategies as st

from articles.revisions.merging import Conflict, Settled, cells, merge

WORDS = st.sampled_from(["one", "two", "one two three", "one two four", "five", "five six", ""])
LISTS = st.lists(WORDS, max_size=7)


def joined(chunks: list[Settled | Conflict]) -> list[str]:
    assert not any(isinstance(chunk, Conflict) for chunk in chunks)
    return [line for chunk in chunks if isinstance(chunk, Settled) for line in chunk.lines]


@given(base=LISTS, changed=LISTS)
def test_the_cells_one_after_the_other_are_the_changed_list(base: list[str], changed: list[str]) -> None:
    assert [line for cell in cells(base, changed) for line in cell] == changed


@given(base=LISTS, changed=LISTS)
def test_where_one_side_kept_the_base_the_other_side_is_taken(base: list[str], changed: list[str]) -> None:
    assert joined(merge(base, changed, base)) == changed
    assert joined(merge(base, base, changed)) == changed
    assert joined(merge(base, changed, changed)) == changed


@given(base=LISTS, mine=LISTS, theirs=LISTS)
def test_it_makes_no_difference_who_is_who(base: list[str], mine: list[str], theirs: list[str]) -> None:
    turned = [
        Conflict(each.base, each.theirs, each.mine) if isinstance(each, Conflict) else each
        for each in merge(base, theirs, mine)
    ]
    assert merge(base, mine, theirs) == turned


@given(base=LISTS, mine=LISTS, theirs=LISTS)
def test_every_paragraph_that_somebody_added_is_kept_or_asked_about(
    base: list[str], mine: list[str], theirs: list[str]
) -> None:
    kept: set[str] = set()
    for chunk in merge(base, mine, theirs):
        kept |= {*chunk.lines} if isinstance(chunk, Settled) else {*chunk.mine, *chunk.theirs}
    assert {*mine, *theirs} - {*base} <= kept


def test_two_people_change_neighbouring_paragraphs() -> None:
    base = ["The first.", "The second.", "The third."]
    mine = ["The first, by me.", "The second.", "The third."]
    theirs = ["The first.", "The second, by them.", "The third.", "A fourth."]
    assert joined(merge(base, mine, theirs)) == [
        "The first, by me.",
        "The second, by them.",
        "The third.",
        "A fourth.",
    ]


def test_a_paragraph_added_beside_one_that_is_rewritten() -> None:
    base = ["Trade grew in the year.", "It rained."]
    mine = ["Trade grew a lot in the year.", "Something new altogether.", "It rained."]
    theirs = ["Trade grew in the year.", "It rained heavily."]
    assert joined(merge(base, mine, theirs)) == [mine[0], mine[1], theirs[1]]


def test_one_paragraph_changed_by_both_is_a_conflict_that_keeps_both() -> None:
    found = merge(["a", "b", "c"], ["a", "mine", "c"], ["a", "theirs", "c"])
    assert found == [Settled(("a",)), Conflict(("b",), ("mine",), ("theirs",)), Settled(("c",))]


def test_deleted_here_and_rewritten_there_is_a_conflict() -> None:
    assert merge(["a", "b"], ["a"], ["a", "B"]) == [Settled(("a",)), Conflict(("b",), (), ("B",))]


def test_a_very_long_text_is_merged_all_the_same() -> None:
    base = ["p"] * 60_000
    assert joined(merge(base, [*base[:-1], "q"], ["r", *base])) == ["r", *base[:-1], "q"]
