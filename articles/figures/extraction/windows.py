"""The words around an offset, as far as they matter. Pure: no Django."""

from articles.figures.extraction.prose import Prose
from articles.figures.extraction.relative_times import Time
from articles.figures.extraction.tables import COMPARING

WIDEST_GAP = 14
CLOSEST = 4


class Windows:
    """Short stretches of one text; none is longer than a few words, however long the sentence."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose

    def between(self, start: int, end: int) -> list[str]:
        """The words from one offset to another, as far as they matter."""
        first, last = self.prose.at(start), self.prose.at(end)
        return [word.lower for word in self.prose.words[first : min(last, first + WIDEST_GAP + 1)]]

    def before(self, offset: int, floor: int, count: int) -> list[str]:
        """The last words before an offset, none of them before the floor."""
        last = self.prose.at(offset)
        return [w.lower for w in self.prose.words[max(0, last - count) : last] if w.start >= floor]

    def compared(self, time: Time, floor: int) -> bool:
        """Whether the words before say that the time is only compared with."""
        words = self.before(time.start, floor, CLOSEST)
        if time.label is not None and time.label[7:8] == "/" and words[-1:] == ["from"]:
            return False
        return any(word in COMPARING for word in words[-3:]) or (words[-1:] == ["("] and "compared" in words)
