"""“Did you mean”: words of the house's own vocabulary that read like those that found nothing.

The vocabulary is what the house has named: keywords with all their labels, and indicators. A question with words put
in their place is offered only when it finds something.
"""

import difflib
from dataclasses import dataclass, field
from datetime import datetime

from articles.editions.models import Edition
from articles.search.analysis import is_cjk, tokens
from articles.search.asking import Query, read_query
from articles.search.engines import engine
from indicators.catalogue.models import Indicator
from taxonomy.folding import fold
from taxonomy.models import Keyword, KeywordLabel

MOST_NAMES = 3_000
MOST_WORDS = 8
ALIKE, WORDS_ALIKE = 0.6, 0.75
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """What may have been meant.

    Attributes:
        question: the question with words of the vocabulary in place of unknown ones; it finds something.
        names: keywords whose whole name reads like the question.
    """

    question: str = ""
    names: list[str] = field(default_factory=list)

    @property
    def offers(self) -> list[str]:
        """What to try instead, best first, nothing twice."""
        offered = {fold(name): name for name in (self.question, *self.names) if name}
        return list(offered.values())


def spelled(query: Query, *, at: datetime) -> Spelling:
    """What the question may have meant. Four queries at most, whatever the vocabulary."""
    names = dict(Keyword.objects.accepted().values_list("folded", "name")[:MOST_NAMES])
    close = difflib.get_close_matches(fold(query.text)[:60], names, n=3, cutoff=ALIKE)
    labels = [*names, *_other_labels(), *_indicator_names()]
    question = _respelled(query, sorted({token.raw for label in labels for token in tokens(label)}))
    finds = bool(question) and _finds(question, at)
    return Spelling(question if finds else "", [names[folded] for folded in close])


def _finds(question: str, at: datetime) -> bool:
    current = Edition.objects.current(at)
    return bool(engine().best(read_query(question), current, 1, among=1, narrowed=True))


def _other_labels() -> list[str]:
    return list(KeywordLabel.objects.order_by("pk").values_list("text", flat=True)[:MOST_NAMES])


def _indicator_names() -> list[str]:
    return list(Indicator.objects.order_by("code").values_list("name", flat=True)[:MOST_NAMES])


def _respelled(query: Query, vocabulary: list[str]) -> str:
    """The words asked for with unknown ones replaced; empty where no word is replaced, or an unknown one stays."""
    known = set(vocabulary)
    words = [
        word if word in known or not _is_spelled(word) else _nearest(word, vocabulary)
        for word in query.words[:MOST_WORDS]
    ]
    return "" if words == list(query.words) else " ".join(words)


def _is_spelled(word: str) -> bool:
    """Whether a word can be misspelt: numbers and Chinese characters are what they are."""
    return len(word) >= SHORTEST and word.isalpha() and not is_cjk(word)


def _nearest(word: str, vocabulary: list[str]) -> str:
    """The word of the vocabulary that reads most alike; the word itself, where none does."""
    # Few are compared letter by letter: a slip changes the length little, and seldom both of the first letters.
    near = [
        each
        for each in vocabulary
        if abs(len(each) - len(word)) <= 2 and (each[0] == word[0] or each[1:2] == word[1])
    ]
    alike = difflib.get_close_matches(word, near, n=1, cutoff=WORDS_ALIKE)
    return alike[0] if alike else word
