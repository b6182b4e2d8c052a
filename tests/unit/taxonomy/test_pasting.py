"""A pasted list is taken apart by the separators of every script."""

import pytest

from taxonomy.pasting import MOST_CHARACTERS, pasted


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Economics, Industrial system ,China", ["Economics", "Industrial system", "China"]),
        ("معیشت، چین؛ پاکستان", ["معیشت", "چین", "پاکستان"]),
        ("经济，中国、贸易；巴基斯坦", ["经济", "中国", "贸易", "巴基斯坦"]),
        ("- Trade\n- China\r\n\n• RMB\t CPEC", ["Trade", "China", "RMB", "CPEC"]),
        ("China, ＣＨＩＮＡ, china", ["China"]),
        ("“Digital economy”, #CPEC.", ["Digital economy", "CPEC"]),
        ("a\x00b, \u202eevil\u202c, \u200b, ...", ["a b", "evil"]),
        ("", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert pasted(text).terms == terms


def test_a_sentence_is_no_keyword() -> None:
    found = pasted("China, " + "word " * 60)
    assert found.terms == ["China"]
    assert len(found.too_long) == 1


def test_ten_thousand_terms_are_all_read() -> None:
    assert len(pasted("\n".join(f"term {n}" for n in range(10_000))).terms) == 10_000


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="characters"):
        pasted("x" * (MOST_CHARACTERS + 1))
