"""Names of authors as reference lists write them. Pure.

A name without Latin letters has no initials: it stands as it is written.
"""

import re
from collections.abc import Callable, Sequence

from articles.citing.item import Name

LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
type Form = Callable[[Name], str]


def initials(given: str, *, stop: str = ".", between: str = " ") -> str:
    """“Amina Jean-Paul” is “A. J.-P.”; a given name in another script stays whole."""
    if not LATIN.search(given):
        return given
    words = [part for part in given.split() if part]
    return between.join("-".join(f"{each[0]}{stop}" for each in word.split("-") if each) for word in words)


def whole(name: Name) -> str:
    """Amina Khan."""
    return name.literal or f"{name.given} {name.family}".strip()


def inverted(name: Name) -> str:
    """Khan, Amina."""
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def inverted_initials(name: Name) -> str:
    """Khan, A."""
    return name.literal or ", ".join(part for part in (name.family, initials(name.given)) if part)


def initials_first(name: Name) -> str:
    """A. Khan."""
    return name.literal or f"{initials(name.given)} {name.family}".strip()


def bare_initials(name: Name) -> str:
    """Khan A; without full stops and blanks, as Vancouver has it."""
    return name.literal or f"{name.family} {initials(name.given, stop='', between='')}".strip()


def joined(names: Sequence[str], last: str, *, comma: bool = True) -> str:
    """“a, b, and c”; of two, “a and b”.

    Args:
        last: the word or sign before the last name.
        comma: whether a comma stands before it where there are more than two.
    """
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}{',' if comma else ''} {last} {names[-1]}"
