"""What wants tidying among keywords: carried by nothing, looking alike, not decided yet."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from taxonomy.carrying import carriers
from taxonomy.models import Keyword, KeywordLabel, Status
from taxonomy.resembling import How, Named, resembling
from taxonomy.uses import with_counts

# Labels are compared in memory, and pairs shown on one page: no more than these.
MOST_LABELS = 60_000
MOST_PAIRS = 200


class Alike(NamedTuple):
    """Two keywords that look alike, by which labels; what is used more stands first."""

    keep: Keyword
    drop: Keyword
    labels: tuple[str, str]
    how: How


def in_use() -> QuerySet[Keyword]:
    """Keywords that are not deprecated."""
    keywords: QuerySet[Keyword] = Keyword.objects.exclude(status=Status.DEPRECATED)
    return keywords


def unused() -> QuerySet[Keyword]:
    """Keywords that nothing carries, no draft and no earlier edition either, and nothing stands below."""
    found = in_use().filter(~Exists(Keyword.objects.filter(parent=OuterRef("pk")).order_by()))
    for carrier in carriers():
        found = found.filter(~Exists(carrier.rows().filter(**{carrier.keyword: OuterRef("pk")}).order_by()))
    return found.order_by("name", "pk")


def candidates(at: datetime) -> QuerySet[Keyword]:
    """Keywords that nobody has accepted yet, with how often each is used; the latest first."""
    return with_counts(Keyword.objects.filter(status=Status.CANDIDATE), at).order_by("-pk")


def alike(at: datetime) -> list[Alike]:
    """Pairs that look alike by any label, the most alike first; related, narrower and broader ones are no pairs."""
    keywords = in_use().order_by("pk").values_list("folded", "pk")[:MOST_LABELS]
    further = KeywordLabel.objects.exclude(keyword__status=Status.DEPRECATED)
    labels = [*keywords, *further.order_by("pk").values_list("folded", "keyword")[:MOST_LABELS]]
    pairs = resembling((Named(folded, keyword) for folded, keyword in labels), most=2 * MOST_PAIRS)
    known = _known_to_differ({pk for pair in pairs for pk in (pair.one, pair.other)})
    wanted = [pair for pair in pairs if (pair.one, pair.other) not in known][:MOST_PAIRS]
    pks = {pk for pair in wanted for pk in (pair.one, pair.other)}
    found = {each.pk: each for each in with_counts(Keyword.objects.filter(pk__in=pks), at)}
    told = []
    for pair in wanted:
        one, other = found[pair.one], found[pair.other]
        keep, drop = sorted((one, other), key=_standing)
        words = (pair.label, pair.like) if keep is one else (pair.like, pair.label)
        told.append(Alike(keep, drop, words, pair.how))
    return told


def used_by(keyword: Any) -> int:
    """All uses of a keyword that came from `with_counts`."""
    return sum(value for name, value in vars(keyword).items() if name.startswith("used_by_"))


def _standing(keyword: Keyword) -> tuple[int, bool, int]:
    return (-used_by(keyword), keyword.status != Status.ACCEPTED, keyword.pk)


def _known_to_differ(pks: set[int]) -> set[tuple[int, int]]:
    related = Keyword.related.through.objects.filter(from_keyword__in=pks)
    pairs = set(related.values_list("from_keyword", "to_keyword"))
    pairs |= set(Keyword.objects.filter(pk__in=pks).exclude(parent=None).values_list("pk", "parent"))
    return pairs | {(other, one) for one, other in pairs}
