"""Two texts of one article brought together: what agrees is settled, what does not is asked. Pure but for labels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from articles.figures.marks import blocks_of
from articles.revisions.merging import Conflict, merge

VALUES = (
    "title", "standfirst", "slug", "language", "publication", "issued", "section", "page", "url", "rights",
    "permission_note", "printed_citation", "translation_of", "lead_image", "lead_alternative",
)  # fmt: skip
NAMES = ("contributions", "keywords")
Choice = Literal["mine", "theirs", "both"]
CHOICES = ("mine", "theirs", "both")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or value of the proposal: settled `lines`, or a question named `key`."""

    lines: tuple[str, ...] = ()
    key: str = ""
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One field of the proposal. `taken` says whose change is in it, where it is settled."""

    name: str
    pieces: tuple[Piece, ...]
    taken: str = ""

    @property
    def asks(self) -> bool:
        return any(piece.conflict for piece in self.pieces)

    @property
    def text(self) -> str:
        return "".join(line for piece in self.pieces for line in piece.lines)


def proposal(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[Part]:
    """Each field of an article, merged by value, and the body by paragraph. Keywords and people are united."""
    parts = [_value(name, base, mine, theirs) for name in VALUES[:2]]
    parts.append(_body(base, mine, theirs))
    parts += [_value(name, base, mine, theirs) for name in VALUES[2:]]
    return parts + [_names(name, base, mine, theirs) for name in NAMES]


def resolved(parts: list[Part], choices: Mapping[str, str]) -> dict[str, Any]:
    """The copy that the proposal and the answers to its questions come to.

    Raises:
        KeyError: a question is not answered.
    """
    return {part.name: _resolved(part, choices) for part in parts}


def unanswered(parts: list[Part], choices: Mapping[str, str]) -> list[str]:
    """The keys of the questions without an answer."""
    keys = [piece.key for part in parts for piece in part.pieces if piece.conflict]
    return [key for key in keys if choices.get(key) not in CHOICES]


def _resolved(part: Part, choices: Mapping[str, str]) -> Any:
    lines = [line for piece in part.pieces for line in _chosen(piece, choices)]
    if part.name == "body":
        return "".join(lines)
    if part.name == "keywords":
        return list(dict.fromkeys(lines))
    if part.name == "contributions":
        pairs = [line.partition(":") for line in dict.fromkeys(lines)]
        return [{"agent": agent, "role": role} for role, _colon, agent in pairs]
    return "\n".join(lines) if lines else ""


def _chosen(piece: Piece, choices: Mapping[str, str]) -> tuple[str, ...]:
    if piece.conflict is None:
        return piece.lines
    answer = choices[piece.key]
    if answer == "both":
        return piece.conflict.mine + piece.conflict.theirs
    return piece.conflict.mine if answer == "mine" else piece.conflict.theirs


def _taken(base: Any, mine: Any, theirs: Any) -> str:
    if mine == theirs:
        return "same" if mine == base else "both"
    return "theirs" if mine == base else "mine" if theirs == base else "both"


def _value(name: str, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Part:
    was, ours, others = (str(each.get(name) or "") for each in (base, mine, theirs))
    taken = _taken(was, ours, others)
    if ours in (others, was):
        return Part(name, (Piece((others,) if others else ()),), taken)
    if others == was:
        return Part(name, (Piece((ours,) if ours else ()),), taken)
    conflict = Conflict(*((text,) if text else () for text in (was, ours, others)))
    return Part(name, (Piece(key=name, conflict=conflict),), taken)


def _body(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Part:
    bodies = [str(each.get("body") or "") for each in (base, mine, theirs)]
    chunks = merge(*(blocks_of(body) for body in bodies))
    pieces = [
        Piece(key=f"body-{n}", conflict=chunk) if isinstance(chunk, Conflict) else Piece(chunk.lines)
        for n, chunk in enumerate(chunks)
    ]
    return Part("body", tuple(pieces), _taken(*bodies))


def _names(name: str, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Part:
    lists = [[_name(each) for each in copy.get(name) or ()] for copy in (base, mine, theirs)]
    lines: list[str] = []
    for chunk in merge(*lists):
        lines += chunk.mine + chunk.theirs if isinstance(chunk, Conflict) else chunk.lines
    return Part(name, (Piece(tuple(dict.fromkeys(lines))),), _taken(*lists))


def _name(each: Any) -> str:
    return f"{each['role']}:{each['agent']}" if isinstance(each, Mapping) else str(each)
