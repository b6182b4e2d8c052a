"""The bytes of an answer, and which of them a client wants."""

from collections.abc import Sequence
from typing import Any

import orjson
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from taxonomy.asking.problems import BadParameter


class OrjsonRenderer(BaseRenderer):
    """JSON by orjson: Decimals never reach it, they are strings already."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None
    ) -> bytes:
        return b"" if data is None else orjson.dumps(data)


class CsvRenderer(BaseRenderer):
    """Marks a view that also answers in CSV. The view streams it; nothing is rendered here."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Any = None
    ) -> bytes:
        raise NotAcceptable


class Negotiation(DefaultContentNegotiation):
    """`?format=` before Accept; an unknown format is refused with the formats that exist."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        if wanted := request.GET.get("format"):
            for renderer in renderers:
                if renderer.format == wanted:
                    return renderer, renderer.media_type
            formats = [renderer.format for renderer in renderers]
            raise BadParameter("format", f"“{wanted}” is not a format here.", allowed=dict.fromkeys(formats))
        chosen: tuple[BaseRenderer, str] = super().select_renderer(request, renderers, format_suffix)
        return chosen


def dump(told: Any) -> bytes:
    return orjson.dumps(told)


def envelope(rows: Sequence[Any], following: str | None, preceding: str | None) -> bytes:
    """`{"results": [...], "next": ..., "previous": ...}` from dicts, or from rows that are JSON text already."""
    texts = bool(rows) and isinstance(rows[0], str)
    results = (b"[", ",".join(rows).encode(), b"]") if texts else (orjson.dumps(rows),)
    links = orjson.dumps({"next": following, "previous": preceding})
    return b"".join((b'{"results":', *results, b",", links[1:]))
