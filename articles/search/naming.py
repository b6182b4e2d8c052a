"""Keywords and indicators by their names: what a reader types may be the name of a series rather than of a text."""

from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q

from articles.search.asking import Query
from indicators.catalogue.models import Indicator
from taxonomy.folding import fold
from taxonomy.models import Keyword

COLUMNS = ("name__icontains", "short_name__icontains", "translations__ur__icontains")
CHINESE = "translations__zh-hans__icontains"


def indicators_named(query: Query, most: int) -> list[Indicator]:
    """Indicators in whose name or code every word asked for occurs; numbers are no names. One query."""
    words = [word for word in query.words if not word.replace(".", "").isdecimal()]
    if not words:
        return []
    condition = reduce(and_, (_mentions(word) for word in words))
    found = Indicator.objects.filter(condition).select_related("unit").defer("unit__translations")
    return list(found.order_by("code")[:most])


def _mentions(word: str) -> Q:
    """The word, without an ending that may tell one from many: "vehicles" names what is called vehicle."""
    part = word
    for ending, shortest in (("ies", 6), ("es", 6), ("s", 5), ("y", 5)):
        if word.endswith(ending) and len(word) >= shortest:
            part = word[: -len(ending)]
            break
    return Q(
        *((column, part) for column in (*COLUMNS, CHINESE)),
        ("code__icontains", word.replace(" ", "_")),
        _connector=Q.OR,
    )


def keywords_named(text: str, named: Any, most: int) -> list[Keyword]:
    """Accepted keywords of which a label, or a word in it, begins so. One query."""
    folded = fold(text)
    if not folded:
        return []
    begins = Q(folded__startswith=folded) | Q(folded__contains=f" {folded}")
    labelled = Q(labels__folded__startswith=folded) | Q(labels__folded__contains=f" {folded}")
    return list(named.accepted().filter(begins | labelled).distinct().order_by("name")[:most])
