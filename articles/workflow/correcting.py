"""Begin a correction: the newer figures of the sources go into the working copy, with kind and note prepared."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.editions.rendering import day_of_edition
from articles.figures.checking import Verdict
from articles.figures.evidence import all_units
from articles.figures.marks import marks_of
from articles.figures.reading import FigureReading, figures_of_body
from articles.figures.restating import NUMBER, restated
from articles.revisions.saving import claim_version, save_revision
from articles.workflow.models import NextEdition, Transition
from articles.writing.models import Article


class UnpublishedChanges(Exception):
    """The working copy says something else than readers have: they would be published together."""


@dataclass(frozen=True, slots=True)
class Put:
    """One figure: its number in the edition, the words readers have, and the new ones (empty: left to the writer)."""

    n: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Begun:
    """What was put in, and what has to be written by hand."""

    put: list[Put]
    left: list[Put]


@transaction.atomic
def start_correction(
    article: Article,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    figures: Collection[int] | None = None,
    over_changes: bool = False,
    seen: int | None = None,
) -> Begun:
    """Put what the sources state now into the working copy, in the words of the print, and prepare the note.

    Args:
        figures: numbers of figures of the current edition; None for all that were revised.
        over_changes: put them into a working copy that has unpublished changes.
        seen: number of the edition whose figures the person looked at; None where nobody looked.

    Raises:
        UnpublishedChanges: it has, and nobody has said that this is all right. Nothing has changed.
        ValidationError: nothing is public, or another edition than the one seen, or no figure of these was
            revised and can be put in.
    """
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    edition = _edition_to_correct(locked, at, seen)
    if not over_changes and has_unpublished_changes(locked, edition):
        raise UnpublishedChanges
    done = list(_restated(edition, figures, at))
    begun = _put_in(locked, done)
    if not begun.put:
        raise ValidationError(_refusal(begun))
    _save(locked, by, at)
    _note(locked, edition, begun, done)
    Transition.objects.create(
        article=locked,
        verb=Transition.Verb.CORRECT,
        at=at,
        by_id=by.pk if by else None,
        edition_number=edition.number,
        detail={"figures": [{"n": each.n, "from": each.before, "to": each.after} for each in begun.put]},
    )
    return begun


def _edition_to_correct(article: Article, at: datetime, seen: int | None) -> Edition:
    edition: Edition | None = Edition.objects.current(at).filter(article=article.pk).first()
    if edition is None:
        raise ValidationError(_("Nothing of this article is public, so there is nothing to correct."))
    if seen is not None and seen != edition.number:
        raise ValidationError(_another_edition(edition))
    return edition


def has_unpublished_changes(article: Article, edition: Edition) -> bool:
    """Whether title, standfirst or text differ from what readers have."""
    return any(getattr(article, name) != getattr(edition, name) for name in ("title", "standfirst", "body"))


def _another_edition(edition: Edition) -> str:
    """Its figures are numbered anew, so that a number of the edition seen may mean another one."""
    return _("Edition %(n)d has been published meanwhile. Look at its figures, then correct it.") % {
        "n": edition.number
    }


def _refusal(begun: Begun) -> str:
    if not begun.left:
        return _("No figure of the current edition was revised by its source.")
    told = _("These figures have to be written by hand: %(figures)s.")
    return told % {"figures": "; ".join(each.before for each in begun.left)}


def _restated(
    edition: Edition, wanted: Collection[int] | None, at: datetime
) -> Iterator[tuple[FigureReading, str]]:
    """The revised figures with their new words; empty where they cannot simply take another number."""
    units = all_units()
    day = day_of_edition(edition)
    today = max(timezone.localdate(at), day)
    for reading in figures_of_body(edition.body, published_on=day, as_of=today):
        finding = reading.finding
        if reading.verdict is not Verdict.SUPERSEDED or (wanted is not None and reading.n not in wanted):
            continue
        stated, pinned, newer = reading.stated, finding.pinned, finding.newer
        if stated is None or pinned is None or newer is None:
            yield reading, ""
        else:
            yield reading, restated(reading.text, stated, pinned, newer, units) or ""


def _put_in(article: Article, done: list[tuple[FigureReading, str]]) -> Begun:
    """Change the marks of the working copy that say the same of the same observation."""
    begun = Begun([], [])
    free = {mark.n: mark for mark in marks_of(article.body)}
    changes: list[tuple[int, int, str]] = []
    for reading, after in done:
        found = (m for m in free.values() if (m.reference, m.text) == (reading.reference, reading.text))
        mark = next(found, None)
        old, new = NUMBER.findall(reading.text), NUMBER.findall(after)
        if not after or mark is None or mark.inner.count(old[0]) != 1:
            begun.left.append(Put(reading.n, reading.text, ""))
            continue
        del free[mark.n]
        whole = article.body[mark.start : mark.end]
        inner_at = whole.rindex(mark.inner)
        changed = whole[:inner_at] + mark.inner.replace(old[0], new[0]) + whole[inner_at + len(mark.inner) :]
        changes.append((mark.start, mark.end, changed))
        begun.put.append(Put(reading.n, reading.text, after))
    for start, end, changed in sorted(changes, reverse=True):
        article.body = article.body[:start] + changed + article.body[end:]
    return begun


def _save(article: Article, by: AbstractBaseUser | None, at: datetime) -> None:
    claim_version(article, expected=article.version)
    article.save()
    save_revision(article, by=by, at=at)


def _note(article: Article, edition: Edition, begun: Begun, done: list[tuple[FigureReading, str]]) -> None:
    """An update, not a correction: what we printed was right, and its source has changed it since."""
    figures = {figure["n"]: figure for figure in edition.figures}
    put = {each.n for each in begun.put}
    with translation.override(article.language):
        told = [_sentence(reading, after, figures[reading.n]) for reading, after in done if reading.n in put]
    before = NextEdition.objects.filter(article=article).first()
    kept = [before.public_note] if before and before.public_note.strip() else []
    NextEdition.objects.update_or_create(
        article=article,
        defaults={
            "kind": before.kind if kept and before else Edition.Kind.UPDATE,
            "public_note": " ".join([*kept, *(each for each in told if each not in "".join(kept))])[:2000],
        },
    )


def _sentence(reading: FigureReading, after: str, figure: dict[str, Any]) -> str:
    newer = reading.finding.newer
    facts = {
        "what": figure["indicator"]["name"],
        "period": figure["period"],
        "source": figure["source"]["name"],
        "day": newer.stated_on.isoformat() if newer else "",
        "before": reading.text,
        "after": after,
    }
    return _("%(what)s in %(period)s: revised by %(source)s on %(day)s from %(before)s to %(after)s.") % facts
