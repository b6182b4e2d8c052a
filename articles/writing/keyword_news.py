"""When keywords are merged, working copies carry the one that stays."""

from collections.abc import Mapping
from typing import Any

from articles.writing.models import ArticleKeyword


def carry_the_keyword_that_stays(*, replaced: Mapping[int, int], **news: Any) -> None:
    """Receiver of `keywords_changed`, inside the transaction of the merge. Each keyword once, at its place."""
    for old, new in replaced.items():
        carrying_both = ArticleKeyword.objects.filter(keyword_id=new).values("article")
        rows = ArticleKeyword.objects.filter(keyword_id=old)
        rows.exclude(article__in=carrying_both).update(keyword_id=new)
        ArticleKeyword.objects.filter(keyword_id=old).delete()
