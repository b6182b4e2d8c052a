"""Which figure of one text became which of another. Pure."""

from collections.abc import Iterator, Sequence
from typing import Protocol


class Figure(Protocol):
    """What pairing asks of a figure."""

    @property
    def reference(self) -> str: ...

    @property
    def text(self) -> str: ...


def paired[F: Figure](before: Sequence[F], after: Sequence[F]) -> Iterator[tuple[F | None, F | None]]:
    """Each figure once: with its counterpart, or None where it has none. What came stands at the end.

    The same words about the same observation belong together first; then what else is about the same one.
    """
    left = list(after)
    exact: dict[int, F] = {}
    for wanted_text in (True, False):
        for n, old in enumerate(before):
            if n in exact:
                continue
            found = next((new for new in left if _matches(old, new, wanted_text)), None)
            if found is not None:
                exact[n] = found
                left.remove(found)
    for n, old in enumerate(before):
        yield old, exact.get(n)
    for new in left:
        yield None, new


def _matches(old: Figure, new: Figure, with_text: bool) -> bool:
    return old.reference == new.reference and (not with_text or old.text == new.text)
