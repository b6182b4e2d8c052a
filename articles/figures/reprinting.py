"""Put a newer figure into the writer's words: only the number and its scale change. Pure."""

import re

NUMBER = re.compile(
    r"[-−+]?\d[\d,.\u00a0\u202f ]*(?<=\d)"
    r"(?:\s*(?:hundred\s+|ten\s+)?(?:thousand|million|billion|trillion|lakh|crore|bn|mn|tn)\b)?(?:\s?%)?",
    re.IGNORECASE,
)


def reprinted(words: str, newer: str) -> str:
    """The words with their number replaced: ("3,327.8 billion RMB", "3,335.71 billion") -> "3,335.71 billion RMB".

    Words without a Western number are replaced whole. "percent" stays the writer's way of saying "%".
    """
    found = NUMBER.search(words)
    if found is None:
        return newer
    spells_percent = newer.endswith("%") and "%" not in found[0] and words[found.end() :].strip()
    number = newer.removesuffix("%") if spells_percent else newer
    return words[: found.start()] + number + words[found.end() :]
