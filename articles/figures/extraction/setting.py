"""Which country an article is about, by the names in it. Pure: no Django."""

import re
from collections import Counter

from articles.figures.extraction.tables import AREAS

_NAME = re.compile(r"[A-Z][\w.]*(?: [A-Z]\w*)?")
_MOST_CHARACTERS = 100_000


def setting_of(text: str) -> tuple[str | None, int]:
    """The area named most often, None where none is, and the month in which its fiscal year starts.

    What a rupee is and what FY25 means depends on it. It is a guess: what follows from it is marked as one.
    """
    named: Counter[str] = Counter()
    for match in _NAME.finditer(text[:_MOST_CHARACTERS]):
        whole, first = match.group().casefold(), match.group().split()[0].casefold()
        if found := AREAS.names.get(whole) or AREAS.names.get(first):
            named[found] += 1
    if not named:
        return None, 1
    area = max(sorted(named), key=named.__getitem__)
    return area, AREAS.fiscal[area]
