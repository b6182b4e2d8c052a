"""oEmbed (https://oembed.com): other systems ask how a page of ours is embedded. Only charts, only our own."""

import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.html import escape

from articles.contact.current import contact
from articles.reading.answering import public_page
from articles.reading.indicator_charts import figure_asked_for, figures_of
from articles.reading.indicator_choice import Choice, read_choice
from articles.reading.indicator_data import known_data
from articles.reading.indicator_embedding import NARROWEST, WIDTH, embed_address, height_at, iframe, title_of
from taxonomy.asking.as_of import AsOf, BadAsOf, read_as_of

PAGE = re.compile(r"/(?:(ur|zh-hans)/)?indicators/([-\w]{1,60})/(?:embed/)?", re.ASCII)
LONGEST = 2000
KEPT_FOR = 3600
WIDEST = 4000


@public_page
def oembed(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """How the chart at `url` is embedded, as JSON or XML. Three queries.

    Raises:
        Http404: `url` is no chart of ours, or nothing was known by the day in it.
    """
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return _said("The formats are json and xml.", status=501)
    try:
        most_wide, most_high = (_bound(request, name) for name in ("maxwidth", "maxheight"))
    except ValueError:
        return _said("maxwidth and maxheight are whole numbers of pixels.", status=400)
    address = request.GET.get("url", "")
    if not address:
        return _said("Say which page: url=...", status=400)
    language, code, choice, day = _page(request, address, asof)
    with translation.override(language):
        told = _told(request, language, code, choice, day, (most_wide, most_high))
    return _written(told, form)


def _bound(request: HttpRequest, name: str) -> int:
    """A number of pixels, or the widest where none is given.

    Raises:
        ValueError: it is none.
    """
    text = request.GET.get(name)
    if text is None:
        return WIDEST
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text)):
        raise ValueError(name)
    return min(int(text), WIDEST)


def _page(request: HttpRequest, address: str, asof: AsOf) -> tuple[str, str, Choice, AsOf]:
    """Language, indicator, choice and day of an address of ours.

    Raises:
        Http404: it is none.
    """
    try:
        parts = urlsplit(address if len(address) <= LONGEST else "")
        found = PAGE.fullmatch(parts.path)
        if found is None or parts.scheme not in ("http", "https") or parts.netloc != request.get_host():
            raise Http404(address)
        asked = dict(parse_qsl(parts.query, max_num_fields=20))
        day = read_as_of(asked.get("as_of"), now=timezone.now()) if "as_of" in asked else asof
    except (ValueError, BadAsOf) as error:
        raise Http404(address) from error
    return found[1] or "en", found[2], read_choice(asked), day


def _told(
    request: HttpRequest, language: str, code: str, choice: Choice, day: AsOf, most: tuple[int, int]
) -> dict[str, Any]:
    data = known_data(code, day, choice)
    if figure_asked_for(figures_of(data.chosen, language, choice), choice) is None:
        raise Http404(choice.chart or code)
    width = min(WIDTH, most[0])
    height = min(height_at(max(width, NARROWEST)), most[1])
    origin = request.build_absolute_uri("/")
    source = embed_address(origin, language, data.indicator, data.choice, day)
    return {
        "type": "rich",
        "version": "1.0",
        "title": data.indicator.label,
        "provider_name": contact().site_name,
        "provider_url": origin,
        "cache_age": KEPT_FOR,
        "width": width,
        "height": height,
        "html": iframe(source, title_of(data.indicator), str(width), height),
    }


def _written(told: dict[str, Any], form: str) -> HttpResponse:
    if form == "json":
        return HttpResponse(orjson.dumps(told), content_type="application/json; charset=utf-8")
    rows = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in told.items())
    text = f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{rows}</oembed>\n'
    return HttpResponse(text, content_type="text/xml; charset=utf-8")


def _said(text: str, *, status: int) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")
