"""What a reader asked for: words, "phrases", -exclusions, the last word as a beginning. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.search.analysis import Token, is_cjk, tokens
from articles.search.plain import clean

LONGEST_QUERY = 200
MOST_TERMS = 12
CHUNKS = re.compile(r"(?P<minus>(?<!\S)[-−])?(?:[\"“”„«]([^\"“”„«»]*)(?:[\"“”»]|$)|([^\s\"“”„«»]+))")
COMMON = frozenset(
    {
        "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "how", "in",
        "is", "it", "its", "of", "on", "or", "that", "the", "this", "to", "was", "were", "what", "when",
        "where", "which", "who", "will", "with"
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens to find next to one another; where `beginning` is set, also words that begin so."""

    terms: tuple[str, ...]
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A question in terms of tokens.

    Attributes:
        text: what was asked, cleaned and cut to `LONGEST_QUERY` characters.
        wanted: every clause must be found.
        unwanted: none of them may be found.
        words: the folded words that were asked for, in order, for names that are not in the index.
    """

    text: str
    wanted: tuple[Clause, ...]
    unwanted: tuple[Clause, ...]
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.wanted)


def read_query(text: str) -> Query:
    """Read what a reader typed. Nothing raises: what cannot be read is left out."""
    asked = " ".join(clean(text[:LONGEST_QUERY]).split())
    wanted: list[Clause] = []
    unwanted: list[Clause] = []
    words: list[str] = []
    room = MOST_TERMS
    for chunk in CHUNKS.finditer(asked):
        minus, quoted, single = chunk.groups()
        for group in _groups(quoted if quoted is not None else single):
            group = group[:room]
            if not group:
                break
            room -= len(group)
            clause = Clause(tuple(t.term for t in group))
            if minus:
                unwanted.append(clause)
                continue
            wanted.append(clause)
            words += _words(group)
        last = wanted and not minus and quoted is None and chunk.end() == len(asked)
        if last and len(wanted[-1].terms) == 1 and not is_cjk(wanted[-1].terms[0]):
            wanted[-1] = Clause(wanted[-1].terms, beginning=words[-1])
    if not wanted:
        # With nothing to leave it out of, the minus of “-5%” is a sign.
        wanted = [clause for clause in unwanted if clause.terms[0][0].isdigit()]
        unwanted = [clause for clause in unwanted if clause not in wanted]
        words = [term for clause in wanted for term in clause.terms]
    telling = [word for word in words if word not in COMMON]
    return Query(asked, _telling(wanted), tuple(unwanted), tuple(telling or words))


def _groups(chunk: str) -> Iterator[list[Token]]:
    """Tokens that stand next to one another in the index: words in a row, or the pairs of one Chinese run."""
    group: list[Token] = []
    for token in tokens(chunk):
        cjk = is_cjk(token.term)
        if cjk and len(token.term) == 1 and token.start > 0 and is_cjk(chunk[token.start - 1 : token.start]):
            continue
        if cjk and len(token.term) == 1 and is_cjk(chunk[token.end : token.end + 1]):
            continue
        if group and (cjk != is_cjk(group[-1].term) or (cjk and token.start != group[-1].start + 1)):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _words(group: list[Token]) -> list[str]:
    """The folded words of a group; a Chinese run is one."""
    if is_cjk(group[0].term):
        return [group[0].raw + "".join(t.raw[-1] for t in group[1:])]
    return [t.raw for t in group]


def _telling(clauses: list[Clause]) -> tuple[Clause, ...]:
    """Without single words such as "the", unless nothing else was asked for."""
    telling = [c for c in clauses if len(c.terms) > 1 or c.terms[0] not in COMMON]
    return tuple(telling or clauses)
