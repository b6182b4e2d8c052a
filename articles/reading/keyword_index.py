"""The index of keywords: accepted ones as a tree, kind by kind, or by letter."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.keyword_tree import Branch, counted_tree
from articles.reading.lettered import lettered
from taxonomy.asking.as_of import AsOf
from taxonomy.models import Kind

# Beyond so many the index shows one letter at a time, and the tree its upper terms only.
SHOWN_AT_ONCE = 1000


@public_page
@kept
def keyword_index(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Every accepted keyword with the number of its articles on the day; `?by=letter` for A to Z. Two queries."""
    language = get_language() or "en"
    tree = counted_tree(asof.moment, language)
    everything = list(_all(tree))
    context = {"section": "keywords", "asof": asof, "language": language, "total": len(everything)}
    if request.GET.get("by") == "letter":
        named = [(str(each.keyword.label), each) for each in everything]
        context |= lettered(named, language, request.GET.get("letter", ""), most=SHOWN_AT_ONCE)
        return render(request, "taxonomy/letters.html", context)
    kinds = [(kind, [branch for branch in tree if branch.keyword.kind == kind]) for kind in Kind]
    context["kinds"] = [(kind.value, kind.label, branches) for kind, branches in kinds if branches]
    context["deep"] = len(everything) <= SHOWN_AT_ONCE
    return render(request, "taxonomy/index.html", context)


def _all(branches: Sequence[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from _all(branch.narrower)
