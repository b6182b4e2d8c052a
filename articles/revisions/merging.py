"""Three-way merge of a list of paragraphs or names: what two people made of one text. Pure.

Each base element, and each gap between two of them, is a cell. A side says what stands in a cell; where only one
side changed a cell its version is taken, where both changed it differently the cell is a conflict.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Beyond these sizes a stretch is one cell: aligning it would take too long.
MOST_ELEMENTS = 2000
MOST_PAIRS = 2500
ALIKE = 0.4

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Elements on which there is no disagreement."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class Conflict:
    """Elements that both sides changed, differently."""

    base: Lines
    mine: Lines
    theirs: Lines


Chunk = Settled | Conflict


def merge(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Chunk]:
    """What two changes of one list come to. `merge(base, a, base)` is a, `merge(base, base, b)` is b."""
    chunks: list[Chunk] = []
    for was, ours, others in zip(*(cells(base, side) for side in (base, mine, theirs)), strict=True):
        if ours in (others, was):
            taken = others
        elif others == was:
            taken = ours
        else:
            chunks.append(Conflict(was, ours, others))
            continue
        if taken and chunks and isinstance(chunks[-1], Settled):
            chunks[-1] = Settled(chunks[-1].lines + taken)
        elif taken:
            chunks.append(Settled(taken))
    return chunks


def cells(base: Sequence[str], changed: Sequence[str]) -> list[Lines]:
    """What a changed list holds in each cell of the base: gap, element, gap, element, … gap.

    All cells one after the other are the changed list.
    """
    found: list[Lines] = [()] * (2 * len(base) + 1)
    for old, new in _stretches(base, changed):
        _place(found, base, changed, old, new)
    return found


def _stretches(base: Sequence[str], changed: Sequence[str]) -> Iterator[tuple[range, range]]:
    start, stop = 0, 0
    shortest = min(len(base), len(changed))
    while start < shortest and base[start] == changed[start]:
        start += 1
    while stop < shortest - start and base[-1 - stop] == changed[-1 - stop]:
        stop += 1
    for at in range(start):
        yield range(at, at + 1), range(at, at + 1)
    old, new = range(start, len(base) - stop), range(start, len(changed) - stop)
    if max(len(old), len(new)) > MOST_ELEMENTS:
        yield old, new
    else:
        matcher = SequenceMatcher(
            None, base[old.start : old.stop], changed[new.start : new.stop], autojunk=False
        )
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal":
                yield from (
                    (range(start + a + n, start + a + n + 1), range(start + c + n, start + c + n + 1))
                    for n in range(b - a)
                )
            else:
                yield range(start + a, start + b), range(start + c, start + d)
    for at in range(stop, 0, -1):
        yield (
            range(len(base) - at, len(base) - at + 1),
            range(len(changed) - at, len(changed) - at + 1),
        )


def _place(found: list[Lines], base: Sequence[str], changed: Sequence[str], old: range, new: range) -> None:
    """Put the new elements of one stretch into the cells of the old ones."""
    if not old:
        found[2 * old.start] += tuple(changed[new.start : new.stop])
        return
    at = new.start
    cell = 2 * old.start
    for left, right in _alike(base, changed, old, new):
        found[cell] += tuple(changed[at:right])
        found[2 * left + 1] = (changed[right],)
        at, cell = right + 1, 2 * left + 2
    found[cell] += tuple(changed[at : new.stop])


def _alike(base: Sequence[str], changed: Sequence[str], old: range, new: range) -> list[tuple[int, int]]:
    """Which new element is a rewriting of which old one, in order."""
    if len(old) == len(new):
        return list(zip(old, new, strict=True))
    if len(old) * len(new) > MOST_PAIRS:
        return []
    words = {text: Counter(text.split()) for text in {*(base[n] for n in old), *(changed[n] for n in new)}}
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
    nothing: tuple[float, tuple[tuple[int, int], ...]] = (0.0, ())
    for a in old:
        for b in new:
            options = [best.get((a - 1, b), nothing), best.get((a, b - 1), nothing)]
            same = _likeness(words[base[a]], words[changed[b]])
            if same >= ALIKE:
                score, pairs = best.get((a - 1, b - 1), nothing)
                options.append((score + same, (*pairs, (a, b))))
            best[a, b] = max(options, key=lambda option: option[0])
    return list(best.get((old.stop - 1, new.stop - 1), nothing)[1])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
