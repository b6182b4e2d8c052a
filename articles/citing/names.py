"""Names of authors as reference lists write them. Pure.

A name without Latin letters has no initials: it stands as it is written. A Chinese one is in one piece, family name
first, in every style.
"""

import re
from collections.abc import Callable, Sequence

from articles.citing.item import Name

LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
type Form = Callable[[Name], str]


def initials(given: str, *, stop: str = ".", between: str = " ") -> str:
    """“Amina Jean-Paul” is “A. J.-P.”; a given name in another script stays whole."""
    if not LATIN.search(given):
        return given
    words = [part for part in given.split() if part]
    return between.join("-".join(f"{each[0]}{stop}" for each in word.split("-") if each) for word in words)


def in_one_piece(name: Name) -> str:
    """What no style takes apart: an organisation, and a name in Chinese letters; empty for every other."""
    chinese = HAN.fullmatch(name.family) and HAN.fullmatch(name.given)
    return f"{name.family}{name.given}" if chinese else name.literal


def whole(name: Name) -> str:
    """Amina Khan."""
    return in_one_piece(name) or f"{name.given} {name.family}".strip()


def inverted(name: Name) -> str:
    """Khan, Amina."""
    return in_one_piece(name) or ", ".join(part for part in (name.family, name.given) if part)


def inverted_initials(name: Name) -> str:
    """Khan, A."""
    return in_one_piece(name) or ", ".join(part for part in (name.family, initials(name.given)) if part)


def initials_first(name: Name) -> str:
    """A. Khan."""
    return in_one_piece(name) or f"{initials(name.given)} {name.family}".strip()


def bare_initials(name: Name) -> str:
    """Khan A; without full stops and blanks, as Vancouver has it."""
    return in_one_piece(name) or f"{name.family} {initials(name.given, stop='', between='')}".strip()


def joined(names: Sequence[str], last: str, *, comma: bool = True) -> str:
    """“a, b, and c”; of two, “a and b”.

    Args:
        last: the word or sign before the last name.
        comma: whether a comma stands before it where there are more than two.
    """
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}{',' if comma else ''} {last} {names[-1]}"
