"""`/feed.atom`, `/keywords/<slug>/feed.rss` and so on: a selection, newest first, in a format."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from articles.contact.current import contact
from articles.feeds.formats import FORMATS
from articles.feeds.selections import Selection, address, language
from articles.reading.answering import moved, public_page
from articles.reading.finished import kept
from taxonomy.asking.as_of import AsOf
from taxonomy.languages import language_tag

LENGTH = 50
type Chooser = Callable[..., Selection]


@public_page
@kept
def feed(request: HttpRequest, asof: AsOf, choose: Chooser, form: str, slug: str = "") -> HttpResponse:
    """The newest articles of a selection in the language of the address, as of a day. Made of the compiled rows.

    Who follows a keyword that was merged or renamed is led to its present feed, and may forget the old one.

    Raises:
        Http404: nothing has this slug.
    """
    chosen = choose(asof, slug) if slug else choose(asof)
    place = address(f"{chosen.feed}.{form}")
    if place != request.path_info:
        return moved(iri_to_uri(place), request.META["QUERY_STRING"])
    return told(
        request,
        asof,
        form,
        title=chosen.title,
        page=address(chosen.page),
        feed=place,
        rows=_rows(chosen),
    )


def told(
    request: HttpRequest, asof: AsOf, form: str, *, title: str, page: str, feed: str, rows: Iterable[str]
) -> HttpResponse:
    """Articles as a feed.

    Args:
        page, feed: the addresses of the page and of the feed itself, without a host.
        rows: the compiled row of each, newest first.
    """
    made: Any = FORMATS[form](
        title=title,
        link=request.build_absolute_uri(page),
        description=_("New articles, each figure traced to its source"),
        subtitle=_("New articles, each figure traced to its source"),
        feed_url=request.build_absolute_uri(feed),
        language=language_tag(language()),
        author_name=contact().site_name,
        hub=hub_of(asof),
    )
    for row in rows:
        made.add_item(**_entry(request, orjson.loads(row)))
    return written(made)


def hub_of(asof: AsOf) -> str:
    """The hub of the site, if it has one: for feeds of the present, for those of a past day never change."""
    return "" if asof.given else settings.WEBSUB_HUB


def written(made: Any) -> HttpResponse:
    """The feed as an answer, with its own address and its hub in the head too, where WebSub looks first."""
    answer = HttpResponse(content_type=made.content_type)
    made.write(answer, "utf-8")
    links = {"self": made.feed["feed_url"], "hub": made.feed["hub"]}
    answer.headers["Link"] = ", ".join(
        f'<{iri_to_uri(url)}>; rel="{rel}"' for rel, url in links.items() if url
    )
    return answer


def _rows(chosen: Selection) -> Iterable[str]:
    editions = chosen.editions.filter(language=language()).newest_first()
    rows: Iterable[str] = editions.values_list("api_row", flat=True)[:LENGTH]
    return rows


def _entry(request: HttpRequest, row: dict[str, Any]) -> dict[str, Any]:
    link = request.build_absolute_uri(row["url"])
    return {
        "title": row["title"],
        "link": link,
        "unique_id": link,
        "description": row["standfirst"] or None,
        "author_name": _(", ").join(each["name"] for each in row["authors"]) or None,
        "categories": [each["name"] for each in row["keywords"]],
        "pubdate": datetime.fromisoformat(row["first_published_at"]),
        "updateddate": datetime.fromisoformat(row["published_at"]),
    }
