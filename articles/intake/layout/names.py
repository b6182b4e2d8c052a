"""Names of authors, taken apart: "Khan, A., & Malik, B." are two. Pure."""

import re

BETWEEN = re.compile(r"\s*(?:;|&|\band\b|\bاور\b|、|，)\s*", re.IGNORECASE)
INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]?){1,4}\Z")
NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*\Z")
SMALL = {
    "al",
    "bin",
    "bint",
    "ibn",
    "de",
    "da",
    "del",
    "di",
    "du",
    "la",
    "le",
    "van",
    "von",
    "der",
    "den",
    "ul",
    "ur",
    "e",
}
# The end of a sentence, where it is not that of an initial.
DOT = re.compile(r"(?<=\w\w)[.,;]+\Z")
MOST_WORDS = 7
MOST_NAMES = 30
TITLES = re.compile(r"^(?:(?:dr|prof|professor|mr|mrs|ms|sir|engr|maj|gen)\.?\s+)+", re.IGNORECASE)


def names_in(text: str) -> list[str]:
    """The names in their order, each as it reads in a byline; empty where the text is no list of names."""
    names: list[str] = []
    for part in BETWEEN.split(DOT.sub("", text.strip(" ,;:—–-"))):
        names.extend(_of_commas([piece.strip() for piece in part.split(",") if piece.strip()]))
    named = [TITLES.sub("", " ".join(name.split())) for name in names]
    if len(named) > MOST_NAMES or not all(is_name(name) for name in named):
        return []
    return list(dict.fromkeys(named))


def _of_commas(pieces: list[str]) -> list[str]:
    """“Khan, A.” and “Khan, Ayesha” turn round; “A. Khan, B. Malik” are two names."""
    if len(pieces) == 2 and " " not in pieces[0] and not is_full(pieces[1]):
        return [f"{pieces[1]} {pieces[0]}"]
    if len(pieces) % 2 == 0 and pieces and all(INITIALS.match(given) for given in pieces[1::2]):
        return [f"{given} {family}" for family, given in zip(pieces[::2], pieces[1::2], strict=True)]
    return pieces


def is_full(name: str) -> bool:
    """Whether a name has more than one word beside initials."""
    return len([word for word in name.split() if not INITIALS.match(word)]) > 1


def is_name(text: str) -> bool:
    """Whether these few words can be a name: each begins with a capital, or the script has none."""
    words = text.split()
    if not 1 <= len(words) <= MOST_WORDS or len(text) > 100:
        return False
    return all(NAME_WORD.match(word) and _is_capital(word) for word in words) and any(
        len(w) > 1 for w in words
    )


def _is_capital(word: str) -> bool:
    return not word[0].islower() or word.lower() in SMALL
