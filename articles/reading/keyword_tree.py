"""The terms around a keyword, and how many articles each part of the tree has. Trees are small: read whole."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model, Q

from articles.editions.models import Edition, EditionKeyword
from taxonomy.models import Keyword, Status


@dataclass(frozen=True, slots=True)
class Terms:
    """What stands around a keyword. `below` are the ids of it and of everything narrower, accepted or not."""

    broader: list[Any]
    narrower: list[Any]
    related: list[Any]
    below: list[int]


def terms_around(keyword: Any, language: str) -> Terms:
    """Broader terms from the top, narrower and related ones by name. Two queries.

    Args:
        keyword: read with its tree fields.
    """
    below = Keyword.objects.descendants(keyword, include_self=True).values_list("pk", "parent_id")
    pairs = list(below)
    wanted = [pk for pk, _parent in pairs if pk != keyword.pk]
    above = keyword.tree_path[:-1]
    around = (
        Keyword.objects.named(language)
        .filter(status=Status.ACCEPTED)
        .filter(_around(keyword, above))
        .exclude(pk=keyword.pk)
        .distinct()
    )
    found = {each.pk: each for each in around}
    children = [pk for pk, parent in pairs if parent == keyword.pk]
    broader = _chain(keyword, found)
    narrower = sorted((found[pk] for pk in children if pk in found), key=_name)
    taken = {each.pk for each in broader} | set(children)
    related = sorted((each for each in found.values() if each.pk not in taken), key=_name)
    return Terms(broader, narrower, related, [keyword.pk, *wanted])


@dataclass(slots=True)
class Branch:
    """A keyword in the index, with the articles that carry it or anything narrower."""

    keyword: Any
    articles: int
    narrower: list["Branch"] = field(default_factory=list)


def counted_tree(at: datetime, language: str) -> list[Branch]:
    """Accepted keywords as a tree, each with its number of current articles. Two queries."""
    counts = articles_below(at)
    accepted = sorted(Keyword.objects.accepted().named(language), key=_name)
    branches = {each.pk: Branch(each, counts.get(each.pk, 0)) for each in accepted}
    top: list[Branch] = []
    for each in accepted:
        above = branches.get(each.parent_id)
        (above.narrower if above else top).append(branches[each.pk])
    return top


def articles_below(at: datetime) -> dict[int, int]:
    """How many current articles carry a keyword or anything narrower, each article once. One query."""
    current, params = Edition.objects.current(at).values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        tables = {"keyword": _table(Keyword), "carried": _table(EditionKeyword)}
        cursor.execute(BELOW.format(**tables, current=current), params)
        return dict(cursor.fetchall())


BELOW = """
WITH RECURSIVE above(keyword, term) AS (
    SELECT id, id FROM {keyword}
    UNION
    SELECT above.keyword, k.parent_id FROM above JOIN {keyword} k ON k.id = above.term
    WHERE k.parent_id IS NOT NULL
)
SELECT above.term, COUNT(DISTINCT carried.edition_id)
FROM above JOIN {carried} carried ON carried.keyword_id = above.keyword
WHERE carried.edition_id IN ({current})
GROUP BY above.term
"""


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _around(keyword: Keyword, above: list[int]) -> Q:
    return Q(parent=keyword) | Q(pk__in=above) | Q(related=keyword)


def _chain(keyword: Keyword, found: dict[int, Any]) -> list[Any]:
    """Broader terms from the top down to the nearest, as far as they are accepted."""
    chain: list[Any] = []
    parent = keyword.parent_id
    while parent in found and found[parent] not in chain:
        chain.insert(0, found[parent])
        parent = found[parent].parent_id
    return chain


def _name(keyword: Any) -> str:
    return str(keyword.label).casefold()
