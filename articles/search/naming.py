"""Keywords and indicators by their names: what a reader types may be the name of a series rather than of a text."""

import re
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Q

from articles.search.analysis import is_cjk
from articles.search.asking import Clause, Query
from indicators.catalogue.models import Indicator
from taxonomy.folding import fold
from taxonomy.models import Keyword

COLUMNS = ("name__icontains", "short_name__icontains", "translations__ur__icontains")
CHINESE = "translations__zh-hans__icontains"
# `NEV_PROD.CHN.A.NBS`, the beginning of one, or one with its period: `NEV_PROD.CHN.A.NBS:2023`.
SERIES = re.compile(r"(?P<code>[A-Za-z]\w*(?:\.\w+)+)\.?(?::(?P<period>[\w-]*))?", re.ASCII)


def series_named(text: str) -> tuple[str, str] | None:
    """Code and period of a series, if that is what was typed; the period may be empty."""
    found = SERIES.fullmatch(text.strip())
    return (found["code"], found["period"] or "") if found else None


def indicators_named(query: Query, most: int) -> list[Indicator]:
    """Indicators in whose name or code every word asked for occurs, and that of a series. One query.

    Numbers are no names, and a single letter stands in nearly all of them.
    """
    words = [word for word in query.words if not word.replace(".", "").isdecimal()]
    named = series_named(query.text)
    if named is not None:
        condition = Q(series__code__istartswith=named[0])
    elif any(len(word) > 1 or is_cjk(word) for word in words):
        condition = reduce(and_, (_mentions(word) for word in words))
    else:
        return []
    found = Indicator.objects.filter(condition).select_related("unit").defer("unit__translations")
    for clause in query.unwanted:
        # By key: an indicator without a name in some language is not known not to have the word.
        found = found.exclude(pk__in=Indicator.objects.filter(_has_all_of(clause)).values("pk"))
    return list(found.order_by("code").distinct()[:most])


def _has_all_of(clause: Clause) -> Q:
    return reduce(and_, (_mentions(term) for term in clause.terms))


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
