"""What the head of a page tells programs: `{% page_data %}` on every page, and what a page is about."""

import html
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString

from articles.linked_data.datasets import dataset
from articles.linked_data.pages import described, in_languages, origin_of, site, way
from articles.linked_data.terms import described_term
from articles.linked_data.writing import block
from articles.reading.frame import unprefixed
from indicators.catalogue.models import Indicator
from indicators.observations.known import Known
from taxonomy.models import Keyword

register = template.Library()


@register.simple_tag(takes_context=True)
def origin(context: Context) -> str:
    """Scheme and host that the page is asked at."""
    return origin_of(context["request"])


@register.simple_tag(takes_context=True)
def page_data(context: Context, between: Iterable[Any] = ()) -> SafeString | str:
    """The site on its front page, the way to it on every other; nothing where a view names no section.

    Args:
        between: things with an address, or names and paths, that stand between the section and this page,
            the broadest first.
    """
    section = context.get("section", "")
    if not section or "request" not in context:
        return ""
    frame, here = context["frame"], origin_of(context["request"])
    if section == "home":
        return block([site(frame, here)])
    steps = [
        each if isinstance(each, tuple) else (str(each.label), each.get_absolute_url()) for each in between
    ]
    return block([way(frame, here, section, _title(context), steps)])


@register.simple_tag(takes_context=True)
def page_languages(context: Context) -> SafeString | str:
    """The addresses of the page in other languages; nothing where a view names no section, as on pages of errors.

    What hangs on an article is in the language of the article only.
    """
    if not context.get("section") or "request" not in context:
        return ""
    frame = context["frame"]
    if unprefixed(frame.path).startswith("/articles/"):
        return ""
    return in_languages(frame, origin_of(context["request"]))


@register.simple_tag(takes_context=True)
def page_description(context: Context) -> SafeString | str:
    """What lists of results show of a page without words of its own for it: its title, and what the site is about."""
    if not context.get("section") or "request" not in context:
        return ""
    return described(_title(context), context["frame"])


@register.simple_tag(takes_context=True)
def dataset_data(
    context: Context, indicator: Indicator, levels: Sequence[Known], keywords: Iterable[Keyword]
) -> SafeString:
    """An indicator with what had been stated by the day of the page."""
    return block([dataset(indicator, levels, keywords, context["frame"], origin_of(context["request"]))])


@register.simple_tag(takes_context=True)
def term_data(
    context: Context, keyword: Keyword, labels: Iterable[tuple[str, str]], same: Iterable[str]
) -> SafeString:
    """A keyword with its other names and exact matches."""
    return block([described_term(keyword, labels, same, context["frame"], origin_of(context["request"]))])


def _title(context: Context) -> str:
    """What the page calls itself: its block `title`, as text."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    found = blocks.get_block("title") if blocks else None
    return html.unescape(found.render(context)).strip() if found else ""
