"""The material that is measured: records of a corpus, independent of any database and of who wrote them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple


class KeywordRecord(NamedTuple):
    slug: str
    name: str
    parent: str | None


class IndicatorRecord(NamedTuple):
    """Measured in a unit by one source: `IND00001`."""

    code: str
    name: str
    unit: str
    source: str


class StatementRecord(NamedTuple):
    """What the indicator's source stated of an area and a period on a day."""

    indicator: str
    area: str
    period: str
    value: str
    stated_on: date


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """A figure of an article: the statement it quotes, and the words of it that stand in the text."""

    indicator: str
    area: str
    period: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article with one figure in each of its first paragraphs."""

    slug: str
    title: str
    standfirst: str
    paragraphs: Sequence[str]
    author: str
    publication: str
    published_at: datetime
    keywords: Sequence[str]
    figures: Sequence[FigureRecord]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that a loader needs; articles and statements may be iterated once."""

    keywords: Sequence[KeywordRecord]
    authors: Sequence[str]
    publications: Sequence[str]
    indicators: Sequence[IndicatorRecord]
    areas: Sequence[str]
    statements: Iterable[StatementRecord]
    articles: Iterable[ArticleRecord]


class UnitInHouse(NamedTuple):
    """A unit of a corpus in the catalogue's terms.

    Attributes:
        code: the catalogue's unit.
        power: the power of ten that the word means: "thousand" is a scale, no unit.
        in_mark: whether the word belongs to the marked figure.
    """

    code: str
    power: int = 0
    in_mark: bool = True


UNITS: Mapping[str, UnitInHouse] = {
    "%": UnitInHouse("percent"),
    "thousand": UnitInHouse("piece", power=3),
    "million": UnitInHouse("piece", power=6),
    "per 100,000": UnitInHouse("ratio", in_mark=False),
    "index 2015=100": UnitInHouse("index", in_mark=False),
    "EUR": UnitInHouse("EUR"),
    "GWh": UnitInHouse("GWh"),
    "days": UnitInHouse("day"),
}


@dataclass(frozen=True, slots=True)
class Draw:
    """What one request of a workload asks for. `n` is the article's number in the corpus, from 1."""

    n: int
    slug: str
    title: str
    keyword: str
    year: int
    words: str
    indicator: str
    area: str


@dataclass(frozen=True, slots=True)
class Askable:
    """What requests may ask of a corpus."""

    articles: Sequence[tuple[str, str]]
    keywords: Sequence[str]
    years: Sequence[int]
    words: Sequence[str]
    indicators: Sequence[str]
    areas: Sequence[str]
    meta: Mapping[str, str] = field(default_factory=dict)
