"""Titles in headline case, which MLA and Chicago ask for in English. Pure."""

import re

CONNECTIVES = {"a", "an", "and", "as", "but", "nor", "or", "so", "the", "yet"}
PREPOSITIONS = {
    "at",
    "by",
    "down",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
    "onto",
    "over",
    "till",
    "to",
    "up",
} | {"via", "with"}
SMALL = CONNECTIVES | PREPOSITIONS
WORD = re.compile(r"\S+")


def headline(title: str, language: str) -> str:
    """“New quality productive forces” is “New Quality Productive Forces”; other languages have no such case."""
    if not language.startswith("en"):
        return title
    words = WORD.findall(title)
    done = []
    for place, word in enumerate(words):
        opens = place in (0, len(words) - 1) or words[place - 1].endswith((":", "?", "!", "."))
        done.append(word if word.lower() in SMALL and not opens else _raised(word))
    return " ".join(done)


def _raised(word: str) -> str:
    """Each part of a hyphenated word; a part with a capital of its own, like GDP or iPhone, stays."""
    return "-".join(
        part if part.lower() in SMALL and place else _raised_part(part)
        for place, part in enumerate(word.split("-"))
    )


def _raised_part(part: str) -> str:
    if any(letter.isupper() for letter in part):
        return part
    for place, letter in enumerate(part):
        if letter.isalpha():
            return part[:place] + letter.upper() + part[place + 1 :]
        if letter.isdigit():
            return part
    return part
