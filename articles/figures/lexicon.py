"""The words around printed numbers, from the data files in `tables/`. Pure: no Django."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from articles.figures.folding import folded

TABLES = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True)
class UnitWord:
    """What a unit word means: a house code, or None for a noun that fits whatever is counted."""

    code: str | None
    also: tuple[str, ...] = ()
    power: int = 0
    count: bool = False
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """All that one word can mean; the grammar picks by where it stands."""

    scale: int | None = None
    chains: bool | None = None
    unit: UnitWord | None = None
    sign_of: UnitWord | None = None
    only_adjacent: bool | None = None
    before: str | None = None
    after: str | None = None
    value: int | None = None
    sign: int | None = None
    roles: frozenset[str] = field(default=frozenset())

    def merged(self, other: "Meaning") -> "Meaning":
        """Both meanings together. Raises ValueError where they speak of the same thing."""
        changes: dict[str, Any] = {"roles": self.roles | other.roles}
        for name in (f.name for f in fields(self) if f.name != "roles"):
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine is not None and theirs is not None:
                raise ValueError(f"two entries for the same word: {name} {mine!r} and {theirs!r}")
            changes[name] = theirs if mine is None else mine
        return replace(self, **changes)


UNKNOWN = Meaning()
Entry = tuple[str, bool, Meaning]
"""A word, whether its case matters, and its meaning."""


class Lexicon:
    """Longest-match lookup of words in text that went through `folded`."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.exact_words: dict[str, Meaning] = {}
        self.words: dict[str, Meaning] = {}
        for word, case_matters, meaning in entries:
            self._add(word, case_matters, meaning)
        for word in self.exact_words:
            if loose := self.words.get(word.casefold()):
                self.exact_words[word] = loose.merged(self.exact_words[word])
        self._lengths: dict[str, list[int]] = {}
        for word in (*self.exact_words, *self.words):
            lengths = self._lengths.setdefault(word[0].casefold(), [])
            if len(word) not in lengths:
                lengths.append(len(word))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def _add(self, word: str, case_matters: bool, meaning: Meaning) -> None:
        table, key = (self.exact_words, word) if case_matters else (self.words, word.casefold())
        try:
            table[key] = table[key].merged(meaning) if key in table else meaning
        except ValueError as problem:
            raise ValueError(f"“{word}”: {problem}") from problem

    def at(self, text: str, start: int) -> tuple[str, Meaning] | None:
        """The longest known word that starts there and ends at a word's end, with its meaning."""
        for length in self._lengths.get(text[start].casefold(), ()):
            word = text[start : start + length]
            meaning = self.exact_words.get(word) or self.words.get(word.casefold())
            if meaning is not None and ends_a_word(text, start + length):
                return word, meaning
        return None


def is_ideograph(char: str) -> bool:
    """Whether it belongs to a script that puts no spaces between words."""
    return "\u2e80" <= char <= "\u9fff"


def ends_a_word(text: str, end: int) -> bool:
    """Whether a word can end there: not in the middle of a run of letters."""
    if end >= len(text):
        return True
    last, following = text[end - 1], text[end]
    inside = last.isalpha() and following.isalpha()
    return not inside or is_ideograph(last) or is_ideograph(following)


def _with_plural(words: Iterable[str]) -> Iterator[str]:
    known = {folded(word) for word in words}
    yield from known
    for word in known:
        if len(word) > 3 and word.isascii() and word[-1].isalpha() and word + "s" not in known:
            yield word + "s"


def _read(name: str) -> dict[str, Any]:
    with (TABLES / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _scales() -> Iterator[Entry]:
    for row in _read("scales")["scale"]:
        full, short = Meaning(scale=row["power"], chains=True), Meaning(scale=row["power"], chains=False)
        yield from ((word, False, full) for word in _with_plural(row["words"]))
        yield from ((word, False, short) for word in row.get("abbreviations", ()))
        yield from ((word, True, short) for word in row.get("exact", ()))


def _units() -> Iterator[Entry]:
    for row in _read("units")["unit"]:
        unit = UnitWord(
            code=row.get("code"),
            also=tuple(row.get("also", ())),
            power=row.get("power", 0),
            count=row.get("count", False),
            generic=row.get("generic", False),
        )
        yield from ((word, False, Meaning(unit=unit)) for word in _with_plural(row.get("words", ())))
        yield from ((word, True, Meaning(unit=unit, only_adjacent=True)) for word in row.get("exact", ()))
        yield from ((folded(word), False, Meaning(sign_of=unit)) for word in row.get("signs", ()))


def _qualifiers() -> Iterator[Entry]:
    for row in _read("qualifiers")["qualifier"]:
        yield from ((folded(word), False, Meaning(before=row["means"])) for word in row.get("before", ()))
        yield from ((folded(word), False, Meaning(after=row["means"])) for word in row.get("after", ()))


def _numbers() -> Iterator[Entry]:
    table = _read("numbers")
    yield from ((word, False, Meaning(value=value)) for word, value in table["values"].items())
    yield from ((folded(word), False, Meaning(sign=-1)) for word in table["sign"]["negative"])
    yield from ((folded(word), False, Meaning(sign=1)) for word in table["sign"]["positive"])
    for section in ("between", "range", "glue", "names", "stops", "rates"):
        for key, words in table[section].items():
            role = Meaning(roles=frozenset({f"{section}.{key}"}))
            yield from ((folded(word), section == "names", role) for word in words)


def load() -> Lexicon:
    """All tables as one lexicon. Raises ValueError for a word that stands twice."""
    return Lexicon(entry for read in (_scales, _units, _qualifiers, _numbers) for entry in read())


LEXICON = load()
COUNT_UNITS = frozenset(row["code"] for row in _read("units")["unit"] if row.get("count") and "code" in row)
