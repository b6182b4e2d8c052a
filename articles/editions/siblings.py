"""The current editions of an article in other languages."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Q

from articles.editions.models import Edition
from taxonomy.languages import Language

NATIVE = {Language.ENGLISH: "English", Language.URDU: "اردو", Language.CHINESE: "中文"}


def group_of(article_id: int) -> list[int]:
    """Ids of the article and of all its translations, whichever of them is the original."""
    article = apps.get_model("articles", "Article")
    root = article.objects.values_list("translation_of", flat=True).get(pk=article_id) or article_id
    return list(article.objects.filter(Q(pk=root) | Q(translation_of=root)).values_list("pk", flat=True))


def current_translations(edition: Edition, *, at: datetime) -> list[dict[str, Any]]:
    """Language, address, title and native name of each other language's current edition."""
    others = Edition.objects.current(at).filter(article__in=group_of(edition.article_id))
    others = others.exclude(article=edition.article_id).exclude(language=edition.language)
    return [
        {
            "language": each.language,
            "url": each.get_absolute_url(),
            "title": each.title,
            "name": NATIVE[Language(each.language)],
        }
        for each in others.light().order_by("language")
    ]
