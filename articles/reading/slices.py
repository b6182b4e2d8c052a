"""A page of a list of articles: compiled cards, newest first, with a cursor that new articles do not shift."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.dateparse import parse_datetime

from articles.editions.querysets import EditionQuerySet
from articles.editions.rendering import card_on
from articles.reading.errors import bad_cursor
from taxonomy.asking.as_of import AsOf

PAGE_LENGTH = 20
YEARS = range(1900, 3000)  # Outside of them a moment may not fit the database's calendar in every time zone.
LARGEST_ID = 2**63 - 1
# What the card of an earlier day is not made of.
NOT_IN_CARDS = ("body", "head_html", "page_html", "api_row", "api_detail")


@dataclass(frozen=True, slots=True)
class Slice:
    """Cards (`<li>` elements, compiled HTML), and the cursor of the page after them, if there is one."""

    cards: list[str]
    next_cursor: str


def cursor_of(published: datetime, pk: int) -> str:
    """The place in the list right after an edition: `2024-03-31T00:00:00Z~12`."""
    return f"{published.astimezone(UTC).isoformat().replace('+00:00', 'Z')}~{pk}"


def read_cursor(text: str) -> tuple[datetime, int]:
    """The moment and the id in a cursor.

    Raises:
        BadQuestion: the cursor is none of ours.
    """
    moment, _, pk = text.partition("~")
    try:
        found = parse_datetime(moment)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or found.year not in YEARS:
        raise bad_cursor()
    if not (pk.isascii() and pk.isdigit()) or len(pk) > 19 or int(pk) > LARGEST_ID:
        raise bad_cursor()
    return found, int(pk)


def after(editions: EditionQuerySet, cursor: str) -> EditionQuerySet:
    """Those that follow the cursor. The first condition alone lets the index do the work."""
    moment, pk = read_cursor(cursor)
    earlier = Q(first_published_at__lt=moment) | Q(first_published_at=moment, pk__lt=pk)
    return editions.filter(earlier, first_published_at__lte=moment)


def slice_of(editions: EditionQuerySet, asof: AsOf, cursor: str = "") -> Slice:
    """One page of these editions as they read on a day. One query, whatever their number."""
    chosen = after(editions, cursor) if cursor else editions
    chosen = chosen.newest_first()
    if asof.is_past:
        rows = list(chosen.defer(*NOT_IN_CARDS)[: PAGE_LENGTH + 1])
        cards = [_card_of(each, asof) for each in rows[:PAGE_LENGTH]]
        ends = [(each.first_published_at, each.pk) for each in rows]
    else:
        found = list(chosen.values_list("card_html", "first_published_at", "pk")[: PAGE_LENGTH + 1])
        cards = [card for card, _, _ in found[:PAGE_LENGTH]]
        ends = [(moment, pk) for _, moment, pk in found]
    return Slice(
        cards=cards, next_cursor=cursor_of(*ends[PAGE_LENGTH - 1]) if len(ends) > PAGE_LENGTH else ""
    )


def _card_of(edition: Any, asof: AsOf) -> str:
    card: str = edition.card_html if edition.settled_on <= asof.day else card_on(edition, asof.day)
    return kept_in_day(card, edition.get_absolute_url(), asof)


def kept_in_day(html: str, address: str, asof: AsOf) -> str:
    """A compiled card or page whose links to an article, and what reference managers know it by, stay in the day."""
    there = f"{address}{page_query(asof)}"
    linked = html.replace(f'href="{address}"', f'href="{there}"')
    return linked.replace(f'class="unapi-id" title="{address}"', f'class="unapi-id" title="{there}"')


def page_query(asof: AsOf, cursor: str = "") -> str:
    """`?as_of=…&before=…`, or nothing."""
    asked = {"as_of": asof.day.isoformat()} if asof.given else {}
    asked |= {"before": cursor} if cursor else {}
    return f"?{urlencode(asked)}" if asked else ""
