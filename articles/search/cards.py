"""Cards of what was found: the compiled card of an edition with the passage that answers in place of its standfirst."""

import re
from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from articles.editions.models import Edition
from articles.editions.rendering import card_on
from articles.reading.slices import kept_in_day
from articles.search.finding import Hit
from taxonomy.asking.as_of import AsOf

TITLE = re.compile(r"(<h3><a [^>]*>).*?(</a></h3>)", re.DOTALL)
STANDFIRST = re.compile(r'<p class="snip">.*?</p>', re.DOTALL)
END_OF_TITLE = "</h3>"


def cards_of(hits: Sequence[Hit], asof: AsOf) -> list[SafeString]:
    """The cards as they read on a day, with links that stay in it. No query, or one where a card has changed since."""
    changed = [hit.edition_id for hit in hits if hit.edition.settled_on > asof.day]
    editions = Edition.objects.in_bulk(changed) if changed else {}
    return [_card(hit, asof, editions.get(hit.edition_id)) for hit in hits]


def _card(hit: Hit, asof: AsOf, changed: Edition | None) -> SafeString:
    card: str = hit.edition.card_html if changed is None else card_on(changed, asof.day)
    card = kept_in_day(card, hit.url, asof)
    passage = f'<p class="snip">{hit.snippet_html}</p>'
    card = TITLE.sub(lambda found: found[1] + hit.title_html + found[2], card, count=1)
    with_passage, replaced = STANDFIRST.subn(lambda _found: passage, card, count=1)
    if not replaced:
        with_passage = card.replace(END_OF_TITLE, END_OF_TITLE + passage, 1)
    return mark_safe(with_passage)  # noqa: S308 - compiled when it was published; title and passage are escaped
