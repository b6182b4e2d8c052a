"""The word tables are whole: no word twice, no word of an unknown kind."""

import pytest

from articles.figures.lexicon import COUNT_UNITS, LEXICON, Lexicon, Meaning, UnitWord, load
from articles.figures.numerals import Qualifier
from tests.unit.figures.statements import printed


def test_no_word_stands_twice_in_the_tables() -> None:
    load()
    with pytest.raises(ValueError, match="two entries for the same word"):
        Lexicon([("lakh", False, Meaning(scale=5)), ("LAKH", False, Meaning(scale=6))])
    with pytest.raises(ValueError, match="two entries for the same word"):
        Lexicon([("t", False, Meaning(unit=UnitWord("a"))), ("T", True, Meaning(unit=UnitWord("b")))])


def test_every_qualifier_word_is_read_as_its_qualifier() -> None:
    for meaning in (*LEXICON.exact_words.values(), *LEXICON.words.values()):
        for name in (meaning.before, meaning.after):
            assert name is None or Qualifier(name)


def test_every_scale_word_multiplies() -> None:
    for word, meaning in LEXICON.words.items():
        if meaning.scale is not None and meaning.chains is not None:
            assert printed(f"5 {word}").multiplier == meaning.scale, word


def test_every_unit_word_names_its_unit() -> None:
    for word, meaning in (*LEXICON.words.items(), *LEXICON.exact_words.items()):
        if meaning.unit is not None and meaning.scale is None:
            figure = printed(f"5 {word}")
            assert (figure.unit, figure.multiplier) == (meaning.unit.code, meaning.unit.power), word


def test_every_currency_sign_is_read_before_the_number() -> None:
    for word, meaning in LEXICON.words.items():
        if meaning.sign_of is not None:
            assert printed(f"{word}5 million").unit == meaning.sign_of.code, word


def test_counted_things_are_known_as_such() -> None:
    assert {"vehicle", "set", "person"} <= COUNT_UNITS
    assert "CNY" not in COUNT_UNITS
