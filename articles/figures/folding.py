"""One spelling for digits, spaces, dashes and letters that mean the same. Pure: no Django."""

import unicodedata

_ALIKE = str.maketrans(
    {
        "–": "-",
        "‐": "-",
        "‒": "-",
        "−": "-",
        "〜": "~",
        "∼": "~",
        "’": "'",
        "‘": "'",
        "٫": ".",
        "٬": ",",
        "،": ",",
        "٪": "%",
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "½": ".5",
        "¼": ".25",
        "¾": ".75",
        "⅕": ".2",
        "⅖": ".4",
        "⅗": ".6",
        "⅘": ".8",
        "⅛": ".125",
        "⅜": ".375",
        "⅝": ".625",
        "⅞": ".875",
    }
)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def folded(text: str) -> str:
    """The text with plain digits, single spaces, plain dashes and no invisible characters; case is kept.

    Superscript digits are footnote marks and dropped, unless they follow a letter (km²).
    """
    pieces: list[str] = []
    for char in text.translate(_ALIKE):
        if unicodedata.category(char) == "Cf":
            continue
        if char in _SUPERSCRIPTS:
            if pieces and pieces[-1].isalpha():
                pieces.append(str(_SUPERSCRIPTS.index(char)))
            continue
        pieces.append(_plain_character(char))
    return " ".join("".join(pieces).split())


def _plain_character(char: str) -> str:
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return unicodedata.normalize("NFKC", char).translate(_ALIKE)
