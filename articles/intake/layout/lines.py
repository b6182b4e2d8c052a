"""What a single line is: contact, form, byline, date, keywords. Pure; every check is linear in the line."""

import re

from articles.intake.layout.dates import day_in
from articles.intake.layout.labels import after_label
from articles.intake.layout.names import names_in
from articles.intake.layout.table import (
    BYLINE,
    CONTACT_WORDS,
    DATELINE,
    DESKS,
    FORM_EXACT,
    FORM_LINES,
    FORM_OPENS,
    KEYWORDS,
)

MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(r"(?<![\w.,])\+?\(?\d[\d ()/-]{5,20}\d(?![\w%])")
WEB = re.compile(r"(?:https?://|www\.)\S{3,200}")
WORD = re.compile(r"[^\W\d_]+")
SHORT = 200
MOST_NAMED = 12
FEW = 2


def is_contact(line: str) -> bool:
    """A telephone number or mail address with hardly a word beside it."""
    if len(line) > SHORT or not (MAIL.search(line) or _has_phone(line)):
        return False
    rest = WEB.sub(" ", PHONE.sub(" ", MAIL.sub(" ", line)))
    others = [word for word in WORD.findall(rest.lower()) if word not in CONTACT_WORDS]
    said = MAIL.search(line) or len(others) < len(WORD.findall(rest)) or line.lstrip()[:1] in "+0("
    return bool(said) and len(others) <= FEW


def _has_phone(line: str) -> bool:
    numbers = (number[0] for number in PHONE.finditer(line))
    return any(
        7 <= sum(character.isdigit() for character in number) <= 15 and not day_in(number)
        for number in numbers
    )


def opens_form(line: str) -> bool:
    """The heading of a form for readers."""
    return len(line) <= SHORT and line.lower().startswith(FORM_OPENS)


def is_form(line: str) -> bool:
    """A line of a form, or of the furniture of a page."""
    lower = line.lower().strip()
    return len(line) <= SHORT * 2 and (
        lower in FORM_EXACT or lower.startswith(FORM_LINES) or opens_form(line)
    )


def keywords_of(line: str) -> str | None:
    """The list after a label such as “Keywords:”; None for any other line."""
    return after_label(line, KEYWORDS)


def authors_of(line: str) -> list[str] | None:
    """Who wrote it, if the line is a byline: empty for a desk, None if it is none."""
    if len(line) > SHORT:
        return None
    if line.lower().removeprefix("by ") in DESKS:
        return []
    named = after_label(line, BYLINE, bare=True)
    if named is None:
        return None
    issued = day_in(named)
    words = (named[: issued.start] if issued else named).strip(" |,.-–—•·")
    if len(words.split()) > MOST_NAMED or not words:
        return None
    return [] if words.lower() in DESKS else names_in(words) or None


def issued_of(line: str) -> str | None:
    """The day, if the line says little else than when it was published; None if it is no such line."""
    if len(line) > 120:
        return None
    issued = day_in(line, bare_year=False)
    if issued is None:
        return None
    rest = f"{line[: issued.start]} {line[issued.end :]}".strip(" |,.:-–—•·")
    labelled = after_label(f"{rest}:", DATELINE) is not None or rest.lower() in DATELINE
    return issued.iso if labelled or len(WORD.findall(rest)) <= FEW else None
