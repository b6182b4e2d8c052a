"""A withdrawn article leaves the release with which it was to go live: taking back must never have to wait."""

from datetime import datetime
from typing import Any

from articles.releases.models import JointRelease, JointReleaseItem, ReleaseEvent
from articles.writing.models import Article


def lock_coming_releases(article: Article, at: datetime) -> list[JointRelease]:
    """The scheduled releases that hold this article, locked before the article is: everybody locks in this order."""
    rows = JointReleaseItem.objects.filter(article=article.pk, release__published_at__gt=at)
    held = JointRelease.objects.select_for_update().filter(pk__in=rows.values("release"))
    return list(held.order_by("pk"))


def leave(releases: list[JointRelease], article: Article, *, by: Any, at: datetime) -> None:
    """Take the article out of these releases, and log it there. The caller is in a transaction and has locked them."""
    for release in releases:
        release.items.filter(article=article).delete()
        detail = {"taken_out": article.pk, "because": "withdrawn"}
        ReleaseEvent.objects.create(
            release=release, verb=ReleaseEvent.Verb.CHANGE, at=at, by_id=by.pk if by else None, detail=detail
        )
