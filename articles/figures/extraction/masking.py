"""Put aside what holds digits but is no figure: times, names, ages, ranks, phones, addresses. Pure: no Django."""

import re
from collections.abc import Iterable

from articles.figures.extraction.relative_times import Time
from articles.figures.extraction.tables import DURATIONS, LISTS, NUMBER_NAMES

MASK = "\ue000"
_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
_UNITS = "|".join(sorted(DURATIONS, key=len, reverse=True))
_BEFORE = "|".join(re.escape(word) for word in sorted(NUMBER_NAMES, key=len, reverse=True))
_LISTS = "|".join(re.escape(word) for word in sorted(LISTS, key=len, reverse=True))
_NAMES = re.compile(
    # addresses, marks of footnotes, times of day
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|\[\d{1,3}\]"
    r"|(?<!m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
    r"|\b\d{1,2}:\d\d(?::\d\d)?(?: ?[apAP]\.?[mM]\b\.?)?|\b\d{1,2} ?[apAP]\.?[mM]\b\.?(?!\w)"
    r"|\b24/7\b|\b9/11\b"
    # telephone numbers
    r"|\+\d[\d ()-]{6,18}\d|\(?\b0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,5}(?:[ -]\d{2,4})?\b"
    # names: COVID-19, G20, M5, 5G, 3D; words whose digits are glued to letters
    r"|(?<![\w$€£₹])(?!(?i:rs|usd|cny|rmb|pkr|inr|eur|gbp|us|hk)\d)[A-Za-z]+\d+(?:[-.]\d+)*e?\b(?!%)"
    r"|\b(?!(?i:rs|rmb|usd|pkr|us|cny|inr|eur)-)[A-Z][A-Za-z]*-\d+\b(?!%)(?!\.\d)|\b\d+(?:G|D|st|nd"
    r"|rd|th|s)\b|\b\d{1,4}-[A-Z]\b"
    # S&P 500, FTSE 100
    rf"|(?i:\b(?:{_LISTS})[ -]?\d{{2,4}}\b)(?![.,]?\d)"
    # places in an order, ages, durations
    rf"|(?i:\b(?:{_BEFORE})\.?[ -](?:\d+(?:[.-]\d+)*|[ivx]+|one|two|three)\b)(?! ?%)(?! (?i:per"
    rf"|million|billion|trillion|crore|lakh)\b)"
    rf"|(?i:\b(?:\d+(?:\.\d+)?|{_SPELLED})(?: ?(?:-|to|and|or) ?(?:\d+"
    rf"|{_SPELLED}))?[ -](?:{_UNITS})\b(?:[ -]old|[ -]of[ -]age)?)"
    # what others are counted against: "per 1,000 live births"
    r"|(?i:\b(?:per|(?:for|in|of) every) 1(?:,?000|0,000|00,000|,000,000)\b)"
    r"|(?i:\bone (?:of|another|day|by one)\b|\bone-(?:off|time|way|sided)\b|\b(?:this|that|no|any"
    r"|every|each|which|some) one\b)"
)
_CONTACT = re.compile(r"(?i:@\w|\b(?:tel|phone|fax|mobile|contact|whatsapp)\b)")
_LIFE = re.compile(r"(?i:\b(?:expectancy|median age|average age|mean age|schooling)\b)(?:[^.;]|\.\d)*$")
_PHONE = re.compile(r"\d[\d ()-]{6,20}\d")


def _is_span_of_life(text: str, match: re.Match[str]) -> bool:
    """ "Life expectancy rose to 67.6 years": a duration that is measured."""
    said = match.group()
    return said.endswith("years") and bool(_LIFE.search(text[max(0, match.start() - 80) : match.start()]))


def masked(folded: str, times: Iterable[Time]) -> str:
    """The text, as long as before, with a mark on every character that belongs to no figure."""
    chars = list(folded)
    for time in times:
        chars[time.start : time.end] = MASK * (time.end - time.start)
    text = "".join(chars)
    found = [match.span() for match in _NAMES.finditer(text) if not _is_span_of_life(text, match)]
    at = 0
    for line in text.splitlines(keepends=True):
        if len(line) < 300 and _CONTACT.search(line):
            found += ((at + match.start(), at + match.end()) for match in _PHONE.finditer(line))
        at += len(line)
    for start, end in found:
        chars[start:end] = MASK * (end - start)
    return "".join(chars)
