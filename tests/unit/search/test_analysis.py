"""One analysis for both databases: what becomes a token."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.analysis import analysed, analysed_with_words, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tariffs", "tariff"),
        ("industries industrial", "industri industri"),
        ("China’s workers' rights", "china worker right"),
        ("9.443 million units", "9.443 million unit"),
        ("3,327.8 billion, 9,443,000.", "3327.8 billion 9443000"),
        ("9.443million 2nd 5G", "9.443 million 2nd 5g"),
        ("on 2024.03.31 and 1,2", "on 2024 03 31 and 1 2"),
        ("R&D in the U.S.", "rd in the us"),
        ("high-quality COVID-19", "high qualiti covid 19"),
        ("Zürich ５４.0％", "zurich 54.0"),
        ("snake_case", "snake case"),
    ],
)
def test_english_words_and_numbers(text: str, expected: str) -> None:
    assert analysed(text) == expected


def test_urdu_is_found_whatever_keyboard_wrote_it() -> None:
    assert analysed("پاکستان کی معیشت") == analysed("پاكستان كي مُعيشت")


def test_urdu_digits_are_numbers() -> None:
    assert analysed("٣٬٣٢٧٫٨ ۲۰۲۳") == "3327.8 2023"


def test_chinese_runs_are_pairs_and_then_single_characters() -> None:
    assert analysed("新质生产力2023年") == "新质 质生 生产 产力 新 质 生 产 力 2023 年"


def test_titles_keep_their_words_beside_the_tokens() -> None:
    assert analysed_with_words(["Industrial tariffs"]) == "industri tariff industrial tariffs"


@given(st.text())
def test_any_text_gives_tokens_that_both_databases_keep_whole(text: str) -> None:
    for token in tokens(text):
        assert token.term
        assert all(c.isalnum() or c == "." for c in token.term)
        assert 0 <= token.start < token.end <= len(text)


@given(st.text(alphabet="aé新年۲3.,&' ", max_size=40))
def test_analysing_is_the_same_for_equivalent_spellings_of_case(text: str) -> None:
    assert analysed(text) == analysed(text.upper().lower())
