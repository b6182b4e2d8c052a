"""How a number is written for people: the source's digits in its own scale, never padded or rounded. Pure.

Words for scales and qualifiers live here, per language, because text is compiled in the language of an edition
and not in the language of whoever happens to ask. A language without words of its own gets the English ones.
"""

import unicodedata
from decimal import Decimal

ENGLISH = "en"

SCALES: dict[str, dict[int, str]] = {
    "en": {
        2: "hundred",
        3: "thousand",
        4: "ten thousand",
        5: "hundred thousand",
        6: "million",
        7: "ten million",
        8: "hundred million",
        9: "billion",
        12: "trillion",
        15: "quadrillion",
    },
    "ur": {
        2: "سو",
        3: "ہزار",
        4: "دس ہزار",
        5: "لاکھ",
        6: "ملین",
        7: "کروڑ",
        8: "دس کروڑ",
        9: "ارب",
        12: "ٹریلین",
    },
    "zh-hans": {
        2: "百",
        3: "千",
        4: "万",
        5: "十万",
        6: "百万",
        7: "千万",
        8: "亿",
        9: "十亿",
        12: "万亿",
    },
}

QUALIFIERS: dict[str, dict[str, str]] = {
    "en": {
        "about": "about {}",
        "more_than": "more than {}",
        "less_than": "less than {}",
        "at_least": "at least {}",
        "at_most": "at most {}",
        "range": "{} to {}",
    },
    "ur": {
        "about": "تقریباً {}",
        "more_than": "{} سے زیادہ",
        "less_than": "{} سے کم",
        "at_least": "کم از کم {}",
        "at_most": "زیادہ سے زیادہ {}",
        "range": "{} تا {}",
    },
    "zh-hans": {
        "about": "约 {}",
        "more_than": "超过 {}",
        "less_than": "不到 {}",
        "at_least": "至少 {}",
        "at_most": "至多 {}",
        "range": "{} 至 {}",
    },
}

RIGHT_TO_LEFT = ("ur",)
LEFT_TO_RIGHT, END = "\u2066", "\u2069"
SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def digits(value: Decimal) -> str:
    """The digits as printed, thousands parted by commas, with a real minus sign: “−1,303.50”."""
    return format(value, ",f").replace("-", "−")


def kept_together(number: str, language: str) -> str:
    """A number below zero as it stands within words: where they run from right to left, “−19.9” would read “19.9−”."""
    turned = "−" in number and language in RIGHT_TO_LEFT
    return f"{LEFT_TO_RIGHT}{number}{END}" if turned else number


def scaled(value: Decimal, unit_mult: int) -> Decimal:
    """value x 10^unit_mult, exactly: the decimal context, which would round at 28 digits, has no say."""
    sign, figures, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is no number.")
    return Decimal((sign, figures, exponent + unit_mult))


def scale_word(unit_mult: int, language: str = ENGLISH) -> str:
    """“million” for 6, nothing for 0, and a power of ten where the language has no word for it."""
    if unit_mult == 0:
        return ""
    words = SCALES.get(language, SCALES[ENGLISH])
    return words.get(unit_mult) or f"× 10{str(unit_mult).translate(SUPERSCRIPT)}"


def _is_currency_sign(symbol: str) -> bool:
    return bool(symbol) and unicodedata.category(symbol[-1]) == "Sc"


def _joined(number: str, unit_mult: int, symbol: str, language: str) -> str:
    word = scale_word(unit_mult, language)
    if symbol == "%":
        return f"{_apart(number, language)} {word} %" if word else _apart(f"{number}%", language)
    if _is_currency_sign(symbol):
        number, symbol = f"{symbol}{number}", ""
    return " ".join(part for part in (_apart(number, language), word, symbol) if part)


def _apart(number: str, language: str) -> str:
    return number if LEFT_TO_RIGHT in number else kept_together(number, language)


def _symbol(unit_symbol: str, unit_code: str) -> str:
    return "%" if unit_code == "percent" else unit_symbol


def printed(
    value: Decimal, unit_mult: int, unit_symbol: str = "", unit_code: str = "", language: str = ENGLISH
) -> str:
    """The value in the source's scale: “9.443 million”, “540 million kW”, “3,335.71 billion RMB”, “8.4%”.

    Args:
        value: as the source printed it.
        unit_mult: the source's power of ten.
        unit_symbol: written after the number, or before it if it is a currency sign; may be left out.
        unit_code: `percent` writes the sign without a space.
        language: of the scale word.
    """
    return _joined(digits(value), unit_mult, _symbol(unit_symbol, unit_code), language)


def printed_range(
    low: Decimal,
    high: Decimal,
    unit_mult: int,
    unit_symbol: str = "",
    unit_code: str = "",
    language: str = ENGLISH,
) -> str:
    """Both ends, the scale and unit once: “5 to 6 million”."""
    pattern = QUALIFIERS.get(language, QUALIFIERS[ENGLISH])["range"]
    ends = pattern.format(*(kept_together(digits(end), language) for end in (low, high)))
    return _joined(ends, unit_mult, _symbol(unit_symbol, unit_code), language)


def qualified(text: str, qualifier: str, language: str = ENGLISH) -> str:
    """A printed value with the words of its qualifier: “more than 9.4 million”. Exact values have none."""
    pattern = QUALIFIERS.get(language, QUALIFIERS[ENGLISH]).get(qualifier)
    return text if pattern is None or qualifier == "range" else pattern.format(text)


def in_full(value: Decimal, unit_mult: int, unit_name: str = "", unit_code: str = "") -> str:
    """The value written out, with the name of its unit: “9,443,000 vehicles”, and “8.4%”.

    Per cent has its sign in every language: the Chinese name of the unit is none that follows a number.
    """
    number = digits(scaled(value, unit_mult))
    return f"{number}%" if unit_code == "percent" else f"{number} {unit_name}".rstrip()
