"""The verbs on the way to an edition, after the table in `transitions`: each one function, transaction and log row."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.revisions.saving import claim_version, save_revision
from articles.workflow.mailing import Wording, tell
from articles.workflow.models import Transition
from articles.workflow.permissions import refusal, refusal_of_state
from articles.workflow.transitions import APPROVE, RULES
from articles.writing.models import Article
from articles.writing.stages import Stage
from articles.writing.tagging import add_keywords
from taxonomy.models import Keyword

MOST_REASON = 2000


def locked_for(article: Article, verb: str, by: Any) -> Article:
    """The stored article, locked, once it is certain that the verb may be done to it.

    Args:
        by: who does it; None for the machinery, which only the stage can refuse.

    Raises:
        ValidationError: with the sentence that says why not.
    """
    locked: Article = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    why = refusal(by, verb, locked) if by is not None else refusal_of_state(verb, locked)
    if why:
        raise ValidationError(why, code="refused")
    return locked


def log(article: Article, verb: str, *, by: Any, at: datetime, reason: str = "", **detail: Any) -> Transition:
    """One row of the log, in the verb's own transaction."""
    return Transition.objects.create(
        article_id=article.pk, verb=verb, at=at, by_id=by.pk if by else None, reason=reason, detail=detail
    )


def _move(
    article: Article, verb: str, *, by: Any, at: datetime, reason: str = "", seen_version: int | None = None
) -> Transition:
    rule, reason = RULES[verb], reason.strip()[:MOST_REASON]
    if rule.needs_reason and not reason:
        raise ValidationError({"reason": _("Say what has to be changed. The author sees it.")})
    locked = locked_for(article, verb, by)
    if seen_version not in (None, locked.version):
        raise ValidationError(_("Somebody saved this article after you opened it. Read it again first."))
    Article.objects.filter(pk=locked.pk).update(stage=rule.to)
    article.stage = rule.to
    return log(
        locked, verb, by=by, at=at, reason=reason, before=locked.stage, after=rule.to, version=locked.version
    )


@transaction.atomic
def submit(article: Article, *, by: Any, at: datetime, reason: str = "") -> Transition:
    """Ask an editor to look at it. `reason` is a word to them. Raises ValidationError with the refusal."""
    return _move(article, "submit", by=by, at=at, reason=reason)


@transaction.atomic
def request_changes(article: Article, *, by: Any, at: datetime, reason: str) -> Transition:
    """Send it back with what has to be changed. Raises ValidationError with the refusal."""
    return _move(article, "request_changes", by=by, at=at, reason=reason)


@transaction.atomic
def approve(
    article: Article, *, by: Any, at: datetime, reason: str = "", seen_version: int | None = None
) -> Transition:
    """Agree to the text as it is stored. Raises ValidationError with the refusal, or if it is not what was seen."""
    return _move(article, "approve", by=by, at=at, reason=reason, seen_version=seen_version)


@transaction.atomic
def reopen(article: Article, *, by: Any, at: datetime, reason: str = "") -> Transition:
    """Take it back as a draft. Raises ValidationError with the refusal."""
    return _move(article, "reopen", by=by, at=at, reason=reason)


@transaction.atomic
def text_changed(article: Article, *, by: Any, at: datetime) -> Transition | None:
    """After each save: what somebody changed who may not approve is no longer approved, but in review again."""
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if locked.stage != Stage.APPROVED or by is None or by.has_perm(APPROVE):
        return None
    Article.objects.filter(pk=locked.pk).update(stage=Stage.IN_REVIEW)
    article.stage = Stage.IN_REVIEW
    told = _("The text was changed after it had been approved.")
    return log(locked, "submit", by=by, at=at, reason=told, before=locked.stage, after=Stage.IN_REVIEW)


@transaction.atomic
def assign(article: Article, person: Any, *, by: Any, at: datetime, due_on: date | None = None) -> Transition:
    """Give it to a person, who may then see and edit it; None takes it from everybody.

    Raises:
        ValidationError: the refusal, or the person may not write articles.
    """
    locked = locked_for(article, "assign", by)
    if person is not None and not may_write(person):
        told = _("%(person)s may not write articles, so it cannot be assigned to them.")
        raise ValidationError({"person": told % {"person": person}})
    Article.objects.filter(pk=locked.pk).update(assigned_to=person, due_on=due_on)
    if person is not None and person != by and person.pk != locked.assigned_to_id:
        locked.assigned_to = person
        tell(person, locked, _assigned(locked.title, by, due_on))
    article.assigned_to, article.due_on = person, due_on
    return log(
        locked, "assign", by=by, at=at,
        person=str(person or ""), due_on=due_on.isoformat() if due_on else "",
    )  # fmt: skip


def _assigned(title: str, by: Any, due_on: date | None) -> Wording:
    def wording() -> tuple[str, str]:
        told = [_("The article “%(title)s” is assigned to you.") % {"title": title}]
        told += [_("By: %(person)s") % {"person": by}] if by else []
        told += [_("Due: %(day)s") % {"day": due_on.isoformat()}] if due_on else []
        return _("“%(title)s” is assigned to you") % {"title": title}, "\n".join(told)

    return wording


def may_write(person: Any) -> bool:
    """Whether articles can be assigned to this person."""
    return bool(person.is_active and person.is_staff and person.has_perm("articles.change_article"))


@transaction.atomic
def plan(article: Article, *, by: Any, at: datetime, planned_for: date | None) -> Transition:
    """Say for which day it is meant: an intention, not a schedule. Raises ValidationError with the refusal."""
    locked = locked_for(article, "plan", by)
    Article.objects.filter(pk=locked.pk).update(planned_for=planned_for)
    article.planned_for = planned_for
    return log(locked, "plan", by=by, at=at, planned_for=planned_for.isoformat() if planned_for else "")


@transaction.atomic
def add_keyword(article: Article, keyword: Keyword, *, by: Any, at: datetime) -> Transition:
    """Add one keyword, as a further revision. Raises ValidationError: the refusal, or it carries the keyword."""
    locked = locked_for(article, "edit", by)
    # First, so that the text before it is kept where no revision has it.
    claim_version(locked, expected=locked.version)
    if not add_keywords(locked, [keyword]):
        raise ValidationError(_("It carries the keyword already."))
    save_revision(locked, by=by, at=at)
    text_changed(locked, by=by, at=at)
    return log(locked, "tag", by=by, at=at, keyword=keyword.slug)
