"""The page of an article: its current edition, a numbered one, or the notice that it is gone."""

import zlib
from collections.abc import Sequence
from html import escape
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.citing.places import filled_in
from articles.contact.current import contact
from articles.editions.models import Edition
from articles.editions.rendering import Page, page_on
from articles.editions.translated import (
    alternates,
    told_of_translations,
    translations_at,
    with_translations,
)
from articles.linked_data.pages import way_to
from articles.reading.answering import filled, is_unchanged, moved, public_page, unchanged
from articles.reading.errors import NotByThen
from articles.reading.frame import unprefixed
from articles.reading.looking_up import (
    CompiledPage,
    Validator,
    address_of,
    current_edition,
    current_page,
    current_validator,
    numbered_edition,
    withdrawal_at,
)
from articles.reading.shell import Shell, shell
from articles.related.showing import section_of as section_of_related
from articles.related.showing import with_related
from articles.replies.thread import section_of, tag_of, takes_replies
from taxonomy.asking.as_of import AsOf

SECTION = "articles"
type Others = Sequence[dict[str, Any]]


@public_page
def article(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """The current edition of the article at this address, as of a day. One query, two where there is no answer."""
    if asof.is_past:
        return _article_of_a_day(request, asof, slug)
    around = _shell(asof)
    if "If-None-Match" in request.headers:
        known = current_validator(slug, asof.moment)
        if known and known.address == request.path_info:
            others = translations_at(known.translations, asof.moment, now=asof.now)
            tag = _etag(known.etag, around, others, known.related, _replies(known, asof)[1])
            if is_unchanged(request, tag):
                return unchanged(tag)
    page = current_page(slug, asof.moment)
    if page is None:
        return no_article(request, asof, slug)
    address = page.address
    if address != request.path_info:
        return moved(address, request.META["QUERY_STRING"])
    others = translations_at(page.translations, asof.moment, now=asof.now)
    return _page(request, page, page, around, others, page.related, _replies(page, asof, page.thread_html))


@public_page
def edition(request: HttpRequest, asof: AsOf, slug: str, number: int) -> HttpResponse:
    """A numbered edition, for ever at its address, with a line that says which one is current. Two queries."""
    found = numbered_edition(slug, number, asof.moment, now=asof.now)
    if found is None:
        return no_article(request, asof, slug)
    now = current_page(slug, asof.moment)
    here = f"{found.get_absolute_url()}editions/{number}/"
    if here != request.path_info:
        return moved(here, request.META["QUERY_STRING"])
    around = _shell(asof)
    page = page_on(found, asof.day) if asof.day < found.settled_on else found
    line = render_to_string("components/edition_line.html", _edition_line(found, now))
    others = translations_at(found.translations, asof.moment, now=asof.now)
    title = _("%(title)s, edition %(n)d") % {"title": found.title, "n": number}
    above = [(found.title, unprefixed(found.get_absolute_url()))]
    return filled(
        around,
        title=escape(title),
        head='<meta name="robots" content="noindex">'
        + way_to(request, section=SECTION, title=title, between=above),
        content=line + _here(request, with_related(with_translations(page.page_html, others), "")),
        **around.addresses(here, {found.language: here} | _by_language(others)),
    )


def _edition_line(shown: Edition, now: CompiledPage | None) -> dict[str, Any]:
    """Which edition this is, which one is current, and where the two are compared."""
    numbers = sorted((shown.number, now.number)) if now else []
    compare = f"{now.address}editions/{numbers[0]}...{numbers[1]}/" if now else ""
    return {"edition": shown, "current": now, "compare": compare}


def _article_of_a_day(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """The edition that was current at the end of a past day, with its figures as known then."""
    found = current_edition(slug, asof.moment, now=asof.now)
    if found is None:
        return no_article(request, asof, slug)
    address = found.get_absolute_url()
    if address != request.path_info:
        return moved(address, request.META["QUERY_STRING"])
    page = page_on(found, asof.day) if asof.day < found.settled_on else found
    others = translations_at(found.translations, asof.moment, now=asof.now)
    return _page(request, found, page, _shell(asof), others, found.related)  # type: ignore[attr-defined]


def no_article(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """410 with the reason if the article was withdrawn, whatever day is asked about; else 404.

    Raises:
        Http404: nothing is published at this address, or was by that day.
    """
    gone = withdrawal_at(slug, now=asof.now)
    if gone is None:
        raise NotByThen(slug) if asof.given else Http404(slug)
    # An old day makes no difference to what is said here, so that its band would only mislead.
    return render(request, "articles/withdrawn.html", {"withdrawal": gone, "section": SECTION}, status=410)


def _shell(asof: AsOf) -> Shell:
    return shell(language=get_language() or "en", section=SECTION, asof=asof)


def _page(
    request: HttpRequest,
    edition: Edition | CompiledPage,
    page: Page | Edition | CompiledPage,
    around: Shell,
    others: Others,
    related: str | None,
    replies: tuple[str, str] = ("", ""),
) -> HttpResponse:
    """The page of a current edition, as compiled or as it read on a past day, with what is around it at the moment."""
    section = section_of_related(related, carry=around.carry)
    content = with_related(with_translations(page.page_html, others), section)
    address = address_of(edition.slug, edition.language)
    if around.carry:
        # What reference managers know the page by: what they cite is the edition of the day.
        known = f'class="unapi-id" title="{address}'
        content = content.replace(f'{known}"', f'{known}{around.carry}"', 1)
    languages = {edition.language: address} | _by_language(others)
    return filled(
        around,
        etag=_etag(edition.etag, around, others, related, replies[1]),
        title=escape(edition.title),
        head=_here(request, page.head_html + alternates(languages) + told_of_translations(address, others)),
        content=_here(request, content) + replies[0],
        **around.addresses(address, languages),
    )


def _here(request: HttpRequest, html: str) -> str:
    origin = f"{request.scheme}://{request.get_host()}"
    return filled_in(html, origin=origin, site_name=contact().site_name)


def _replies(known: CompiledPage | Validator, asof: AsOf, compiled: str | None = None) -> tuple[str, str]:
    """The replies below the article, and what they add to its validator. They belong to the present."""
    is_open = takes_replies(known.thread_rule, known.first_published_at, asof.moment)
    return section_of(compiled, is_open=is_open), tag_of(known.thread_etag, is_open=is_open)


def _etag(compiled: str, around: Shell, others: Others, related: str | None, replies: str) -> str:
    """Translations and related articles come and go by the clock, without the edition being compiled again."""
    told = "".join(f"-{zlib.crc32((each['url'] + each['title']).encode()):x}" for each in others)
    told += f"-{zlib.crc32(related.encode()):x}" if related else ""
    return f'"{compiled}-{around.digest}{told}{replies}"'


def _by_language(translations: Others) -> dict[str, str]:
    return {each["language"]: each["url"] for each in translations}
