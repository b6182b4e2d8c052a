"""The editions of an article in other languages."""

from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.db.models import Q

from articles.editions.models import Edition
from taxonomy.languages import Language

NATIVE = {Language.ENGLISH: "English", Language.URDU: "اردو", Language.CHINESE: "中文"}


def group_of(article_id: int) -> list[int]:
    """Ids of the article and of all its translations, whichever of them is the original.

    A translation of a translation belongs to the same group, on whatever way it was written.
    """
    articles = apps.get_model("articles", "Article").objects
    group = {article_id}
    while True:
        linked = articles.filter(Q(pk__in=group) | Q(translation_of__in=group)).order_by()
        pairs = linked.values_list("pk", "translation_of")
        found = {each for pair in pairs for each in pair if each is not None} | group
        if found == group:
            return sorted(group)
        group = found


def translations_of(edition: Edition) -> list[dict[str, Any]]:
    """Every edition in another language, with the interval in which readers have it: coming ones too.

    The order is by language and time, so that what holds at a moment comes in the order of languages.
    """
    group = [each for each in group_of(edition.article_id) if each != edition.article_id]
    if not group:
        return []
    others = Edition.objects.filter(article__in=group, withdrawn_at=None).exclude(language=edition.language)
    relations = _relations(edition.article_id, group)
    return [
        {
            "language": each.language,
            "url": each.get_absolute_url(),
            "title": each.title,
            "name": NATIVE[Language(each.language)],
            "relation": relations.get(each.article_id, ""),
            "from": _moment(each.published_at),
            "until": _moment(each.superseded_at),
            **({"ends": _moment(each.ends_at)} if each.ends_at else {}),
        }
        for each in others.light().order_by("language", "published_at", "pk")
    ]


def _relations(article_id: int, group: list[int]) -> dict[int, str]:
    """By article: the original of this one, or a translation of it. Those that share its original are neither."""
    articles = apps.get_model("articles", "Article").objects
    sources = dict(articles.filter(pk__in=[article_id, *group]).values_list("pk", "translation_of"))
    made = {pk: "translation" for pk, source in sources.items() if source == article_id}
    return made | {sources[article_id]: "original"} if sources[article_id] else made


def _moment(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None
