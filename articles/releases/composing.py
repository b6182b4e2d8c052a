"""What an article brings into a release: its row, with kind and public note as they were prepared."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.releases.models import LIVE, JointRelease, JointReleaseItem
from articles.workflow.models import NextEdition
from articles.workflow.proposing import proposed_note
from articles.workflow.reader_changes import reader_changes
from articles.writing.models import Article

MOST_ITEMS = 200


def bring_in(release: JointRelease, articles: Sequence[Article], at: datetime) -> None:
    """Rows for these articles, after those that are there. The caller is in a transaction.

    Raises:
        ValidationError: too many articles, or one that is in another release that is not live yet.
    """
    held = release.items.aggregate(last=Max("position"))["last"]
    first = 0 if held is None else held + 1
    if release.items.count() + len(articles) > MOST_ITEMS:
        raise ValidationError(_("A release holds at most %(n)d articles.") % {"n": MOST_ITEMS})
    _refuse_bound_elsewhere(articles, at)
    prepared = NextEdition.objects.in_bulk([each.pk for each in articles])
    live = {each.article_id: each for each in Edition.objects.current(at).filter(article__in=articles)}
    public = set(Edition.objects.filter(article__in=articles).values_list("article_id", flat=True))
    JointReleaseItem.objects.bulk_create(
        JointReleaseItem(
            release=release,
            article=article,
            kind=_kind(article, prepared, public),
            public_note=_note(article, prepared, public, live.get(article.pk), at),
            position=position,
        )
        for position, article in enumerate(articles, first)
    )


def _kind(article: Article, prepared: Mapping[int, NextEdition], public: set[int]) -> str:
    if article.pk not in public:
        return Edition.Kind.FIRST
    return prepared[article.pk].kind if article.pk in prepared else Edition.Kind.UPDATE


def _note(
    article: Article,
    prepared: Mapping[int, NextEdition],
    public: set[int],
    live: Edition | None,
    at: datetime,
) -> str:
    """What was prepared, else a note proposed from what changes."""
    if article.pk not in public:
        return ""
    if article.pk in prepared:
        return prepared[article.pk].public_note
    proposed = proposed_note(reader_changes(live, article, at=at), article.language) if live else ""
    return proposed or _("The text was updated.")


def _refuse_bound_elsewhere(articles: Sequence[Article], at: datetime) -> None:
    bound = JointReleaseItem.objects.filter(article__in=articles).select_related("release", "article")
    for row in bound:
        if row.release.state(at) != LIVE:
            told = _("“%(article)s” is in the release “%(release)s” already. Take it out there first.")
            raise ValidationError(told % {"article": row.article.title, "release": row.release.title})
