"""Our own corpus: the same arguments give the same records on every machine (only `random.Random` is used)."""

import itertools
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from tests.benchmarks.corpus import (
    UNITS,
    ArticleRecord,
    Askable,
    Corpus,
    Draw,
    FigureRecord,
    IndicatorRecord,
    KeywordRecord,
    StatementRecord,
)

TOPIC_WORDS = """trade tariff customs freight port corridor railway highway bridge energy solar wind coal gas grid
battery vehicle steel cement textile cotton wheat rice fishery water river dam budget deficit debt bond loan
currency exchange reserve inflation wage employment pension household housing school university research
patent satellite telecom broadband software export import investment industry manufacturing services retail
tourism airport visa treaty council minister parliament province city district climate emission forest"""
PLAIN_WORDS = """the of and to in a that is was for on with as by at from this it be are has have were which their
more than over after before under between during about also its new year first last high low"""
SYLLABLE_WORDS = "ba ce di fo gu ha li mo ne pra qui ro sta te ul ver wo xi yo zen tion ment ing al er ly"
TOPICS, PLAIN, SYLLABLES = TOPIC_WORDS.split(), PLAIN_WORDS.split(), SYLLABLE_WORDS.split()
AREAS = ("Northland", "Southmark", "Eastvale", "Westmoor", "Midshire")
SOURCES = ("Statistics Office", "Central Bank", "Energy Regulator", "Labour Survey")
PUBLICATIONS = ("Data Weekly", "The Ledger", "City Monitor", "Policy Review")
YEARS = tuple(range(2016, 2026))
SPAN = timedelta(days=3650)
FIGURES = 5
PARAGRAPHS = 8
KEYWORDS = 200


def slug_of(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


class Generator:
    """A corpus of so many articles, drawn from one seed."""

    def __init__(self, articles: int, *, indicators: int = 1000, seed: int = 1) -> None:
        self.size = articles
        self.random = random.Random(seed)  # noqa: S311  (repeatable, not secret)
        self.vocabulary = self._vocabulary()
        self.weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(self.vocabulary))))
        self.keywords = [self._keyword(n) for n in range(KEYWORDS)]
        self.authors = [f"Writer {n:03d}" for n in range(1, 201)]
        self.indicators = [self._indicator(n) for n in range(1, indicators + 1)]
        self.titles: list[tuple[str, str]] = []
        self.known: dict[tuple[str, str, str], str] = {}

    def corpus(self) -> Corpus:
        """The records. Statements come before articles, which quote them."""
        statements = self.state()
        articles = list(self.articles())
        self.titles = [(each.slug, each.title) for each in articles]
        return Corpus(self.keywords, self.authors, PUBLICATIONS, self.indicators, AREAS, statements, articles)

    def state(self) -> list[StatementRecord]:
        """What the sources have stated."""
        return list(self._statements())

    def articles(self) -> Iterator[ArticleRecord]:
        """One after the other; what they quote has to be stated first."""
        return (self._article(n) for n in range(1, self.size + 1))

    def askable(self) -> Askable:
        words = [word for word in self.vocabulary[:400] if word not in PLAIN and len(word) > 3]
        codes = [each.code for each in self.indicators]
        return Askable(self.titles, [each.slug for each in self.keywords], YEARS, words, codes, AREAS)

    def _vocabulary(self) -> list[str]:
        words = dict.fromkeys((*PLAIN, *TOPICS))
        while len(words) < 6000:
            words["".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4)))] = None
        return list(words)

    def _keyword(self, n: int) -> KeywordRecord:
        topic = TOPICS[n % len(TOPICS)].title()
        name = topic if n < len(TOPICS) else f"{topic} {n}"
        parent = None if n < 10 else slug_of(TOPICS[n % 10].title())
        return KeywordRecord(slug_of(name), name, parent)

    def _indicator(self, n: int) -> IndicatorRecord:
        name = f"{' '.join(self.random.sample(TOPICS, 3)).capitalize()}, {n}"
        unit = self.random.choice(list(UNITS))
        return IndicatorRecord(f"IND{n:05d}", name, unit, self.random.choice(SOURCES))

    def _statements(self) -> Iterator[StatementRecord]:
        """Ten years a place, each stated in March of the next one; one in twenty is revised in October."""
        for indicator, area in itertools.product(self.indicators, AREAS):
            value = self.random.uniform(1, 1000)
            for year in YEARS:
                value *= self.random.uniform(0.95, 1.06)
                key = (indicator.code, area, str(year - 1))
                self.known[key] = f"{value:.2f}"
                yield StatementRecord(*key, f"{value:.2f}", date(year, 1, 1))
                if self.random.random() < 0.05:
                    yield StatementRecord(*key, f"{value * 1.01:.2f}", date(year, 10, 1))

    def _article(self, n: int) -> ArticleRecord:
        draw = self.random
        published_at = datetime(2016, 1, 2, 6, tzinfo=UTC) + SPAN * (n / (self.size + 1))
        figures = [self._figure(published_at.year) for _ in range(FIGURES)]
        title = " ".join([*draw.sample(TOPICS, 3), *self._words(4)]).capitalize()
        length = draw.randint(600, 900) // PARAGRAPHS
        return ArticleRecord(
            slug=f"{slug_of(title)[:80].strip('-')}-{n}",
            title=title,
            standfirst=f"{' '.join(self._words(28)).capitalize()}.",
            paragraphs=[self._paragraph(length, figures[k : k + 1]) for k in range(PARAGRAPHS)],
            author=draw.choice(self.authors),
            publication=draw.choice(PUBLICATIONS),
            published_at=published_at,
            keywords=[each.slug for each in draw.sample(self.keywords, draw.randint(5, 12))],
            figures=figures,
        )

    def _figure(self, year: int) -> FigureRecord:
        indicator, area = self.random.choice(self.indicators), self.random.choice(AREAS)
        key = (indicator.code, area, str(year - 1))
        return FigureRecord(*key, self.known[key], indicator.unit)

    def _words(self, count: int) -> list[str]:
        return self.random.choices(self.vocabulary, cum_weights=self.weights, k=count)

    def _paragraph(self, length: int, figures: Sequence[FigureRecord]) -> str:
        words = self._words(length)
        words[length // 3] = f"<strong>{words[length // 3]}</strong>"
        text = " ".join(words).capitalize()
        told = "".join(f" ({each.area}: {each.value} {each.unit}, {each.period})" for each in figures)
        return f"{text}{told}."


def draws(asked: Askable, count: int, seed: int = 11) -> list[Draw]:
    """So many requests, the same for every run."""
    draw = random.Random(seed)  # noqa: S311  (repeatable, not secret)
    drawn = []
    for _ in range(count):
        n = draw.randrange(len(asked.articles))
        slug, title = asked.articles[n]
        words = "+".join(draw.sample(list(asked.words), draw.choice([1, 2])))
        indicator, area = draw.choice(list(asked.indicators)), draw.choice(list(asked.areas))
        keyword, year = draw.choice(list(asked.keywords)), draw.choice(list(asked.years))
        drawn.append(Draw(n + 1, slug, title, keyword, year, words, indicator, area))
    return drawn
