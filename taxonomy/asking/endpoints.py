"""What every address of the API has in common: parameters, pages, entity tags, headers, problems."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, NamedTuple

import orjson
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from taxonomy.asking.conditional import not_modified, tag_of
from taxonomy.asking.cursors import Ordering, Position, write_cursor
from taxonomy.asking.filters import AskedFilters
from taxonomy.asking.keyset import Cut, cut, window
from taxonomy.asking.markers import tokens
from taxonomy.asking.parameters import Asked, Terms, read_asked
from taxonomy.asking.problems import BadParameter, Missing
from taxonomy.asking.rendering import dump, envelope

CROSS_ORIGIN = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag"}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class Row(NamedTuple):
    """A row of a list: the values that order it, and its JSON (a dict, or text that is JSON already)."""

    place: tuple[Any, ...]
    told: Any


class Endpoint(APIView):
    """A read-only address. Public data: any origin may read it, without credentials."""

    http_method_names = ["get", "head", "options"]

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        return HttpResponse(status=204, headers=PREFLIGHT)

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """As the view does it, letting go of the answer: view and request hold each other until they are collected."""
        answer = super().dispatch(request, *args, **kwargs)
        del self.response
        return answer

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        answer = super().finalize_response(request, response, *args, **kwargs)
        for name, value in CROSS_ORIGIN.items():
            answer[name] = value
        if "Cache-Control" not in answer:
            answer["Cache-Control"] = "public, max-age=0, must-revalidate"
        return answer


class ResourceEndpoint(Endpoint):
    """A list or a single row of a resource. `row` describes the members of a row; it renders nothing."""

    resource: ClassVar[str]
    row: ClassVar[type[Serializer]]

    def answer(self, request: Request, body: bytes, tag: str = "") -> HttpResponseBase:
        """The body as JSON with its entity tag, or 304."""
        tag = tag or tag_of(body)
        response = not_modified(request._request, tag)
        if response is None:
            response = HttpResponse(body, content_type="application/json")
        response["ETag"] = tag
        return response


class DetailEndpoint(ResourceEndpoint):
    """One row by its key."""

    @classmethod
    @cache
    def terms(cls) -> Terms:
        return Terms(cls.resource, fields=list(cls.row().fields))

    def get(self, request: Request, key: str) -> HttpResponseBase:
        asked = read_asked(request.GET, self.terms(), now=timezone.now())
        if "\x00" in key:
            raise Missing("Nothing public has this address.")
        told = self.find(key, asked)
        if isinstance(told, HttpResponseBase):
            if request.GET and "Location" in told.headers:
                told.headers["Location"] += f"?{request.GET.urlencode()}"
            return told
        return self.answer(request, dump(_only(told, asked.fields)))

    @abstractmethod
    def find(self, key: str, asked: Asked) -> dict[str, Any] | HttpResponseBase:
        """The row, or a redirect. Raises Missing or Gone."""


def _only(told: dict[str, Any], fields: Sequence[str] | None) -> dict[str, Any]:
    return told if fields is None else {name: told[name] for name in fields}


class ListEndpoint(ResourceEndpoint):
    """Rows, filtered and ordered, by pages."""

    filters: ClassVar[type[AskedFilters]]
    orderings: ClassVar[Mapping[str, Ordering]]
    default_limit: ClassVar[int] = 50
    max_limit: ClassVar[int] = 100
    depends_on: ClassVar[tuple[str, ...]] = ()

    @classmethod
    @cache
    def terms(cls) -> Terms:
        return Terms(
            resource=cls.resource,
            fields=list(cls.row().fields),
            filters=list(cls.filters.base_filters),
            orderings=cls.orderings,
            default_limit=cls.default_limit,
            max_limit=cls.max_limit,
        )

    def get(self, request: Request) -> HttpResponseBase:
        asked = self.read(request)
        filtered = self.filtered(request, asked)
        tag = self.tag(request, asked)
        if unchanged := not_modified(request._request, tag):
            return unchanged
        page = self.page(filtered, asked)
        return self.answer(request, self.written(request, page, asked), tag)

    def read(self, request: Request) -> Asked:
        return read_asked(request.GET, self.terms(), now=timezone.now())

    def tag(self, request: Request, asked: Asked) -> str:
        """The entity tag, from one cheap query: everything a row can depend on has a marker that changes with it."""
        url = request.build_absolute_uri()
        return tag_of(
            url, type(request.accepted_renderer).__name__, str(asked.as_of.day), *tokens(self.depends_on)
        )

    def filtered(self, request: Request, asked: Asked) -> QuerySet[Any]:
        """The rows that the filters let through.

        Raises:
            BadParameter: a filter has a value that cannot be read.
        """
        chosen = self.filters(data=asked.query, queryset=self.everything(asked), request=request)
        chosen.asked = asked
        if chosen.is_valid():
            filtered: QuerySet[Any] = chosen.qs
            return filtered
        name, messages = next(iter(chosen.form.errors.items()))
        allowed = getattr(self.filters.base_filters[name], "allowed", None)
        raise BadParameter(name, f"{name}: {messages[0]}", allowed=allowed)

    def page(self, filtered: QuerySet[Any], asked: Asked) -> Cut[Row]:
        limit = asked.limit or self.default_limit
        rows = self.rows(window(filtered, asked.ordering, asked.position, limit), asked)
        return cut(rows[::-1] if asked.backwards else rows, asked.position, limit)

    @abstractmethod
    def everything(self, asked: Asked) -> QuerySet[Any]:
        """All public rows as of the day."""

    @abstractmethod
    def rows(self, chosen: QuerySet[Any], asked: Asked) -> list[Row]:
        """The rows of a window in its order."""

    def shown(self, told: Any, asked: Asked) -> bool:
        """Whether a row of the page is told, for what only its content can decide."""
        return True

    def written(self, request: Request, page: Cut[Row], asked: Asked) -> bytes:
        told = [row.told for row in page.rows if self.shown(row.told, asked)]
        if asked.fields is not None:
            rows = (orjson.loads(each) if isinstance(each, str) else each for each in told)
            told = [_only(each, asked.fields) for each in rows]
        return envelope(told, *self.links(request, page, asked))

    def links(self, request: Request, page: Cut[Row], asked: Asked) -> tuple[str | None, str | None]:
        """The addresses of the next and the previous page."""
        scope = f"{self.resource}:{asked.order}"
        following = write_cursor(scope, Position(page.rows[-1].place)) if page.after else None
        preceding = write_cursor(scope, Position(page.rows[0].place, backwards=True)) if page.before else None
        return _link(request, following), _link(request, preceding)


def _link(request: Request, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    query = request.GET.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def places(rows: Sequence[Mapping[str, Any]], ordering: Ordering) -> list[tuple[Any, ...]]:
    """The values that order each of these rows."""
    return [tuple(row[key.column] for key in ordering) for row in rows]
