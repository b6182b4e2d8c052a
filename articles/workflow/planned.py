"""What the clock will do to an article: its coming edition's release, and its end date."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.editions.models import Withdrawal
from articles.releases.models import JointRelease
from articles.workflow.permissions import refusal
from articles.writing.models import Article


@dataclass(frozen=True, slots=True)
class Planned:
    """For the banner of the article form.

    Attributes:
        release: the release with which the coming edition goes live.
        ends: the end date with its reason.
        may_end: whether this person may set, move or cancel it.
    """

    release: JointRelease | None
    ends: Withdrawal | None
    may_end: bool


def planned_for(article: Article, user: Any, at: datetime) -> Planned:
    """What is planned for it from now on."""
    bound = JointRelease.objects.filter(items__article=article.pk, published_at__gt=at)
    ends = Withdrawal.objects.planned(at).filter(article=article.pk).first()
    return Planned(bound.first(), ends, not refusal(user, "withdraw", article))
