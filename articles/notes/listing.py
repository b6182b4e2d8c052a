"""The notes of one article as its form shows them: open ones first, each with its answers and where it stands."""

from dataclasses import dataclass
from typing import Any

from articles.house.checks.text import blocks_in
from articles.notes.anchoring import place_of, plain
from articles.notes.models import Note
from articles.workflow.permissions import refusal
from articles.writing.models import Article


@dataclass(frozen=True, slots=True)
class Thread:
    """A note with its answers; `lost` if the passage it quotes does not stand in the stored text any more."""

    note: Note
    answers: list[Note]
    lost: bool


@dataclass(frozen=True, slots=True)
class Threads:
    """All of them; `may_write` says whether this person may add to them."""

    all: list[Thread]
    open: int
    may_write: bool


def notes_of(user: Any, article: Article) -> Threads | None:
    """The notes, in two questions to the database; None for somebody who may not see the article."""
    if refusal(user, "view", article):
        return None
    rows = Note.objects.filter(article=article.pk).select_related("author", "resolved_by")
    answers: dict[int, list[Note]] = {}
    first = []
    for note in rows:
        if note.parent_id:
            answers.setdefault(note.parent_id, []).append(note)
        else:
            first.append(note)
    text = plain("\n".join(block.text for block in blocks_in(article.body))) if first else ""
    threads = [Thread(note, answers.get(note.pk, []), _lost(note, text)) for note in first]
    threads.sort(key=lambda thread: thread.note.resolved_at is not None)
    still = sum(thread.note.resolved_at is None for thread in threads)
    return Threads(threads, still, not refusal(user, "comment", article))


def _lost(note: Note, text: str) -> bool:
    return bool(note.quote) and place_of(text, note.anchor) is None
