"""Choose and remember the related articles of an edition. What it costs does not grow with the library."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from articles.editions.models import Edition, EditionKeyword
from articles.editions.siblings import group_of
from articles.related.models import Related
from articles.related.rarity import Rarities, Rarity, candidates
from articles.related.weighing import KEPT, LIGHTEST, behind, closest, in_order, weights
from articles.related.works import works_of
from taxonomy.languages import Language

LOOKED_AT = 1000
"""Carriers of the rarest keywords that are weighed; the newest of them, where there are more."""


def relate(edition: Edition, *, at: datetime) -> None:
    """Remember what a new edition is related to, and tell those articles of it. Twenty statements at most.

    They are told of a scheduled further edition when everything is compiled anew after its time.
    """
    own = _keywords(edition)
    chosen = chosen_for(edition, own, Rarities(edition.language, at, keywords=own), at=at) if own else {}
    if not chosen:
        return
    _write(edition, chosen)
    if edition.number > 1 and edition.published_at > at:
        # On the pages of others it would tell, before its time, which keywords the article is going to have.
        return
    others = Edition.objects.current(at).filter(article__in=chosen).order_by("pk")
    _add(dict(others.values_list("pk", "article")), edition.article_id, chosen)


def relate_again(edition: Edition, rarities: Rarities, *, at: datetime) -> bool:
    """Rebuild what an edition is related to. Idempotent.

    Returns:
        Whether it has changed.
    """
    own = _keywords(edition)
    chosen = chosen_for(edition, own, rarities, at=at) if own else {}
    if chosen == dict(edition.related_rows.values_list("article", "weight")):
        return False
    edition.related_rows.all().delete()
    _write(edition, chosen)
    return True


def chosen_for(edition: Edition, own: set[int], rarities: Rarities, *, at: datetime) -> dict[int, int]:
    """The articles that share the rarest of its keywords with an edition, with what they weigh.

    Those in its language; where they are few, other works after them that are only there in other languages.
    """
    chosen = _closest(edition, own, rarities.own, candidates(edition.language, at))
    if len(chosen) == KEPT:
        return chosen
    others = candidates(edition.language, at, elsewhere=True)
    found = _closest(edition, own, rarities.elsewhere, others, most=KEPT * len(Language))
    works = works_of([edition.article_id, *chosen, *found]) if found else {}
    seen = {works[each] for each in (edition.article_id, *chosen)} if found else set()
    for article in found:
        work = works[article]
        if work not in seen and len(chosen) < KEPT:
            told = work if work in found else article
            chosen[told] = behind(found[told])
            seen.add(work)
    return chosen


def _closest(
    edition: Edition, own: set[int], rarity: Rarity, among: QuerySet[Any], *, most: int = KEPT
) -> dict[int, int]:
    carried = rarity.of(own)
    rows = EditionKeyword.objects.filter(keyword__in=_rarest(carried), edition__in=among.values("pk"))
    rows = rows.exclude(edition__article=edition.article_id).order_by("-edition")
    looked_at = set(rows.values_list("edition", flat=True)[:LOOKED_AT])
    shared: defaultdict[int, set[int]] = defaultdict(set)
    pairs = EditionKeyword.objects.filter(edition__in=looked_at, keyword__in=own).order_by()
    for article, keyword in pairs.values_list("edition__article", "keyword"):
        shared[article].add(keyword)
    return closest(shared, weights(carried, rarity.editions), most=most)


def _keywords(edition: Edition) -> set[int]:
    return set(edition.keyword_rows.values_list("keyword", flat=True))


def _rarest(carried: dict[int, int]) -> list[int]:
    """Keywords from the rarest on, as long as they are carried by few enough together; the rarest in any case."""
    chosen: list[int] = []
    left = LOOKED_AT
    for keyword, count in sorted(carried.items(), key=lambda pair: (pair[1], pair[0])):
        if chosen and count > left:
            break
        chosen.append(keyword)
        left -= count
    return chosen


def _write(edition: Edition, chosen: dict[int, int]) -> None:
    _store(Related(edition=edition, article_id=article, weight=weight) for article, weight in chosen.items())


def _add(editions: dict[int, int], article: int, weight: dict[int, int]) -> None:
    """Name the article on the current editions of those it is related to, where it is among the closest."""
    for pk in _with_its_work_named(editions, article, weight):
        del editions[pk]
    _store(Related(edition_id=pk, article_id=article, weight=weight[other]) for pk, other in editions.items())
    stored = Related.objects.filter(edition__in=editions).order_by("pk")
    Related.objects.filter(
        pk__in=_too_many(stored.values_list("edition", "pk", "article", "weight"))
    ).delete()


def _with_its_work_named(editions: dict[int, int], article: int, weight: dict[int, int]) -> list[int]:
    """Editions of other languages that name the work already; those of its own name this article in its place."""
    kin = [each for each in group_of(article) if each != article]
    if not kin:
        return []
    named = Related.objects.filter(article__in=kin, edition__in=editions)
    foreign = [pk for pk, other in editions.items() if weight[other] < LIGHTEST]
    named.exclude(edition__in=foreign).delete()
    return list(
        named.filter(edition__in=foreign).order_by("edition").values_list("edition", flat=True).distinct()
    )


def _store(rows: Iterable[Related]) -> None:
    """Whether they are there already or not: two that are published at once may name the same."""
    Related.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["edition", "article"], update_fields=["weight"]
    )


def _too_many(rows: Iterable[tuple[int, int, int, int]]) -> list[int]:
    by_edition: defaultdict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for edition, pk, article, weight in rows:
        by_edition[edition][article] = (pk, weight)
    gone = []
    for found in by_edition.values():
        order = in_order((article, weight) for article, (_pk, weight) in found.items())
        gone += [found[article][0] for article, _weight in order[KEPT:]]
    return gone
