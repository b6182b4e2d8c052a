"""All checks of one text, in the order of the text, and not more than anybody reads. Pure."""

from collections.abc import Sequence
from itertools import chain, islice

from articles.house.checks.sentences import doubles, sentences
from articles.house.checks.structure import headings, links
from articles.house.checks.text import Finding, blocks_in
from articles.house.checks.wordlist import Rule, words

MOST_OF_A_KIND = 50


def findings_in(body: str, language: str, rules: Sequence[Rule] = ()) -> list[Finding]:
    """What to look at in a sanitised body: at most `MOST_OF_A_KIND` of each check."""
    blocks = blocks_in(body)
    checks = (
        headings(blocks),
        links(blocks),
        sentences(blocks, language),
        doubles(blocks, language),
        words(blocks, rules),
    )
    found = chain.from_iterable(islice(check, MOST_OF_A_KIND) for check in checks)
    return sorted(found, key=lambda finding: (finding.block, finding.start))
