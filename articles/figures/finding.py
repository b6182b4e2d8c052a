"""Find the observation that a writer means, by words, codes, periods and the value itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.figures.decimals import plain
from articles.figures.evidence import gather
from articles.figures.marks import Mark
from articles.figures.numerals import StatedFigure, read_print
from articles.figures.proposing import Found, proposed
from indicators.catalogue.models import Indicator
from indicators.observations.models import Observation, Vintage
from taxonomy.folding import fold
from taxonomy.languages import Language

MOST_WORDS = 8
MOST_CANDIDATES = 40
MOST_RESULTS = 12
PERIOD = re.compile(r"(?:19|20)\d\d(?:-[A-Z0-9]{2}(?:-\d\d)?)?\Z", re.IGNORECASE)
WORD = re.compile(r"[^\s,;:()“”\"'%]+")
LEADING_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, taken apart."""

    words: tuple[str, ...]
    periods: tuple[str, ...]
    number: Decimal | None


def find_figures(typed: str, *, selected: str, language: str, day: date) -> list[Found]:
    """Proposals, best first, in at most four queries.

    Args:
        typed: what stands in the search field: words, series codes, periods, a value.
        selected: the words in the text that would be marked; their verdict is told with each proposal.
        language: of the article, in which values are printed.
        day: the day of knowledge.
    """
    query = understood(typed)
    hits = dict(_candidates(query))
    evidence = gather([Mark(1, reference, "", "", 0, 0, "", False) for reference in hits])
    stated = read_print(selected or typed)
    if stated is not None and _is_period(stated):
        stated = None
    judged = [proposed(one, stated, selected, language, day) for one in evidence.values()]
    ranked = sorted(
        (pair for pair in judged if pair),
        key=lambda pair: (-pair[0] - 2 * hits.get(pair[1].reference, 0), pair[1].reference),
    )
    return [found for _score, found in ranked[:MOST_RESULTS]]


def understood(typed: str) -> Query:
    """Words, periods and a value in what was typed."""
    words = WORD.findall(typed)[:MOST_WORDS]
    periods = tuple(word.upper() for word in words if PERIOD.match(word))
    stated = read_print(" ".join(word for word in words if not PERIOD.match(word)) or "-")
    names = tuple(
        word for word in words if not PERIOD.match(word) and not word[0].isdigit() and len(word) > 1
    )
    return Query(names, periods, stated.number if stated else None)


def summary_of(found: Sequence[Found], typed: str) -> str:
    """One line above the proposals."""
    if found:
        told = ngettext("%(n)d figure, best match first", "%(n)d figures, best match first", len(found))
        return told % {"n": len(found)}
    if not typed.strip():
        return _("Type an indicator, a series code, a value or a year.")
    return _("Nothing found. Try the name of the indicator, or record the figure under Figures first.")


def _is_period(stated: StatedFigure) -> bool:
    return bool(PERIOD.match(stated.text.strip()))


def _candidates(query: Query) -> list[tuple[str, int]]:
    """References with the number of words they match: one query."""
    if not (query.words or query.periods or query.number is not None):
        return []
    score = Value(0) + sum((_one_if(_names(word)) for word in query.words), Value(0))
    near = Q(Exists(_starting_alike(query.number))) if query.number is not None else Q(pk__in=[])
    rows: QuerySet[Observation] = Observation.objects.annotate(
        named=score,
        near=_one_if(near),
        in_period=_one_if(_in(query.periods)),
        of_period=_one_if(Q(period__in=query.periods)),
    )
    rows = rows.filter(
        Q(named__gt=0) | Q(near=1) if query.words or query.number is not None else Q(in_period=1)
    )
    # A year comes before its days: else those of a daily series would leave no room for it.
    rows = rows.annotate(rank=F("named") * 2 + F("near") * 2 + F("in_period") + F("of_period"))
    found = rows.order_by("-rank", "-period_start", "pk").values_list("series__code", "period", "rank")
    return [(f"{code}:{period}", rank) for code, period, rank in found[:MOST_CANDIDATES]]


def _one_if(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())


def _in(periods: Sequence[str]) -> Q:
    wanted = Q(pk__in=[])
    for period in periods:
        wanted |= Q(period__startswith=period)
    return wanted


def _names(word: str) -> Q:
    """Whether a word is in the names or codes of what is measured, where, by whom, or in its keywords."""
    columns = [
        "series__code", "series__indicator__name", "series__indicator__short_name", "series__area__name",
        "series__source__name", "series__source__code",
    ]  # fmt: skip
    columns += [
        f"series__indicator__translations__{language}"
        for language in Language.values
        if language != Language.ENGLISH
    ]
    named = Q()
    for column in columns:
        named |= Q(**{f"{column}__icontains": word})
    folded = fold(word)
    about = Q(keywords__folded__contains=folded) | Q(keywords__labels__folded__contains=folded)
    return named | Q(series__indicator__in=Indicator.objects.filter(about).values("pk"))


def _starting_alike(number: Decimal) -> QuerySet[Vintage]:
    """Vintages whose printed digits start like the number, wherever the decimal point stands."""
    digits = plain(abs(number)).replace(".", "").lstrip("0")[:4] or "0"
    starts = {
        digits[:at] + "." + digits[at:] if at < len(digits) else digits for at in range(1, len(digits) + 1)
    }
    wanted = Q()
    for start in starts:
        wanted |= Q(value__startswith=start[: LEADING_DIGITS + ("." in start[: LEADING_DIGITS + 1])])
    return Vintage.objects.filter(wanted, observation=OuterRef("pk"))
