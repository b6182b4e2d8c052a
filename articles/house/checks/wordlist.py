"""The house's word list: “use X, not Y”. No patterns: plain words, so that no list can be slow. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.house.checks.text import Block, Finding


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry: `avoid` is found, `use` is proposed."""

    avoid: str
    use: str = ""
    note: str = ""
    whole_word: bool = True
    match_case: bool = False


def folded(text: str) -> str:
    """Small letters, each at the place of its capital: the length stays."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def words(blocks: Sequence[Block], rules: Sequence[Rule]) -> Iterator[Finding]:
    """Every place where a rule's wrong words stand, and the right ones do not already."""
    prepared = [(rule, rule.avoid if rule.match_case else folded(rule.avoid)) for rule in rules if rule.avoid]
    # Most rules are not about this text: one look at the whole of it leaves them out.
    whole = "\n".join(block.text for block in blocks)
    both = (folded(whole), whole)
    prepared = [(rule, wanted) for rule, wanted in prepared if wanted in both[rule.match_case]]
    if not prepared:
        return
    for number, block in enumerate(blocks):
        small = folded(block.text)
        for rule, wanted in prepared:
            yield from _in_block(block.text, block.text if rule.match_case else small, rule, wanted, number)


def _in_block(text: str, searched: str, rule: Rule, wanted: str, number: int) -> Iterator[Finding]:
    at = searched.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (rule.whole_word and _inside_a_word(searched, at, end)) and not _is_right(text, at, rule):
            details: dict[str, str | int] = {"use": rule.use, "note": rule.note}
            yield Finding("house-word", text[at:end], number, at, details)
        at = searched.find(wanted, end)


def _inside_a_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return before or after


def _is_right(text: str, at: int, rule: Rule) -> bool:
    """Whether the words found are part of the right ones: “per cent” within “10 per cent of”."""
    if not rule.use:
        return False
    inside = rule.use.find(rule.avoid)
    return inside >= 0 and text.startswith(rule.use, at - inside) and at >= inside
