"""What visitors type becomes harmless text."""

import pytest

from articles.replies.wording import cleaned, cleaned_line, reasons_to_look


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("One\r\ntwo\rthree", "One\ntwo\nthree"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("\u202etxt.exe\u2066", "txt.exe"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\n\n a  b \n\n\n\n c\n", "a b\n\nc"),
        ("e\u0301", "\xe9"),
        ("\u200b\u200f", ""),
        ("\u3164 \u2800\xad", ""),
        ("\U0001f44d", "\U0001f44d"),
        ("x" + "\u0325" * 500 + "b", "x" + "\u0325" * 6 + "b"),
        ("مُحَمَّد", "مُحَمَّد"),
    ],
)
def test_text_is_cleaned(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


def test_a_name_is_one_line() -> None:
    assert cleaned_line("A\nB\u2028C") == "A B C"


def test_links_and_words_are_reasons() -> None:
    text = "See HTTPS://a.example and www.b.example, CASINO"
    assert reasons_to_look(text, ["casino", "poker"]) == ["links:2", "word:casino"]
    assert reasons_to_look("Plain words.", ["casino"]) == []
