"""What stands in the way of publishing: errors block, warnings ask. One list for form, command and API."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editions.models import Address, Edition, Withdrawal
from articles.figures.reading import FigureReading, figures_of_body
from articles.media.remembering import problems_with_pictures
from articles.releases.models import JointReleaseItem
from articles.writing.models import Article
from articles.writing.stages import Stage


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence that says what is wrong and what to do.

    Attributes:
        code: a stable name of the rule.
        severity: errors block publishing; warnings have to be confirmed.
        field: the field of the form that mends it.
        figure: the number of the figure it is about, if any.
        may_override: whether a person with the permission may publish all the same, with a reason.
    """

    code: str
    severity: Literal["error", "warning"]
    message: str
    field: str = ""
    figure: int | None = None
    may_override: bool = False


class PublishingBlocked(Exception):
    """Publishing was refused. Nothing has changed."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = problems


def problems_of(
    article: Article, *, at: datetime, kind: str, note: str, published_at: datetime | None = None
) -> list[Problem]:
    """Everything that is wrong with publishing this working copy, errors first."""
    found = problems_beside_figures(article, at=at, kind=kind, note=note, published_at=published_at)
    day = timezone.localdate(at)
    readings = figures_of_body(article.body, published_on=day, as_of=day)
    found += [problem for reading in readings for problem in _figure(reading)]
    return sorted(found, key=lambda problem: problem.severity)


def problems_beside_figures(
    article: Article, *, at: datetime, kind: str, note: str, published_at: datetime | None = None
) -> list[Problem]:
    """The same without the figures, which cost most and which the form's own panel tells."""
    when = published_at or at
    found = [*_standing(article), *_text(article), *_interval(article, at, when)]
    found += [*_note(article, kind, note), *_address(article)]
    found += [Problem(code, "error", told, field) for code, told, field in problems_with_pictures(article)]
    return sorted(found, key=lambda problem: problem.severity)


def shown_time(moment: datetime) -> str:
    """A moment as the sentences of the desk write it, in the time of the site."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def saved_since() -> Problem:
    """Somebody saved another text after this one was shown."""
    told = _("Somebody saved this article after you opened this page. Read what has changed, then publish.")
    return Problem("saved-since", "error", told)


def published_since(number: int) -> Problem:
    """Somebody published another edition after this page was shown, or the button was pressed twice."""
    told = _(
        "Edition %(n)d was published after you opened this page. If you want another one, publish again."
    )
    return Problem("published-since", "error", told % {"n": number})


def _standing(article: Article) -> Iterator[Problem]:
    """An editor may publish from any stage; what was asked for and not settled is said once more."""
    if article.trashed_at is not None:
        yield Problem("in-trash", "error", _("The article is in the trash. Restore it first."))
    if article.stage == Stage.CHANGES_REQUESTED:
        told = _("Changes were requested, and nobody has approved the article since.")
        yield Problem("changes-requested", "warning", told)


def _text(article: Article) -> Iterator[Problem]:
    if not article.title.strip():
        yield Problem("no-title", "error", _("The article has no title. Write one."), "title")
    if not article.body.strip():
        yield Problem("no-body", "error", _("The article has no text. Write it."), "body")


def _interval(article: Article, at: datetime, when: datetime) -> Iterator[Problem]:
    newest = Edition.objects.filter(article=article.pk).light().order_by("-number").first()
    if newest is None:
        return
    gone = Withdrawal.objects.in_force(at).filter(article=article.pk).exists()
    ends = Withdrawal.objects.planned(at).filter(article=article.pk).first()
    if ends and when >= ends.at:
        told = _("The article ends on %(when)s. Choose an earlier time, or cancel the end date.")
        yield Problem("ends", "error", told % {"when": shown_time(ends.at)}, "published_at")
    # Lifting a withdrawal brings every earlier edition back, so it cannot happen before the time has come.
    if when > at and gone:
        told = _("The article is withdrawn. It can be published again at once, but not by a schedule.")
        yield Problem("withdrawn", "error", told, "published_at")
    elif gone:
        told = _(
            "The article is withdrawn. Publishing lifts the withdrawal and brings its earlier editions back."
        )
        yield Problem("lifts-withdrawal", "warning", told)
    if newest.published_at > at:
        told = _("Edition %(n)d is scheduled for %(when)s. Cancel its schedule first.")
        when_told = shown_time(newest.published_at)
        yield Problem("scheduled", "error", told % {"n": newest.number, "when": when_told})
    elif when < newest.published_at:
        told = _("Edition %(n)d is dated later than this one would be. Choose a later time.")
        yield Problem("before-last", "error", told % {"n": newest.number}, "published_at")


def _note(article: Article, kind: str, note: str) -> Iterator[Problem]:
    has_editions = Edition.objects.filter(article=article.pk).exists()
    if has_editions and kind == Edition.Kind.FIRST:
        told = _("The article has been published before. Choose update, correction or clarification.")
        yield Problem("kind", "error", told, "kind")
    if not has_editions and kind != Edition.Kind.FIRST:
        yield Problem("kind", "error", _("The first edition is a first publication."), "kind")
    if has_editions and not note.strip():
        told = _("Say in the public note what changed. Readers see it.")
        yield Problem("no-note", "error", told, "public_note")


def _address(article: Article) -> Iterator[Problem]:
    if Address.objects.filter(slug=article.slug).exclude(article=article.pk).exists():
        told = _("The address “%(slug)s” belongs to another article. Choose another one.")
        yield Problem("address-taken", "error", told % {"slug": article.slug}, "slug")


def _figure(reading: FigureReading) -> Iterator[Problem]:
    told = _("Figure %(n)d, “%(text)s”: %(sentence)s")
    message = told % {"n": reading.n, "text": reading.text, "sentence": reading.sentence}
    if reading.unknown:
        yield Problem("figure-unknown", "error", message, "body", reading.n)
    elif reading.verdict.is_error:
        code = f"figure-{reading.verdict.value.replace('_', '-')}"
        yield Problem(code, "error", message, "body", reading.n, may_override=True)
    elif reading.finding.warns:
        told_as = "repeats-error" if reading.verdict.holds else reading.verdict.value.replace("_", "-")
        code = f"figure-{told_as}"
        yield Problem(code, "warning", message, "body", reading.n)


def refuse_if_released_together(article: Article, at: datetime) -> None:
    """What is scheduled with others stays with them: all at one instant, or none.

    Raises:
        ValidationError: the coming edition belongs to a release.
    """
    bound = JointReleaseItem.objects.filter(article=article, release__published_at__gt=at)
    row = bound.select_related("release").first()
    if row is not None:
        told = _("The coming edition goes live with the release “%(release)s”. Move or cancel the release.")
        raise ValidationError(told % {"release": row.release.title})
