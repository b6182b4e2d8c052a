"""From when until when the editions of an article stand: what every verb that changes an interval keeps right.

Whoever calls these is in a transaction and has locked the article.
"""

from datetime import datetime

from articles.editions.compile import recompile_edition
from articles.editions.models import Edition, Withdrawal
from articles.editions.siblings import group_of
from articles.writing.models import Article


def close_last(article: Article, when: datetime) -> int:
    """Close the open edition and return the highest number so far."""
    last = Edition.objects.filter(article=article.pk).order_by("-number").first()
    if last is None:
        return 0
    # Later than that: the article has an end date, which the new edition takes over.
    if last.superseded_at is None or last.superseded_at > when:
        Edition.objects.filter(pk=last.pk).update(superseded_at=when)
    return int(last.number)


def keep_end_date(article_id: int, at: datetime) -> None:
    """Close the newest edition at the article's end date, if one is planned, and mark every edition with it.

    To be called whenever an interval has changed: the translations keep these intervals too.
    """
    planned = Withdrawal.objects.planned(at).filter(article=article_id).first()
    editions = Edition.objects.filter(article=article_id)
    editions.filter(superseded_at=None).update(superseded_at=planned.at if planned else None)
    editions.update(ends_at=planned.at if planned else None)
    recompile_translations(article_id, at)


def lift_withdrawal(article: Article, at: datetime) -> None:
    """What was withdrawn is published anew: its earlier editions have their addresses again."""
    if Withdrawal.objects.in_force(at).filter(article=article).update(lifted_at=at):
        Edition.objects.filter(article=article.pk).update(withdrawn_at=None, ends_at=None)


def recompile_translations(article_id: int, at: datetime) -> None:
    """Every edition, not only the current one: each has an address of its own, and names its translations."""
    group = [each for each in group_of(article_id) if each != article_id]
    for sibling in Edition.objects.filter(article__in=group, withdrawn_at=None).order_by("pk"):
        recompile_edition(sibling, at=at)
