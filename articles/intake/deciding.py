"""What a person decided about the figures of a clipping: kept by offsets, so that it survives a further pasting."""

from collections.abc import Iterator, Mapping
from typing import Any

from articles.intake.body import Accepted
from articles.intake.formats.document import BETWEEN
from articles.intake.models import Clipping
from taxonomy.printable import plain_line

ACCEPT, REJECT, NEW = "accept", "reject", "new"
LONGEST = 200
SAID_OF_NEW = ("subject", "area", "period")


def key_of(figure: Mapping[str, Any]) -> str:
    """The place of a figure in the text: “120-127”."""
    return f"{figure['start']}-{figure['end']}"


def read_decisions(clipping: Clipping, posted: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The decisions of the review page: `d-<place>` is a reference, `other`, `reject` or `new`."""
    found = {}
    for figure in clipping.figures:
        place = key_of(figure)
        asked = _line(posted, f"d-{place}")
        if asked == "other":
            asked = _line(posted, f"other-{place}")
        if asked == REJECT:
            found[place] = {"verb": asked, "reason": _line(posted, f"why-{place}")}
        elif asked == NEW:
            found[place] = {"verb": asked, **_said(figure, posted, place)}
        elif asked:
            found[place] = {"verb": ACCEPT, "reference": asked}
    return found


def _said(figure: Mapping[str, Any], posted: Mapping[str, str], place: str) -> dict[str, str]:
    """What a new series is to be about: as recognised, or as somebody mended it."""
    return {name: _line(posted, f"{name}-{place}", figure[name]) for name in SAID_OF_NEW}


def _line(posted: Mapping[str, str], name: str, else_: str = "") -> str:
    return plain_line(posted.get(name, else_)[:LONGEST])


def all_sure(clipping: Clipping, *, guessed: bool = False) -> dict[str, dict[str, str]]:
    """Every figure of which there is no doubt, accepted; with `guessed` also those whose period is taken over from a
    figure before them."""
    return {
        key_of(figure): {"verb": ACCEPT, "reference": figure["candidates"][0]["reference"]}
        for figure in clipping.figures
        if figure["sure"] or (guessed and figure.get("likely"))
    }


def accepted_by_block(clipping: Clipping) -> dict[int, list[Accepted]]:
    """The accepted figures, with offsets in their block."""
    found: dict[int, list[Accepted]] = {}
    starts = list(_starts(clipping))
    for figure in clipping.figures:
        decision = clipping.decisions.get(key_of(figure), {})
        if decision.get("verb") == ACCEPT:
            first = starts[figure["block"]]
            mark = Accepted(figure["start"] - first, figure["end"] - first, decision["reference"])
            found.setdefault(figure["block"], []).append(mark)
    return found


def _starts(clipping: Clipping) -> Iterator[int]:
    at = 0
    for block in clipping.blocks:
        yield at
        at += len(block["text"]) + len(BETWEEN)
