"""Articles in the API: the compiled JSON of current editions, joined and not parsed."""

from datetime import datetime
from typing import Any

import orjson
from django.db.models import QuerySet
from django.http import HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils import timezone
from rest_framework.request import Request

from articles.editions.asking import NEWEST_FIRST, ORDERINGS, RELEVANCE, ArticleFilters
from articles.editions.models import Edition, Withdrawal
from articles.editions.passages import sides
from articles.editions.shapes import ArticleRowSerializer, ArticleSerializer
from articles.editions.translated import translations_at
from articles.figures.telling import told_on
from articles.search.api import place_in, ranked
from taxonomy.asking.conditional import not_modified, tag_of
from taxonomy.asking.endpoints import DetailEndpoint, ListEndpoint, Row
from taxonomy.asking.keyset import Cut, cut, window
from taxonomy.asking.parameters import Asked, read_asked
from taxonomy.asking.problems import BadParameter, Gone, Missing


class ArticleList(ListEndpoint):
    """Articles, the newest first."""

    resource = "articles"
    row = ArticleRowSerializer
    filters = ArticleFilters
    orderings = ORDERINGS

    def read(self, request: Request) -> Asked:
        words = "q" in request.GET
        asked = read_asked(
            request.GET, self.terms(), now=timezone.now(), default_order=RELEVANCE if words else NEWEST_FIRST
        )
        if asked.order == RELEVANCE and not words:
            raise BadParameter("ordering", "“relevance” orders what q finds.", allowed=list(ORDERINGS)[:-1])
        return asked

    def everything(self, asked: Asked) -> QuerySet[Any]:
        current: QuerySet[Any] = Edition.objects.current(asked.as_of.moment)
        if "q" not in asked.query:
            return current
        self.ranking = ranked(asked.query["q"], at=asked.as_of.moment)
        return current.filter(pk__in=self.ranking)

    def get(self, request: Request) -> HttpResponseBase:
        asked = self.read(request)
        filtered = self.filtered(request, asked)
        if asked.order == RELEVANCE:
            return self.best(request, filtered, asked)
        limit = asked.limit or self.default_limit
        chosen = window(filtered, asked.ordering, asked.position, limit)
        if "HTTP_IF_NONE_MATCH" in request.META:
            state = chosen.values_list("pk", "etag")
            if unchanged := not_modified(request._request, _tag(request, state)):
                return unchanged
        columns = (key.column for key in asked.ordering)
        found = list(chosen.values_list("pk", "etag", "api_row", *columns))
        tag = _tag(request, found)
        page = cut(found[::-1] if asked.backwards else found, asked.position, limit)
        rows = [Row(place=row[3:], told=_told(row[2], asked)) for row in page.rows]
        body = self.written(request, Cut(rows, page.before, page.after), asked)
        return self.answer(request, body, tag)

    def best(self, request: Request, filtered: QuerySet[Any], asked: Asked) -> HttpResponseBase:
        """A page of what the search found, best first."""
        limit = asked.limit or self.default_limit
        states = dict(filtered.values_list("pk", "etag"))
        found = [pk for pk in self.ranking if pk in states]
        edge = place_in(found, asked.position)
        start = max(edge - limit, 0) if asked.backwards else edge
        chosen = found[start : edge if asked.backwards else start + limit]
        tag = _tag(request, ((pk, states[pk]) for pk in chosen))
        if unchanged := not_modified(request._request, tag):
            return unchanged
        texts = dict(Edition.objects.filter(pk__in=chosen).values_list("pk", "api_row"))
        rows = [Row((start + n, pk), _told(texts[pk], asked)) for n, pk in enumerate(chosen)]
        page = Cut(rows, before=bool(rows) and start > 0, after=bool(rows) and start + len(rows) < len(found))
        return self.answer(request, self.written(request, page, asked), tag)


def _tag(request: Request, found: Any) -> str:
    return tag_of(request.build_absolute_uri(), *(f"{row[0]}:{row[1]}" for row in found))


def _told(row: str, asked: Asked) -> Any:
    return row if asked.fields is None else orjson.loads(row)


class ArticleDetail(DetailEndpoint):
    """An article with its editions and quotations. A former slug redirects; what was withdrawn is gone."""

    resource = "articles"
    row = ArticleSerializer
    key_note = "The slug of the article."
    refusals = {410: "The article has been withdrawn. The answer says why."}

    def find(self, key: str, asked: Asked) -> dict[str, Any] | HttpResponseBase:
        now, moment, day = asked.as_of.now, asked.as_of.moment, asked.as_of.day
        published = Edition.objects.published(now).filter(slug=key).values("article_id")
        edition = Edition.objects.current(moment).filter(article_id__in=published).only(*DETAIL).first()
        if edition is None:
            raise _absence(key, asked)
        if edition.slug != key and not asked.as_of.given:
            return HttpResponsePermanentRedirect(f"/api/v1/articles/{edition.slug}/")
        editions = Edition.objects.published(moment).filter(article_id=edition.article_id).order_by("number")
        changed = {each["number"]: each.get("passages", []) for each in edition.snapshot.get("history", [])}
        return {
            **orjson.loads(edition.api_detail),
            "translations": translations_at(edition.translations, moment, now=now),
            "editions": [_edition(each, changed, moment) for each in editions.only(*EDITION)],
            "quotations": [told_on(figure, day) for figure in edition.figures],
        }


DETAIL = ("slug", "language", "article_id", "api_detail", "figures", "translations", "snapshot")
EDITION = ("number", "kind", "published_at", "superseded_at", "public_note", "slug", "language")


def _edition(edition: Edition, changed: dict[int, list[Any]], moment: datetime) -> dict[str, Any]:
    ended = edition.superseded_at
    return {
        "number": edition.number,
        "kind": edition.kind,
        "published_at": timezone.localtime(edition.published_at),
        "superseded_at": timezone.localtime(ended) if ended and ended <= moment else None,
        "public_note": edition.public_note,
        "passages": [sides(each) for each in changed.get(edition.number, [])],
        "url": f"{edition.get_absolute_url()}editions/{edition.number}/",
    }


def _absence(key: str, asked: Asked) -> Exception:
    """Why there is no such article: it was withdrawn, or nothing public has the address as of the day."""
    once = Edition.objects.filter(slug=key, published_at__lte=asked.as_of.now)
    gone = Withdrawal.objects.in_force(asked.as_of.now)
    withdrawal = gone.filter(article_id__in=once.values("article_id")).first()
    if withdrawal is not None:
        return Gone(withdrawal.reason, withdrawn_at=timezone.localtime(withdrawal.at).isoformat())
    if asked.as_of.given:
        return Missing(f"As of {asked.as_of.day} there is no article “{key}”.")
    return Missing(f"There is no article “{key}”.")


resources = [
    path("articles/", ArticleList.as_view(), name="articles"),
    path("articles/<str:key>/", ArticleDetail.as_view(), name="article"),
]
