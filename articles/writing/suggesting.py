"""Keywords that a text names and its article does not carry yet."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from taxonomy.models import Keyword, KeywordLabel, Status
from taxonomy.spotting import Label, spot

MOST = 20


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A keyword to be ticked, with the label that occurs and how often."""

    keyword: Keyword
    label: str
    times: int


def suggestions(text: str, carried: Collection[int]) -> list[Suggestion]:
    """At most `MOST` keywords in use, the most frequent first. Three queries."""
    spotted = [each for each in spot(text, _labels()) if each.keyword not in carried][:MOST]
    keywords = Keyword.objects.in_bulk([each.keyword for each in spotted])
    return [
        Suggestion(keywords[each.keyword], each.label, each.times)
        for each in spotted
        if each.keyword in keywords
    ]


def _labels() -> Iterator[Label]:
    used = Keyword.objects.exclude(status=Status.DEPRECATED).order_by()
    for row in used.values_list("folded", "name", "pk").iterator(chunk_size=2000):
        yield Label(*row)
    labels = KeywordLabel.objects.exclude(keyword__status=Status.DEPRECATED).order_by()
    for row in labels.values_list("folded", "text", "keyword_id").iterator(chunk_size=2000):
        yield Label(*row)
