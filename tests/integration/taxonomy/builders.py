"""Small builders of keywords."""

from typing import Any

from django.utils.text import slugify

from taxonomy.models import Keyword, KeywordLabel


def a_keyword(name: str, **given: Any) -> Keyword:
    return Keyword.objects.create(
        **{"name": name, "slug": slugify(name, allow_unicode=True), "status": "accepted", **given}
    )


def a_label(keyword: Keyword, text: str, language: str = "en", role: str = "alternative") -> KeywordLabel:
    return KeywordLabel.objects.create(keyword=keyword, text=text, language=language, role=role)
