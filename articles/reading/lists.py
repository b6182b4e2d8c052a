"""The list of articles and the archive by month."""

from datetime import date, datetime, time
from html import escape
from itertools import groupby

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.editions.querysets import EditionQuerySet
from articles.reading.answering import filled, public_page
from articles.reading.dates import month_in_words
from articles.reading.finished import kept
from articles.reading.frame import prefix_of
from articles.reading.shell import shell
from articles.reading.slices import YEARS, Slice, page_query, slice_of
from taxonomy.asking.as_of import AsOf

SECTION = "articles"
FEEDS = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}


@public_page
@kept
def article_list(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """All articles in the language of the page. Two queries at most."""
    return listed(request, asof, Edition.objects.current(asof.moment), heading=_("Articles"))


@public_page
@kept
def month(request: HttpRequest, asof: AsOf, year: int, month: int) -> HttpResponse:
    """The articles that were first published here in a month. Two queries at most.

    Raises:
        Http404: there is no such month.
    """
    start, end = _bounds(year, month)
    editions = Edition.objects.current(asof.moment).filter(
        first_published_at__gte=start, first_published_at__lt=end
    )
    heading = month_in_words(date(year, month, 1), _language())
    return listed(request, asof, editions, heading=heading)


@public_page
@kept
def archive(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """The months in which something was published, by year. One query."""
    rows = (
        Edition.objects.current(asof.moment)
        .annotate(month=TruncMonth("first_published_at"))
        .values("month")
        .annotate(count=Count("pk"))
        .order_by("-month")
    )
    years = [(year, list(months)) for year, months in groupby(rows, key=lambda row: row["month"].year)]
    context = {"years": years, "section": SECTION}
    return render(request, "articles/archive.html", context)


def listed(
    request: HttpRequest, asof: AsOf, editions: EditionQuerySet, *, heading: str, feed: str = ""
) -> HttpResponse:
    """A list of articles in the language of the address; of other languages where it has none.

    Args:
        feed: the address of its feeds below the prefix, without the format; empty for a list without any.
    """
    language, cursor = _language(), request.GET.get("before", "")
    found = slice_of(editions.filter(language=language), asof, cursor)
    elsewhere = not found.cards and not cursor
    if elsewhere:
        # Nothing in this language yet: what there is in the others is better than an empty page.
        found = slice_of(editions, asof)
    around = shell(language=language, section=SECTION, asof=asof)
    return filled(
        around,
        title=escape(heading),
        head=('<meta name="robots" content="noindex, follow">' if cursor else "") + feed_links(feed, heading),
        content=_content(found, asof, heading=heading, elsewhere=elsewhere, cursor=cursor, feed=feed),
        **around.addresses(request.path_info),
    )


def _content(found: Slice, asof: AsOf, *, heading: str, elsewhere: bool, cursor: str, feed: str) -> str:
    context = {
        "heading": heading,
        "elsewhere": elsewhere and found.cards,
        "cards": mark_safe("".join(found.cards)),  # noqa: S308 - compiled and escaped when it was published
        "newest": page_query(asof) or "?" if cursor else "",
        "older": page_query(asof, found.next_cursor) if found.next_cursor else "",
        "archive": f"{prefix_of(_language())}/archive/",
        "feed": f"{prefix_of(_language())}{feed}" if feed else "",
        "asof": asof,
    }
    return render_to_string("articles/list.html", context)


def feed_links(feed: str, title: str) -> str:
    """What the head of a list says of its feeds."""
    if not feed:
        return ""
    stem = f"{prefix_of(_language())}{feed}"
    return format_html_join(
        "",
        '<link rel="alternate" type="{}" href="{}" title="{}">\n',
        ((kind, f"{stem}.{end}", title) for end, kind in FEEDS.items()),
    )


def _bounds(year: int, month: int) -> tuple[datetime, datetime]:
    if year not in YEARS:
        raise Http404("No such year.")
    try:
        first = date(year, month, 1)
        following = date(year + month // 12, month % 12 + 1, 1)
    except ValueError as error:
        raise Http404("No such month.") from error
    return _midnight(first), _midnight(following)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _language() -> str:
    return get_language() or "en"
