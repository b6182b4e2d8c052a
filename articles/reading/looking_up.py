"""From an address to the edition that answers it: one statement, which reads only the columns that a page needs."""

from datetime import datetime
from typing import Any, NamedTuple

import orjson
from django.db.models import OuterRef, Q, QuerySet, Subquery

from articles.editions.models import Edition, Withdrawal
from articles.reading.frame import prefix_of
from articles.reading.prepared import Prepared
from articles.related.showing import entries_at
from articles.replies.models import Thread


class CompiledPage(NamedTuple):
    """The columns of the current edition that its page is made of."""

    slug: str
    language: str
    title: str
    number: int
    head_html: str
    page_html: str
    etag: str
    first_published_at: Any
    thread_rule: str | None
    thread_html: str | None
    thread_etag: str | None
    related: str | None
    translations: list[dict[str, Any]]

    @property
    def address(self) -> str:
        return address_of(self.slug, self.language)


class Validator(NamedTuple):
    """What is enough to say that a page has not changed."""

    slug: str
    language: str
    etag: str
    first_published_at: Any
    thread_rule: str | None
    thread_etag: str | None
    related: str | None
    translations: list[dict[str, Any]]

    @property
    def address(self) -> str:
        return address_of(self.slug, self.language)


THREAD = ("first_published_at", "thread_rule", "thread_html", "thread_etag")
PAGE = (
    "slug",
    "language",
    "title",
    "number",
    "head_html",
    "page_html",
    "etag",
    *THREAD,
    "related",
    "translations",
)
VALIDATOR = (
    "slug", "language", "etag", "first_published_at", "thread_rule", "thread_etag", "related", "translations",
)  # fmt: skip


def address_of(slug: str, language: str) -> str:
    """As `Edition.get_absolute_url`, for rows that are no models."""
    return f"{prefix_of(language)}/articles/{slug}/"


def article_at(slug: str, now: datetime) -> Subquery:
    """The article that readers know under this slug: a scheduled edition's new one is not known yet."""
    known = Edition.objects.filter(slug=slug, published_at__lte=now).order_by()
    return Subquery(known.values("article")[:1])


def at_address(editions: QuerySet[Any], slug: str, now: datetime) -> QuerySet[Any]:
    """Those of the article that has, or once had, this slug."""
    return editions.filter(article=article_at(slug, now))


def _around(slug: str, at: datetime) -> QuerySet[Any]:
    threads = Thread.objects.filter(article=OuterRef("article"))
    columns = {f"thread_{name}": Subquery(threads.values(name)[:1]) for name in ("rule", "html", "etag")}
    found = at_address(Edition.objects.current(at), slug, at).order_by()
    return found.annotate(**columns, related=entries_at(at))


_pages = Prepared(lambda slug, at: _around(slug, at).values_list(*PAGE))
_validators = Prepared(lambda slug, at: _around(slug, at).values_list(*VALIDATOR))


def current_page(slug: str, at: datetime) -> CompiledPage | None:
    """The compiled page that is current at a moment. One query."""
    row = _pages.first(slug, at)
    return CompiledPage._make((*row[:-1], orjson.loads(row[-1]))) if row else None


def current_validator(slug: str, at: datetime) -> Validator | None:
    """The validator of that page, without its text. One query."""
    row = _validators.first(slug, at)
    return Validator._make((*row[:-1], orjson.loads(row[-1]))) if row else None


def current_edition(slug: str, at: datetime, *, now: datetime) -> Edition | None:
    """The whole edition, for a day that its compiled page was not made for. One query."""
    editions = Edition.objects.current(at).annotate(related=entries_at(at))
    found: Edition | None = at_address(editions, slug, now).first()
    return found


def numbered_edition(slug: str, number: int, at: datetime, *, now: datetime) -> Edition | None:
    """The edition of that number, if readers could reach it by then. One query."""
    found: Edition | None = at_address(Edition.objects.published(at), slug, now).filter(number=number).first()
    return found


def two_editions(slug: str, one: int, other: int, at: datetime, *, now: datetime) -> dict[int, Edition]:
    """The editions of two numbers, those that readers could reach by then. One query."""
    # Not `number__in`: that would hand a number to the database that no column holds.
    either = Q(number=one) | Q(number=other)
    found = at_address(Edition.objects.published(at), slug, now).filter(either)
    return {each.number: each for each in found}


def withdrawal_at(slug: str, *, now: datetime) -> Withdrawal | None:
    """Why the article at this address is gone, if it is. One query."""
    gone = Withdrawal.objects.in_force(now).filter(article=article_at(slug, now))
    return gone.only("title", "reason", "at").first()
