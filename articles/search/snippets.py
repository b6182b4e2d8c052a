"""The passage of a text that answers a query, with the words found in <mark>."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.search.analysis import tokens
from articles.search.asking import Query

WIDTH = 240  # characters of a passage
LEAD = 50  # of which before the first word found
MOST_SCANNED = 40_000
MOST_FOUND = 80
SURE_STEM = 4
WORD = re.compile(r"[\w'’]+")
# Letters that folding turns into others or that hide within a word, and initials: U.S.S.R.
WRITTEN_OTHERWISE = re.compile(r"[^\x00-\x7f\xa0\u2010-\u2027\u2030-\u205e]|\b[a-zA-Z][.][a-zA-Z]|&")

Span = tuple[int, int, str]


def snippet(plain: str, query: Query, width: int = WIDTH) -> SafeString:
    """The passage of `plain` with most of the words asked for, escaped; its beginning if none is there."""
    text = plain[:MOST_SCANNED]
    found = sorted(islice(_found(text, query), MOST_FOUND))
    if not found:
        end = _word_end(text, width) if len(text) > width else len(text)
        return mark_safe(escape(text[:end].replace("\n", " ")) + (" …" if end < len(text) else ""))  # noqa: S308
    first = _best_start(found, width - LEAD)
    start = _word_start(text, max(0, found[first][0] - LEAD))
    end = _word_end(text, start + width)
    inside = [span for span in found[first:] if span[1] <= end]
    body = _marked(text, start, end, inside).replace("\n", " ")
    return mark_safe(("… " if start else "") + body.strip() + (" …" if end < len(plain) else ""))  # noqa: S308


def highlighted(text: str, query: Query) -> SafeString:
    """A whole short text, escaped, with the words found in <mark>."""
    return mark_safe(_marked(text, 0, len(text), list(_found(text, query))))  # noqa: S308


def _found(text: str, query: Query) -> Iterator[Span]:
    terms = frozenset(term for clause in query.wanted for term in clause.terms)
    begins = tuple(clause.beginning for clause in query.wanted if clause.beginning)
    stretches = _stretches(text, terms)
    for offset, stretch in [(0, text)] if stretches is None else stretches:
        for token in tokens(stretch):
            if token.term in terms or (begins and token.raw.startswith(begins)):
                yield offset + token.start, offset + token.end, token.term


def _stretches(text: str, terms: frozenset[str]) -> list[tuple[int, str]] | None:
    """The words of a text that may have one of these stems, each with its place; None if all have to be read.

    Most words are passed over, at a tenth of the time: English stems differ from their words at the end only.
    Short ones, numbers and other scripts are written in too many ways for that, and so are words with accents and
    initials.
    """
    if not all(len(term) >= SURE_STEM and term.isascii() and term.isalpha() for term in terms):
        return None
    lowered = text.lower()
    if len(lowered) != len(text):  # such as İ
        return None
    starts = {at for term in terms for at in _beginnings(lowered, term[:-1])}
    if not starts and WRITTEN_OTHERWISE.search(text):
        return None
    return [(at, word.group()) for at in sorted(starts) if (word := WORD.match(text, at))]


def _beginnings(lowered: str, head: str) -> Iterator[int]:
    """Where words begin with these letters: `find` is much swifter than a regular expression."""
    at = lowered.find(head)
    while at >= 0:
        before = lowered[at - 1] if at else " "
        if not (before.isalnum() or before == "_"):
            yield at
        at = lowered.find(head, at + 1)


def _best_start(found: Sequence[Span], reach: int) -> int:
    """The match from which on a passage has most different words, then most words; the earliest of equals.

    Args:
        found: in the order of the text.
    """
    best, best_score = 0, (0, 0)
    for i, (start, _end, _term) in enumerate(found):
        inside = list(_terms_until(start + reach, islice(found, i, None)))
        score = (len(set(inside)), len(inside))
        if score > best_score:
            best, best_score = i, score
    return best


def _terms_until(end: int, found: Iterable[Span]) -> Iterator[str]:
    for start, last, term in found:
        if start >= end:
            return
        if last <= end:
            yield term


def _word_start(text: str, at: int) -> int:
    """The next beginning of a word or line within a few letters, so that no word is cut."""
    if at == 0:
        return 0
    for i in range(at, min(at + 25, len(text))):
        if text[i - 1].isspace():
            return i
    return at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    for i in range(at, max(at - 25, 0), -1):
        if text[i].isspace():
            return i
    return at


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    """Escaped text with marks; words next to one another share a mark."""
    parts: list[str] = []
    at = start
    for left, right in _joined(text, spans):
        if left < at:
            continue
        parts += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
        at = right
    return "".join([*parts, escape(text[at:end])])


def _joined(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for left, right, _term in sorted(spans):
        if current and (left <= current[1] or text[current[1] : left] in (" ", "-", "‑")):
            current = (current[0], max(current[1], right))
            continue
        if current:
            yield current
        current = (left, right)
    if current:
        yield current
