"""What a merge will change, counted by type before it happens."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from taxonomy.carrying import carriers
from taxonomy.merging import labels_to_come
from taxonomy.models import Keyword, KeywordAlias


@dataclass(frozen=True, slots=True)
class Effect:
    """One type of thing that changes: how many move, and how many of them have the other keyword already."""

    label: Any
    moving: int
    already: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """A merge that has not happened: what moves, and which labels are gained or kept."""

    keyword: Keyword
    effects: list[Effect]
    gained: list[str]
    known: list[str]


def preview(keyword: Keyword, into: Keyword | None) -> Preview:
    """What merging a keyword changes; without `into`, what carries it now. A fixed number of queries."""
    effects = [_carried(carrier, keyword, into) for carrier in carriers()]
    children = Keyword.objects.filter(parent=keyword)
    related, matches = keyword.related.all(), keyword.matches.all()
    same_related = same_matches = 0
    if into is not None:
        children = children.exclude(pk=into.pk)
        same_related = related.filter(pk__in=[into.pk, *into.related.values_list("pk", flat=True)]).count()
        same_matches = matches.filter(uri__in=into.matches.values("uri")).count()
    effects += [
        Effect(_("narrower terms"), children.count()),
        Effect(_("related terms"), related.count(), same_related),
        Effect(_("outside matches"), matches.count(), same_matches),
        Effect(_("former addresses"), KeywordAlias.objects.filter(keyword=keyword).count() + 1),
    ]
    texts = [keyword.name, *keyword.labels.values_list("text", flat=True)]
    gained = [label.text for label in labels_to_come(keyword, into)] if into else texts
    return Preview(keyword, effects, gained, [text for text in texts if text not in gained])


def _carried(carrier: Any, keyword: Keyword, into: Keyword | None) -> Effect:
    already = carrier.carrying_both(keyword.pk, into.pk).count() if into else 0
    return Effect(carrier.label, carrier.carrying(keyword.pk).count(), already)
