"""The related articles on a page: those that readers have at the moment, asked in the statement of the page itself.

Nothing has to be rewritten when one of them is withdrawn, ends or goes live by the clock.
"""

import re
from datetime import datetime
from typing import Any

from django.db.models import CharField, OuterRef, QuerySet, StringAgg, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat, LPad
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.related.models import Related
from taxonomy.languages import Language, language_tag

# Where the section goes in a compiled page; in each entry, the day that the reader stays in.
PLACE = "<!--related-->"
CARRY = "\ue000carry\ue001"
SHOWN = 5
_RECORD, _DIGITS = "\x1e", 12
_OPENING, _CLOSING = re.compile(r'<li lang="([^"]+)" dir="(?:ltr|rtl)">'), "</p></li>"


def entries_at(moment: datetime) -> Subquery:
    """A column for a queryset of editions: the entries of the related articles that are current at a moment."""
    current: QuerySet[Any] = Edition.objects.current(moment).filter(article=OuterRef("article")).order_by()
    rows = Related.objects.filter(edition=OuterRef("pk")).order_by()
    rows = rows.annotate(entry=Subquery(current.values("entry_html")[:1])).exclude(entry=None)
    keys = [_padded("weight"), _padded("article_id"), "entry"]
    told = StringAgg(Concat(*keys, output_field=TextField()), delimiter=Value(_RECORD))
    return Subquery(rows.values("edition").annotate(told=told).values("told"))


def _padded(column: str) -> LPad:
    # Not every SQLite orders what it aggregates: the order goes along in front of each entry.
    return LPad(Cast(column, CharField()), _DIGITS, Value("0"))


def section_of(told: str | None, *, carry: str = "") -> str:
    """What stands in the place of the page, in the active language; nothing without related articles.

    Args:
        carry: the query that keeps the reader in the day that was asked for, `?as_of=…`.
    """
    if not told:
        return ""
    records = sorted(told.split(_RECORD), reverse=True)[:SHOWN]
    entries = "".join(_in_page(record[2 * _DIGITS :]) for record in records).replace(CARRY, carry)
    return format_html(
        '<section class="sec" id="related"><h2>{}</h2><ul class="related">{}</ul></section>',
        _("Related articles"),
        mark_safe(entries),  # noqa: S308 (compiled and escaped when it was published)
    )


def _in_page(entry: str) -> str:
    """The entry in a page of the active language: one in another language says which it is."""
    opening = _OPENING.match(entry)
    if opening is None:  # compiled before entries told their language
        return entry
    here, there = language_tag(get_language() or Language.ENGLISH), opening[1]
    if there == here:
        return f"<li>{entry[opening.end() :]}"
    name = Language(there.lower()).label
    said = format_html(' · <bdi lang="{}">{}</bdi>{}', here, name, mark_safe(_CLOSING))  # noqa: S308
    return entry.removesuffix(_CLOSING) + said


def with_related(page_html: str, section: str) -> str:
    """The compiled page with this section."""
    return page_html.replace(PLACE, section, 1)
