"""The index of keywords: accepted ones as a tree, kind by kind."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.keyword_tree import counted_tree
from taxonomy.asking.as_of import AsOf
from taxonomy.models import Kind


@public_page
@kept
def keyword_index(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Every accepted keyword with the number of its articles on the day. Two queries."""
    language = get_language() or "en"
    tree = counted_tree(asof.moment, language)
    kinds = [(kind, [branch for branch in tree if branch.keyword.kind == kind]) for kind in Kind]
    context = {
        "section": "keywords",
        "asof": asof,
        "language": language,
        "kinds": [(kind.value, kind.label, branches) for kind, branches in kinds if branches],
    }
    return render(request, "taxonomy/index.html", context)
