"""Lines that begin with a label: "Keywords: trade, ports". Pure."""

import re
from collections.abc import Iterable

AFTER = re.compile(r"\s*[:：\-–—|]\s*")


def after_label(line: str, labels: Iterable[str], *, bare: bool = False) -> str | None:
    """What follows the label at the start of a line; None where none of the labels stands there.

    Args:
        bare: a space is enough between label and words ("By A. Writer"), if a capital or a digit follows.
    """
    lower = line.lower()
    for label in sorted(labels, key=len, reverse=True):
        if not lower.startswith(label):
            continue
        rest = line[len(label) :]
        if found := AFTER.match(rest):
            return rest[found.end() :].strip()
        spaced = rest[:1].isspace() and rest.lstrip()[:1]
        if bare and spaced and (spaced.isupper() or spaced.isdigit() or not spaced.isascii()):
            return rest.strip()
    return None
