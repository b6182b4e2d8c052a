"""The order of names in an index by letter, in each language."""

import pytest

from taxonomy.alphabet import RADICALS, URDU, by_letter


def index(language: str, *names: str) -> list[tuple[str, list[str]]]:
    return by_letter([(name, name) for name in names], language)


def test_english_goes_by_letter_whatever_the_accents_and_capitals() -> None:
    assert index("en", "trade", "Économie", "china", "Energy", "Tariffs", "5G", "中国", "پاکستان") == [
        ("C", ["china"]),
        ("E", ["Économie", "Energy"]),
        ("T", ["Tariffs", "trade"]),
        ("پ", ["پاکستان"]),
        ("丨", ["中国"]),
        ("0–9", ["5G"]),
    ]


def test_urdu_has_an_alphabet_of_its_own() -> None:
    # By code point, ٹ and پ would follow ی, and گ would come after م.
    assert [heading for heading, _ in index("ur", *"یگپاٹمتک")] == list("اپتٹکگمی")
    assert index("ur", "ٹیکس", "تجارت", "Trade", "آبادی", "تانبا") == [
        ("ا", ["آبادی"]),
        ("ت", ["تانبا", "تجارت"]),
        ("ٹ", ["ٹیکس"]),
        ("T", ["Trade"]),
    ]


def test_chinese_goes_by_radical_and_strokes() -> None:
    assert index("zh-hans", "经济增长", "贸易", "人民币", "Trade", "中国", "经济", "数字经济", "仁") == [
        ("丨", ["中国"]),
        ("人", ["人民币", "仁"]),
        ("攴", ["数字经济"]),
        ("糸", ["经济", "经济增长"]),
        ("貝", ["贸易"]),
        ("T", ["Trade"]),
    ]


@pytest.mark.parametrize("language", ["en", "ur", "zh-hans"])
def test_every_name_stands_once_and_no_heading_comes_back(language: str) -> None:
    names = ["", "…", "٣", "Ω", "ß", "مھ", "ھ", "龜", "㐀", "a", "A", "ﷲ", "🙂", *URDU, *RADICALS]
    found = index(language, *names)
    assert sorted(each for _heading, members in found for each in members) == sorted(names)
    headings = [heading for heading, _members in found]
    assert len(headings) == len(set(headings))
