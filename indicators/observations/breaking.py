"""What a recording would break, asked before it is recorded. Prose stands above data, so those who quote register."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from indicators.observations.models import Vintage


class Broken(NamedTuple):
    """A published figure that would not be true any more.

    Attributes:
        observation: the id of what it quotes.
        verdict: what it would be judged as: superseded, contradicted, scale or unit.
        title: of what prints it.
        url: where readers read it.
        printed: its words.
        sentence: what would be said of it, in the language of whoever asks.
    """

    observation: int
    verdict: str
    title: str
    url: str
    printed: str
    sentence: str


type Asked = Callable[[Sequence[Vintage], datetime], list[Broken]]
_asked: list[Asked] = []


def register(asked: Asked) -> None:
    """Ask this too from now on; twice is once."""
    if asked not in _asked:
        _asked.append(asked)


def what_would_break(proposed: Iterable[Vintage], *, at: datetime) -> list[Broken]:
    """The published figures, true until now, that these vintages would make untrue.

    Args:
        proposed: unsaved vintages of stored observations, with release, value, scale, decimals and `stated_on`.
        at: the moment at which they would be recorded.

    Returns:
        In the order of the observations' ids. Nothing for a statement that leaves every print true.
    """
    vintages = list(proposed)
    found = [broken for asked in _asked for broken in asked(vintages, at)]
    return sorted(found, key=lambda each: each.observation)


def fingerprint(broken: Iterable[Broken]) -> str:
    """Of a list that somebody was shown: a confirmation is good for this list and no other."""
    told = "\x1f".join(f"{each.observation}:{each.url}:{each.printed}:{each.verdict}" for each in broken)
    return hashlib.sha256(told.encode()).hexdigest()[:32] if told else ""
