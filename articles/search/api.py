"""Search in the API: the ids that answer a text, best first, for the list of articles."""

from collections.abc import Sequence
from datetime import datetime

from articles.search.finding import ids
from taxonomy.asking.cursors import Position


def ranked(text: str, *, at: datetime) -> list[int]:
    """Ids of editions that were current at a moment and answer the text, best first."""
    return ids(text, at=at)


def place_in(found: Sequence[int], position: Position | None) -> int:
    """Where in a ranking a page begins: next to the edition of the cursor, or at its rank if it is gone."""
    if position is None:
        return 0
    rank, edition = position.values
    start = found.index(edition) if edition in found else rank
    return int(start) if position.backwards else int(start) + (edition in found)
