"""What stands in the way of a release, item by item. Anything that can answer this may go live with articles."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.releases.models import JointRelease, JointReleaseItem
from articles.workflow.actions import cancel_schedule, publish
from articles.workflow.blockers import Problem, problems_of
from articles.workflow.permissions import refusal
from articles.workflow.rescheduling import reschedule


class ReleaseItem(Protocol):
    """One thing that goes live with a release. Every method runs inside the release's transaction."""

    @property
    def key(self) -> str:
        """A stable name within the release, such as "article-12"."""

    @property
    def label(self) -> str:
        """What people call it."""

    def problems(self, *, by: Any, at: datetime, published_at: datetime) -> list[Problem]:
        """What stands in its way; also whether this person may, and whether it can wait for a later time."""

    def go_live(
        self, *, by: Any, at: datetime, published_at: datetime, seen: int | None, override_reason: str
    ) -> None:
        """Make it public at that moment, exactly."""

    def move(self, *, by: Any, at: datetime, published_at: datetime) -> None:
        """Give it another time, while it is not public."""

    def cancel(self, *, by: Any, at: datetime) -> None:
        """As if it had not been scheduled."""


Loader = Callable[[JointRelease], Iterable[ReleaseItem]]
_loaders: list[Loader] = []


def register(loader: Loader) -> None:
    """Let a slice bring further items (imports of data, say) into releases."""
    _loaders.append(loader)


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """An article of a release."""

    row: JointReleaseItem

    @property
    def key(self) -> str:
        return f"article-{self.row.article_id}"

    @property
    def label(self) -> str:
        return str(self.row.article.title)

    def problems(self, *, by: Any, at: datetime, published_at: datetime) -> list[Problem]:
        article = self.row.article
        told = refusal(by, "publish", article) if by is not None else ""
        refused = [Problem("not-allowed", "error", told)] if told else []
        return refused + problems_of(
            article, at=at, kind=self._kind(), note=self.row.public_note, published_at=published_at
        )

    def go_live(
        self, *, by: Any, at: datetime, published_at: datetime, seen: int | None, override_reason: str
    ) -> None:
        edition = publish(
            self.row.article,
            by=by,
            at=at,
            kind=self._kind(),
            note=self.row.public_note,
            published_at=published_at,
            confirm_warnings=True,
            override_reason=override_reason,
            seen_version=seen,
        )
        JointReleaseItem.objects.filter(pk=self.row.pk).update(edition_number=edition.number)

    def move(self, *, by: Any, at: datetime, published_at: datetime) -> None:
        reschedule(self.row.article, published_at=published_at, by=by, at=at, with_release=True)

    def cancel(self, *, by: Any, at: datetime) -> None:
        cancel_schedule(self.row.article, by=by, at=at, with_release=True)
        JointReleaseItem.objects.filter(pk=self.row.pk).update(edition_number=None)

    def _kind(self) -> str:
        """A first edition is a first publication, whatever was chosen while there was none."""
        has_editions = Edition.objects.filter(article=self.row.article_id).exists()
        return self.row.kind if has_editions else Edition.Kind.FIRST


@dataclass(frozen=True, slots=True)
class Readiness:
    """One item with everything that stands in its way."""

    item: ReleaseItem
    problems: list[Problem]

    @property
    def errors(self) -> list[Problem]:
        return [each for each in self.problems if each.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return [each for each in self.problems if each.severity == "warning"]

    def refused(self, confirm_warnings: bool, override_reason: str) -> bool:
        """Whether the release cannot go live because of it."""
        blocked = any(not (each.may_override and override_reason.strip()) for each in self.errors)
        return blocked or bool(self.warnings and not confirm_warnings)

    @property
    def ready(self) -> bool:
        return not self.errors


def further_items(release: JointRelease) -> list[ReleaseItem]:
    """What other slices bring into a release. It goes live before the articles, which may quote it."""
    return [item for load in _loaders for item in load(release)]


def article_items(release: JointRelease) -> list[ArticleItem]:
    """Articles by their number, so that locks never cross."""
    return [ArticleItem(row) for row in release.items.select_related("article").order_by("article_id")]


def items_of(release: JointRelease) -> list[ReleaseItem]:
    """Everything that a release brings together, in the order in which it goes live."""
    return [*further_items(release), *article_items(release)]


def readiness_of(
    release: JointRelease, *, by: Any, at: datetime, published_at: datetime | None = None
) -> list[Readiness]:
    """Each item with its blockers. Articles are judged as if everything before them had gone live already."""
    when = max(published_at or at, at)
    further = [
        Readiness(item, item.problems(by=by, at=at, published_at=when)) for item in further_items(release)
    ]
    with transaction.atomic():
        for each in further:
            if each.ready:
                each.item.go_live(by=by, at=at, published_at=when, seen=None, override_reason="")
        told = [
            Readiness(item, item.problems(by=by, at=at, published_at=when)) for item in article_items(release)
        ]
        if further:
            # It was a rehearsal.
            transaction.set_rollback(True)
    return [*further, *told]


def empty_problem() -> Problem:
    """A release of nothing."""
    return Problem("empty", "error", _("This release contains nothing. Add an article."))
