"""Two spellings of one term fold to the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taxonomy.folding import fold

SPACING = st.sampled_from([" ", "  ", "\t", "\n", "\u00a0", "\u3000"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("  China ", "china"),
        ("Ｃｈｉｎａ", "CHINA"),
        ("São Tomé", "sao tome"),
        ("Digital  economy", "digital economy"),
        ("Straße", "STRASSE"),
        ("پاكستان", "پاکستان"),
        ("چيني", "چینی"),
        ("پاک\u200cچین", "پاکچین"),
        ("مسئلہ", "مسيلہ"),
        ("ＲＭＢ", "rmb"),
        ("co\u00adrridor", "corridor"),
        ("İstanbul", "istanbul"),
    ],
)
def test_spellings_of_one_term_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("economy", "economic"), ("中国", "中國"), ("C", "C+"), ("1", "l")]
)
def test_different_terms_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_no_space_remains_at_the_ends_or_doubled(text: str) -> None:
    folded = fold(text)
    assert folded == folded.strip()
    assert "  " not in folded


@given(st.lists(st.text(st.characters(codec="ascii", categories=["L"]), min_size=1), min_size=1), SPACING)
def test_the_kind_of_space_does_not_matter(words: list[str], space: str) -> None:
    assert fold(space.join(words)) == fold(" ".join(words))


@given(st.text(st.characters(codec="ascii")))
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())


def test_every_character_folds_once_and_for_all() -> None:
    characters = (chr(point) for point in range(0x30000) if not 0xD800 <= point < 0xE000)
    assert [hex(ord(c)) for c in characters if fold(fold(c)) != fold(c)] == []
