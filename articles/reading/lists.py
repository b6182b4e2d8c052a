"""Lists of articles: all of them, and those that a selection has in common."""

from dataclasses import dataclass
from html import escape
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.editions.querysets import EditionQuerySet
from articles.linked_data.pages import described, in_languages, origin_of, way_to
from articles.reading.answering import filled, public_page
from articles.reading.finished import kept
from articles.reading.frame import frame_of, prefix_of
from articles.reading.shell import shell
from articles.reading.slices import Slice, page_query, slice_of
from taxonomy.asking.as_of import AsOf

SECTION = "articles"
FEED_OF_ALL = "/feed"
FEEDS = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}
NOT_INDEXED = '<meta name="robots" content="noindex, follow">'


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list says of itself.

    Attributes:
        feed: the address of its feeds below the prefix, without the format.
        kicker: what kind of list it is.
        crumbs: (name, address) of the pages above it, the address below the prefix.
        number: how many articles there are, in words.
        facts: (term, value, outside address or nothing).
        months: of a year, with the number of articles.
        empty: what is said where nothing is public; the site's own words where nothing is given.
    """

    heading: str
    feed: str
    kicker: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    number: str = ""
    facts: tuple[tuple[str, str, str], ...] = ()
    months: tuple[dict[str, Any], ...] = ()
    empty: str = ""


@public_page
@kept
def article_list(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """All articles in the language of the page. Two queries at most."""
    return listed(request, asof, Edition.objects.current(asof.moment), Listing(_("Articles"), FEED_OF_ALL))


def listed(request: HttpRequest, asof: AsOf, editions: EditionQuerySet, listing: Listing) -> HttpResponse:
    """A list of articles in the language of the address; of other languages where it has none."""
    language, cursor = _language(), request.GET.get("before", "")
    found = slice_of(editions.filter(language=language), asof, cursor)
    elsewhere = not found.cards and not cursor
    if elsewhere:
        # Nothing in this language yet: what there is in the others is better than an empty page.
        found = slice_of(editions, asof)
    around = shell(language=language, section=SECTION, asof=asof)
    frame = frame_of(request)
    robots = NOT_INDEXED if cursor or not found.cards else ""
    return filled(
        around,
        title=escape(listing.heading),
        head=robots
        + described(listing.heading, frame)
        + feed_links(listing.feed, listing.heading)
        + ("" if robots else in_languages(frame, origin_of(request)))
        + way_to(request, section=SECTION, title=listing.heading, between=listing.crumbs),
        content=_content(found, asof, listing, elsewhere=elsewhere, cursor=cursor),
        **around.addresses(request.path_info),
    )


def _content(found: Slice, asof: AsOf, listing: Listing, *, elsewhere: bool, cursor: str) -> str:
    prefix = prefix_of(_language())
    context = {
        "listing": listing,
        "elsewhere": elsewhere and found.cards,
        "cards": mark_safe("".join(found.cards)),  # noqa: S308 - compiled and escaped when it was published
        "newest": page_query(asof) or "?" if cursor else "",
        "older": page_query(asof, found.next_cursor) if found.next_cursor else "",
        "prefix": prefix,
        "carry": page_query(asof),
        "feed": f"{prefix}{listing.feed}",
        "asof": asof,
    }
    return render_to_string("articles/list.html", context)


def feed_links(feed: str, title: str) -> str:
    """What the head of a list says of its feeds. Every page names the Atom feed of everything already."""
    stem = f"{prefix_of(_language())}{feed}"
    named = {end: kind for end, kind in FEEDS.items() if (feed, end) != (FEED_OF_ALL, "atom")}
    return format_html_join(
        "",
        '<link rel="alternate" type="{}" href="{}" title="{}">\n',
        ((kind, f"{stem}.{end}", title) for end, kind in named.items()),
    )


def _language() -> str:
    return get_language() or "en"
