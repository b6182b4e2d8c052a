"""One verb for many articles: the same functions, each article in a transaction of its own, told item by item."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from articles.editions.models import Edition
from articles.workflow import trash, verbs
from articles.workflow.actions import publish, withdraw
from articles.workflow.blockers import PublishingBlocked
from articles.workflow.permissions import refusal
from articles.writing.models import Article

MOST = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened, or would happen, to one article: `why` is empty if it is done."""

    article: Article
    why: str = ""


def foreseen(articles: Iterable[Article], verb: str, *, by: Any, at: datetime) -> list[Outcome]:
    """To which the verb will be done, as far as it can be known before trying."""
    return [Outcome(article, _why_not(article, verb, by, at)) for article in articles]


def _why_not(article: Article, verb: str, by: Any, at: datetime) -> str:
    why = refusal(by, PERMISSION.get(verb, verb), article)
    return why or (trash.why_not_trash(article, at) if verb == "trash" else "")


def do_all(
    articles: Iterable[Article], verb: str, given: Mapping[str, Any], *, by: Any, at: datetime
) -> list[Outcome]:
    """Do it to each. One that is refused changes nothing, and stops none of the others."""
    return [Outcome(article, _attempt(article, verb, given, by, at)) for article in articles]


def _attempt(article: Article, verb: str, given: Mapping[str, Any], by: Any, at: datetime) -> str:
    if why := refusal(by, PERMISSION.get(verb, verb), article):
        return why
    try:
        DOES[verb](article, by=by, at=at, **given)
    except ValidationError as error:
        return " ".join(error.messages)
    except PublishingBlocked as blocked:
        return " ".join(problem.message for problem in blocked.problems)
    return ""


def _publish(
    article: Article, *, by: Any, at: datetime, public_note: str = "", confirm_warnings: bool = False
) -> None:
    first = not Edition.objects.filter(article=article.pk).exists()
    publish(
        article,
        by=by,
        at=at,
        kind=Edition.Kind.FIRST if first else Edition.Kind.UPDATE,
        note="" if first else public_note,
        confirm_warnings=confirm_warnings,
        seen_version=article.version,
    )


def _tag(article: Article, *, by: Any, at: datetime, keyword: Any) -> None:
    verbs.add_keyword(article, keyword, by=by, at=at)


DOES: dict[str, Callable[..., Any]] = {
    "submit": verbs.submit,
    "approve": verbs.approve,
    "publish": _publish,
    "withdraw": withdraw,
    "tag": _tag,
    "assign": verbs.assign,
    "trash": trash.trash,
}
PERMISSION = {"tag": "edit"}
