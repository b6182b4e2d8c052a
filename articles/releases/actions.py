"""The verbs of a release. Each is one function and one transaction: all of its items, or none."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.releases.composing import bring_in
from articles.releases.imports import bind
from articles.releases.models import OPEN, SCHEDULED, JointRelease, JointReleaseItem, ReleaseEvent
from articles.releases.readiness import Readiness, empty_problem, items_of, readiness_of
from articles.workflow.blockers import Problem, PublishingBlocked, shown_time
from articles.writing.models import Article
from indicators.importing.models import DataImport


class ReleaseBlocked(Exception):
    """The release was refused; nothing of it is public. Carries what stands in the way, item by item."""

    def __init__(self, refused: list[Readiness], problems: list[Problem] | None = None) -> None:
        told = [*(problems or []), *(problem for each in refused for problem in each.problems)]
        super().__init__(" ".join(problem.message for problem in told))
        self.refused, self.problems = refused, problems or []


@transaction.atomic
def make_release(
    title: str,
    articles: Iterable[Article],
    *,
    by: Any,
    at: datetime,
    imports: Iterable[DataImport] = (),
) -> JointRelease:
    """A release of these articles, in their order. Kinds and public notes are prefilled from what was prepared.

    Raises:
        ValidationError: no title, too many articles, or one that is in another release that is not live yet.
    """
    chosen = list(articles)
    if not title.strip():
        raise ValidationError({"title": _("Give the release a name.")})
    release = JointRelease.objects.create(title=title.strip()[:200], created_at=at, created_by=by)
    bring_in(release, chosen, at)
    files = list(imports)
    bind(release, files, at)
    detail = {"articles": [each.pk for each in chosen], "imports": [each.pk for each in files]}
    _log(release, ReleaseEvent.Verb.MAKE, by, at, detail)
    return release


@transaction.atomic
def put_in(
    release: JointRelease,
    articles: Iterable[Article],
    *,
    imports: Iterable[DataImport] = (),
    by: Any,
    at: datetime,
) -> None:
    """Further articles and imports, after those that are there.

    Raises:
        ValidationError: the release has been sent off, too many, or one is in another release that is not live yet.
    """
    locked, chosen, files = _locked(release, at, OPEN), list(articles), list(imports)
    bring_in(locked, chosen, at)
    bind(locked, files, at)
    detail = {"put_in": [each.pk for each in chosen], "imports_put_in": [each.pk for each in files]}
    _log(locked, ReleaseEvent.Verb.CHANGE, by, at, detail)


@transaction.atomic
def describe_items(
    release: JointRelease, notes: Mapping[int, tuple[str, str]], *, by: Any, at: datetime
) -> None:
    """Set kind and public note of items, by article. Logged if anything changes.

    Raises:
        ValidationError: the release has been sent off.
    """
    locked = _locked(release, at, OPEN)
    changed = []
    for row in locked.items.all():
        kind, note = notes.get(row.article_id, (row.kind, row.public_note))
        if (kind, note) != (row.kind, row.public_note) and kind in Edition.Kind.values:
            JointReleaseItem.objects.filter(pk=row.pk).update(kind=kind, public_note=note[:2000])
            changed.append(row.article_id)
    if changed:
        _log(locked, ReleaseEvent.Verb.CHANGE, by, at, {"described": changed})


@transaction.atomic
def take_out(release: JointRelease, article: Article, *, by: Any, at: datetime) -> None:
    """The article goes its own way.

    Raises:
        ValidationError: the release has been sent off.
    """
    locked = _locked(release, at, OPEN)
    if locked.items.filter(article=article).delete()[0]:
        _log(locked, ReleaseEvent.Verb.CHANGE, by, at, {"taken_out": article.pk})


@transaction.atomic
def take_import_out(release: JointRelease, number: int, *, by: Any, at: datetime) -> None:
    """The import waits by itself again.

    Raises:
        ValidationError: the release has been sent off.
    """
    locked = _locked(release, at, OPEN)
    if locked.imports.filter(data_import=number).delete()[0]:
        _log(locked, ReleaseEvent.Verb.CHANGE, by, at, {"import_taken_out": number})


@transaction.atomic
def publish_release(
    release: JointRelease,
    *,
    by: Any,
    at: datetime,
    published_at: datetime | None = None,
    confirm_warnings: bool = False,
    override_reason: str = "",
    seen: Mapping[str, int] | None = None,
) -> datetime:
    """Publish everything at one instant: now, or at a future time (embargo by the interval rule).

    Args:
        override_reason: why errors about figures are overridden; the caller has checked the permission.
        seen: versions of the working copies that the editor has seen, by key of the item.

    Raises:
        ReleaseBlocked: with the problems of each item that is not ready; nothing has changed.
        ValidationError: it has been sent off already.
    """
    locked = _locked(release, at, OPEN)
    when = max(published_at or at, at)
    told = readiness_of(locked, by=by, at=at, published_at=when)
    refused = [each for each in told if each.refused(confirm_warnings, override_reason)]
    if refused or not told:
        raise ReleaseBlocked(refused, [] if told else [empty_problem()])
    for each in told:
        try:
            known = (seen or {}).get(each.item.key)
            each.item.go_live(by=by, at=at, published_at=when, seen=known, override_reason=override_reason)
        except PublishingBlocked as blocked:
            raise ReleaseBlocked([Readiness(each.item, blocked.problems)]) from blocked
    JointRelease.objects.filter(pk=locked.pk).update(published_at=when, published_by=by)
    verb = ReleaseEvent.Verb.SCHEDULE if when > at else ReleaseEvent.Verb.PUBLISH
    _log(locked, verb, by, at, {"published_at": when.isoformat(), "items": [each.item.key for each in told]})
    return when


@transaction.atomic
def move_release(release: JointRelease, *, published_at: datetime, by: Any, at: datetime) -> None:
    """Another time for all of it.

    Raises:
        ValidationError: it is not scheduled, or an item cannot have this time. Nothing has changed.
    """
    locked = _locked(release, at, SCHEDULED)
    before = locked.published_at
    for item in items_of(locked):
        item.move(by=by, at=at, published_at=published_at)
    JointRelease.objects.filter(pk=locked.pk).update(published_at=published_at)
    detail = {"from": before.isoformat() if before else "", "to": published_at.isoformat()}
    _log(locked, ReleaseEvent.Verb.MOVE, by, at, detail)


@transaction.atomic
def cancel_release(release: JointRelease, *, by: Any, at: datetime) -> None:
    """Cancel the schedule of all of it; it stays in preparation.

    Raises:
        ValidationError: it is not scheduled, or its time has come.
    """
    locked = _locked(release, at, SCHEDULED)
    for item in items_of(locked):
        item.cancel(by=by, at=at)
    JointRelease.objects.filter(pk=locked.pk).update(published_at=None, published_by=None)
    _log(locked, ReleaseEvent.Verb.CANCEL, by, at, {})


def _locked(release: JointRelease, at: datetime, state: str) -> JointRelease:
    locked = JointRelease.objects.select_for_update().get(pk=release.pk)
    now = locked.state(at)
    if now == state:
        return locked
    if now == OPEN:
        raise ValidationError(_("This release is not scheduled."))
    when = {"when": shown_time(locked.published_at) if locked.published_at else ""}
    if now == SCHEDULED:
        raise ValidationError(_("This release is scheduled for %(when)s. Cancel or move it.") % when)
    raise ValidationError(_("This release has been live since %(when)s.") % when)


def _log(release: JointRelease, verb: str, by: Any, at: datetime, detail: dict[str, Any]) -> None:
    ReleaseEvent.objects.create(release=release, verb=verb, at=at, by=by, detail=detail)
