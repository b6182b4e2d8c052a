"""Saving a working copy: the version moves on, a snapshot is kept, a stale save is refused."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.revisions.models import Revision
from articles.writing.models import Article

FIELDS = (
    "slug", "language", "title", "standfirst", "body", "issued", "section", "page", "url", "rights",
    "permission_note", "printed_citation", "lead_alternative",
)  # fmt: skip


class StaleSave(Exception):
    """Somebody saved a newer version meanwhile. Carries the stored snapshot, so that nothing is lost."""

    def __init__(self, stored: dict[str, Any], version: int) -> None:
        super().__init__(f"version {version} is stored")
        self.stored, self.version = stored, version


def snapshot_of(article: Article) -> dict[str, Any]:
    """A working copy as plain data: its columns, keywords and contributions in order."""
    return {
        **{name: getattr(article, name) for name in FIELDS},
        "publication": article.publication.slug if article.publication else None,
        "lead_image": article.lead_image.slug if article.lead_image else None,
        "translation_of": article.translation_of.slug if article.translation_of else None,
        "keywords": [row.keyword.slug for row in article.keyword_rows.select_related("keyword")],
        "contributions": [
            {"agent": row.agent.slug, "role": row.role}
            for row in article.contributions.select_related("agent")
        ],
    }


@transaction.atomic
def claim_version(article: Article, *, expected: int) -> None:
    """Move the version on, if it still is the expected one.

    Raises:
        StaleSave: another save came first; nothing is written.
    """
    moved = Article.objects.filter(pk=article.pk, version=expected).update(version=expected + 1)
    if not moved:
        stored = Article.objects.get(pk=article.pk)
        raise StaleSave(snapshot_of(stored), stored.version)
    article.version = expected + 1


@transaction.atomic
def save_revision(article: Article, *, by: AbstractBaseUser | None, at: datetime) -> Revision:
    """Keep a snapshot of the stored working copy under its present version. Saving twice keeps one."""
    stored = Article.objects.select_related("publication", "translation_of", "lead_image").get(pk=article.pk)
    revision, _made = Revision.objects.update_or_create(
        article=stored,
        version=stored.version,
        defaults={"saved_at": at, "saved_by_id": by.pk if by else None, "snapshot": snapshot_of(stored)},
    )
    return revision
