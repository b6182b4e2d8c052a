"""The tables of extraction, read once. Their shape is documented in the files. Pure: no Django."""

import tomllib
from dataclasses import dataclass
from typing import Any

from articles.figures.lexicon import LEXICON, TABLES


def _read(name: str) -> dict[str, Any]:
    with (TABLES / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True, slots=True)
class Areas:
    """Names of areas, what people call them, what the local money is, and when a fiscal year starts there."""

    names: dict[str, str]
    currencies: dict[str, dict[str, str]]
    fiscal: dict[str, int]

    def currency(self, code: str, area: str | None) -> str:
        """The code a currency word has in that area ("Rs" in India is INR)."""
        return self.currencies.get((area or "").casefold(), {}).get(code, code)


def _directions(rows: dict[str, list[str]]) -> dict[str, str]:
    return {word: direction for direction in ("up", "down") for word in rows[direction]}


def _areas() -> Areas:
    names: dict[str, str] = {}
    fiscal: dict[str, int] = {}
    currencies: dict[str, dict[str, str]] = {}
    for row in _read("areas")["area"]:
        fiscal[row["name"]] = row.get("fiscal", 1)
        for name in (row["name"], row.get("code", row["name"]), *row.get("also", ())):
            names[name.casefold()] = row["name"]
            currencies[name.casefold()] = row.get("money", {})
    return Areas(names, currencies, fiscal)


_CHANGES = _read("changes")
CHANGE_VERBS = _directions(_CHANGES["verbs"])
CHANGE_NOUNS = _directions(_CHANGES["nouns"])
CHANGES = CHANGE_VERBS | CHANGE_NOUNS
COMPARATIVES = _directions(_CHANGES["comparatives"])
MULTIPLIERS: dict[str, tuple[int, int]] = {
    word: (row["numerator"], row["denominator"]) for row in _CHANGES["multiplier"] for word in row["words"]
}
_KINDS = _read("kinds")
GROWTH = frozenset(_KINDS["growth"]["nouns"])
RATES = frozenset(_KINDS["rate"]["nouns"])
INDEXES = frozenset(_KINDS["index"]["nouns"])
SHARE_VERBS = frozenset(_KINDS["share"]["verbs"])
SHARE_NOUNS = frozenset(_KINDS["share"]["nouns"])
LEVEL_VERBS = frozenset(_KINDS["level"]["verbs"])
ACTORS = frozenset(_KINDS["actor"]["verbs"])
FILLERS = frozenset(_KINDS["words"]["fillers"])
COMPARING = frozenset(_KINDS["words"]["comparing"])
OUTSIDE_SUBJECTS = frozenset(_KINDS["words"]["outside_subjects"])
LEADING = frozenset(_KINDS["words"]["leading"])
AREAS = _areas()
_EXTRA = _read("extraction")
RATES_OF_TWO: dict[str, str] = _EXTRA["rates"]["codes"]
RATE_WORDS: dict[str, str] = _EXTRA["rates"]["words"]
DURATIONS = frozenset(_EXTRA["durations"]["units"])
NUMBER_NAMES = frozenset(_EXTRA["names"]["before"])
LISTS = frozenset(_EXTRA["names"]["lists"])
COUNT_NOUNS = frozenset(_EXTRA["counted"]["nouns"])
FRACTIONS: dict[str, int] = _EXTRA["fractions"]
QUALIFIERS: dict[str, str] = {
    **{word: meaning.before for word, meaning in LEXICON.words.items() if meaning.before is not None},
    **{word: row["means"] for row in _EXTRA["qualifier"] for word in row["before"]},
}
LONGEST_QUALIFIER = max(len(words.split()) for words in QUALIFIERS)
QUALIFIER_WORDS = frozenset(word for words in QUALIFIERS for word in words.split())
