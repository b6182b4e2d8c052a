"""What kind of figure a number is, and which way a change went. Pure: no Django."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.figures.extraction.amount import Amount
from articles.figures.extraction.prose import Word
from articles.figures.extraction.tables import (
    CHANGE_NOUNS,
    CHANGE_VERBS,
    COMPARATIVES,
    COMPARING,
    FILLERS,
    GROWTH,
    INDEXES,
    LEVEL_VERBS,
    QUALIFIER_WORDS,
    RATES,
    SHARE_NOUNS,
    SHARE_VERBS,
)

_POINTS = frozenset({"percentage_point", "basis_point"})
_LOOK_BACK = 24
_LOOK_AHEAD = 4
_TOWARDS = frozenset({"to", "at", "from", "than", "against", "reach", "reached", "reaching"})
_PACES = frozenset({"rate", "pace"})
_AGAINST = frozenset({"from", "than", "against", "to", "with", "and", ",", "of"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind, the direction of a change, and the rule that decided."""

    kind: str
    direction: str | None
    rule: str


def kind_of(
    amount: Amount, left: Sequence[Word], right: Sequence[Word], before: tuple[Amount, Kind] | None
) -> Kind:
    """`left` and `right` reach to the neighbouring figures of the sentence; `before` is the figure before it."""
    behind = [word.lower for word in left[-_LOOK_BACK:]]
    ahead = [word.lower for word in right[:_LOOK_AHEAD]]
    if amount.multiplies:
        return Kind("change", amount.multiplies, "multiplier verb")
    if amount.unit == "times":
        return Kind("ratio", None, "times")
    if before is not None and before[1].kind == "change" and _goes_on(amount, behind, ahead):
        return Kind("change", before[1].direction, "as the figure before")
    found = _signed(amount, behind) or _noun_ahead(amount, ahead) or _verb_behind(amount, behind)
    if found is not None:
        return found
    if amount.parts:
        return Kind("share", None, "fraction")
    if amount.unit == "percent":
        return _percentage(behind, ahead, before, negative=amount.negative)
    if amount.unit in _POINTS:
        return Kind("change", before[1].direction or "up" if before else "up", "points")
    return Kind("level", None, "quantity")


def is_index(left: Sequence[Word]) -> bool:
    """Whether a bare number after these words is an index."""
    return any(word.lower in INDEXES for word in left[-10:])


def _goes_on(amount: Amount, behind: Sequence[str], ahead: Sequence[str]) -> bool:
    """ "by 10 cents (0.4 percent)", "by 823 points, or 1 percent", "by 5 and by 3", "by 5 and 3, respectively"."""
    if amount.sign and not amount.negative:
        return False
    again = [word for word in behind if word != ","]
    return (
        behind == ["("]
        or again == ["or"]
        or again[-2:] == ["and", "by"]
        or (behind == ["and"] and "respectively" in ahead)
    )


def _signed(amount: Amount, behind: Sequence[str]) -> Kind | None:
    if not amount.sign or amount.negative or "balance" in behind:
        return None
    return Kind("change", "up" if amount.sign > 0 else "down", "sign")


def _noun_ahead(amount: Amount, ahead: Sequence[str]) -> Kind | None:
    """ "a 5 percent increase in", "5 percent higher than"."""
    for place, word in enumerate(ahead):
        if word in CHANGE_NOUNS and not (amount.unit is None and place > 1):
            follows = ahead[place + 1] if place + 1 < len(ahead) else ""
            return Kind("change", CHANGE_NOUNS[word], "noun after") if follows not in {"target"} else None
        if word in COMPARATIVES and (place == 0 or ahead[0] in {"percent", "points"}):
            return Kind("change", COMPARATIVES[word], "comparative after")
        if (not word.replace("-", "").isalpha() and word != "-") or word in {
            "in",
            "of",
            "from",
            "to",
            "and",
            "by",
            "over",
            "on",
        }:
            break
    return None


def _verb_behind(amount: Amount, behind: Sequence[str]) -> Kind | None:
    """ "rose by about 5 percent", "an increase of 5 percent"; not "rose to 5 percent"."""
    by = False
    for place in range(len(behind) - 1, max(-1, len(behind) - 9), -1):
        word = behind[place]
        if word == "to" and not _up_to(behind, place):
            return None
        if place == len(behind) - 1 and word in _TOWARDS and word != "to":
            return None
        by = by or word == "by"
        if word == "of" and place and behind[place - 1] in CHANGE_NOUNS:
            return _growth_or_change(behind[place - 1], amount)
        meant = CHANGE_VERBS.get(word)
        if meant and not (
            place + 1 < len(behind) and word in QUALIFIER_WORDS and behind[place + 1] in {"than", "to"}
        ):
            earlier = next(
                (CHANGE_VERBS[w] for w in behind[max(0, place - 2) : place] if w in CHANGE_VERBS), meant
            )
            return Kind("change", earlier if word in {"more", "less"} else meant, "verb before")
        if word == "of" and place and behind[place - 1] in _PACES:
            continue
        if word in CHANGE_NOUNS and by:
            return Kind("change", CHANGE_NOUNS[word], "noun before")
        if not (word in FILLERS or word in _PACES or word.endswith("ly") or word == "-" or by):
            return None
    return None


def _up_to(behind: Sequence[str], place: int) -> bool:
    return (
        place > 0 and behind[place - 1] == "up" and not (place > 1 and behind[place - 2] in {",", "revised"})
    )


def _growth_or_change(noun: str, amount: Amount) -> Kind:
    if (
        amount.unit != "percent"
        and amount.unit not in _POINTS
        and noun in {"loss", "losses", "cut", "cuts", "gains"}
    ):
        return Kind("level", None, "noun of amount")
    return Kind("change", CHANGE_NOUNS[noun], "noun of")


def _percentage(
    behind: Sequence[str], ahead: Sequence[str], before: tuple[Amount, Kind] | None, *, negative: bool
) -> Kind:
    """A percentage without a verb of change of its own."""
    if any(word in SHARE_VERBS for word in behind[-6:]):
        return Kind("share", None, "verb of share")
    if ahead[:1] == ["of"] and not (
        len(ahead) > 1 and ahead[1] in {"the", "additional"} and "recorded" in ahead
    ):
        return Kind("share", None, "of a whole")
    compared = not behind or behind[-1] in _AGAINST or any(word in COMPARING for word in behind[-4:])
    if before is not None and before[0].unit == "percent" and compared:
        if before[1].kind == "change" and _names(behind) in {"rate", "share"}:
            pass
        else:
            return Kind(before[1].kind, before[1].direction, "as the figure before")
    named = _names(behind)
    if named == "growth":
        return Kind("change", "down" if negative else "up", "growth")
    if named is not None:
        return Kind(named, None, f"noun of {named}")
    if before is not None and before[0].unit == "percent" and len(behind) < 9:
        return Kind(before[1].kind, before[1].direction, "as the figure before")
    if any(word in LEVEL_VERBS for word in behind):
        return Kind("rate", None, "percentage of a state")
    return Kind("share", None, "percentage") if ahead[:1] == ["are"] else Kind("rate", None, "percentage")


def _names(behind: Sequence[str]) -> str | None:
    """The kind that the nearest telling noun before the figure gives."""
    for word in reversed(behind):
        if word in GROWTH:
            return "growth"
        if word in RATES:
            return "growth" if "growth" in behind else "rate"
        if word in SHARE_NOUNS:
            return "share"
    return None
