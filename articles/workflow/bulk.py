"""One verb for many articles: the same functions, each article in a transaction of its own, told item by item."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.workflow import trash, verbs
from articles.workflow.actions import nothing_public, publish, withdraw
from articles.workflow.blockers import PublishingBlocked, problems_of
from articles.workflow.permissions import refusal
from articles.writing.models import Article

MOST = 500
FORESEEN = 50
# Asked for by the form of the bulk action, or impossible in it.
ASKED_LATER = {"no-note", "kind"}
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened, or would happen, to one article: `why` is empty if it is done; `asks` is what wants a yes."""

    article: Article
    why: str = ""
    asks: str = ""


def foreseen(articles: Sequence[Article], verb: str, *, by: Any, at: datetime) -> list[Outcome]:
    """To which the verb will be done, as far as it can be known before trying; of very many, of the first ones."""
    looked_at, rest = articles[:FORESEEN], articles[FORESEEN:]
    allowed = (Outcome(article, refusal(by, PERMISSION.get(verb, verb), article)) for article in rest)
    return [*(_foreseen(article, verb, by, at) for article in looked_at), *allowed]


def _foreseen(article: Article, verb: str, by: Any, at: datetime) -> Outcome:
    if why := refusal(by, PERMISSION.get(verb, verb), article):
        return Outcome(article, why)
    if verb == "trash":
        return Outcome(article, trash.why_not_trash(article, at))
    if verb == "withdraw" and not Edition.objects.current(at).filter(article=article.pk).exists():
        return Outcome(article, nothing_public())
    if verb != "publish":
        return Outcome(article)
    problems = [
        each
        for each in problems_of(article, at=at, kind=_kind(article), note="")
        if each.code not in ASKED_LATER
    ]
    told = {
        severity: " ".join(each.message for each in problems if each.severity == severity)
        for severity in ("error", "warning")
    }
    return Outcome(article, told["error"], told["warning"])


def do_all(
    articles: Sequence[Article],
    verb: str,
    given: Mapping[str, Any],
    *,
    by: Any,
    at: datetime,
    seen: Mapping[int, int] | None = None,
) -> list[Outcome]:
    """Do it to each. One that is refused changes nothing, and stops none of the others.

    Args:
        seen: the version of each article that was shown before; what was saved since is not published or approved.
    """
    for_each = {each.pk: (seen or {}).get(each.pk, each.version) for each in articles}
    return [
        Outcome(article, _attempt(article, verb, {**given, "seen": for_each[article.pk]}, by, at))
        for article in articles
    ]


def _attempt(article: Article, verb: str, given: Mapping[str, Any], by: Any, at: datetime) -> str:
    if why := refusal(by, PERMISSION.get(verb, verb), article):
        return why
    try:
        DOES[verb](article, by=by, at=at, **given)
    except ValidationError as error:
        return " ".join(error.messages)
    except PublishingBlocked as blocked:
        return " ".join(problem.message for problem in blocked.problems)
    except DatabaseError:
        # Somebody else was at it in the same moment, most likely. What was done to the others stands and is told.
        logger.exception("Bulk %s of article %s", verb, article.pk)
        return _("The database did not take it just now, and nothing of it was changed. Try again.")
    return ""


def _kind(article: Article) -> str:
    return Edition.Kind.UPDATE if Edition.objects.filter(article=article.pk).exists() else Edition.Kind.FIRST


def _publish(
    article: Article,
    *,
    by: Any,
    at: datetime,
    seen: int,
    public_note: str = "",
    confirm_warnings: bool = False,
) -> None:
    kind = _kind(article)
    publish(
        article,
        by=by,
        at=at,
        kind=kind,
        note="" if kind == Edition.Kind.FIRST else public_note,
        confirm_warnings=confirm_warnings,
        seen_version=seen,
    )


def _approve(article: Article, *, by: Any, at: datetime, seen: int, reason: str = "") -> None:
    verbs.approve(article, by=by, at=at, reason=reason, seen_version=seen)


def _tag(article: Article, *, by: Any, at: datetime, keyword: Any) -> None:
    verbs.add_keyword(article, keyword, by=by, at=at)


def unseen(verb: Callable[..., Any]) -> Callable[..., Any]:
    """A verb that does not ask which text was seen."""
    return lambda article, *, seen, **given: verb(article, **given)


DOES: dict[str, Callable[..., Any]] = {
    "submit": unseen(verbs.submit),
    "approve": _approve,
    "publish": _publish,
    "withdraw": unseen(withdraw),
    "tag": unseen(_tag),
    "assign": unseen(verbs.assign),
    "trash": unseen(trash.trash),
}
PERMISSION = {"tag": "edit"}
