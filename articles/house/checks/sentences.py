"""Sentences that are too long, spaces and words that stand twice. Pure, linear."""

import re
from collections.abc import Iterator, Sequence

from articles.house.checks.text import Block, Finding

SENTENCE = re.compile(r"[^.!?。！？۔\n]+(?:[.!?](?!\s|$)[^.!?。！？۔\n]*)*")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
HAN = re.compile(r"[\u4e00-\u9fff]")
MOST_WORDS = {"en": 35, "ur": 45}
MOST_HAN = 100
SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
# Words that may stand twice: “that that”, “had had”; Urdu doubles words to say “each”.
MAY_DOUBLE = {"that", "had", "is"}


def sentences(blocks: Sequence[Block], language: str) -> Iterator[Finding]:
    """Sentences longer than a reader keeps in mind."""
    for number, block in enumerate(blocks):
        for sentence in SENTENCE.finditer(block.text):
            words = sentence[0].strip()
            length, most = _length(words, language)
            if length > most:
                start = sentence.start() + sentence[0].index(words[0]) if words else sentence.start()
                yield Finding("sentence-long", words[:80], number, start, {"length": length, "most": most})


def _length(sentence: str, language: str) -> tuple[int, int]:
    if language.startswith("zh"):
        return len(HAN.findall(sentence)), MOST_HAN
    return len(WORD.findall(sentence)), MOST_WORDS.get(language, MOST_WORDS["en"])


def doubles(blocks: Sequence[Block], language: str) -> Iterator[Finding]:
    """Two spaces, and a word that follows itself."""
    for number, block in enumerate(blocks):
        for gap in SPACES.finditer(block.text):
            start = max(0, gap.start() - 12)
            yield Finding("double-space", block.text[start : gap.end() + 12], number, start)
        if language == "en":
            yield from _doubled_words(block, number)


def _doubled_words(block: Block, number: int) -> Iterator[Finding]:
    before: re.Match[str] | None = None
    for word in WORD.finditer(block.text):
        if before and word[0].casefold() == before[0].casefold() and word[0].isalpha():
            between = block.text[before.end() : word.start()]
            if between.isspace() and word[0].casefold() not in MAY_DOUBLE:
                yield Finding("double-word", block.text[before.start() : word.end()], number, before.start())
        before = word
