"""Verbs of preview links: make one, revoke it, open it, write under it. The clock is an argument."""

import secrets
from datetime import datetime, timedelta
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editions.models import Withdrawal
from articles.previews.models import OutsideComment, PreviewLink, PreviewOpening
from articles.revisions.models import Revision
from articles.workflow.mailing import tell
from articles.workflow.models import Transition
from articles.workflow.verbs import log
from articles.writing.models import Article

DAYS = 7
MOST_DAYS = 90
MOST_LINKS = 50
MOST_OPENINGS = 500
LONGEST_TOKEN = 120
# So many comments in so long, from one network and on one link.
EACH_NETWORK = (5, timedelta(minutes=10))
EACH_LINK = (60, timedelta(days=1))

_signer = Signer(salt="articles.previews")


def token_of(link: PreviewLink) -> str:
    """What the address of a link carries: nobody can make one without the site's key."""
    return _signer.sign(f"{link.pk}-{link.key}")


def link_of(token: str) -> PreviewLink | None:
    """The link that a token names, whether or not it is still open; None if the token was not made here."""
    try:
        pk, _dash, key = _signer.unsign(token[:LONGEST_TOKEN]).partition("-")
    except BadSignature:
        return None
    found = PreviewLink.objects.filter(pk=pk, key=key)
    return found.select_related("article__publication", "revision").first()


def closed_because(link: PreviewLink, at: datetime) -> str:
    """Why a link opens nothing any more, for the person who holds it; empty if it does."""
    if link.revoked_at is not None:
        return _("The newsroom has closed this link. Ask the person who sent it for a new one.")
    if link.expires_at <= at:
        return _("This link has expired. Ask the person who sent it for a new one.")
    if link.article.trashed_at is not None:
        return _("The newsroom has put this article away. Ask the person who sent the link.")
    if Withdrawal.objects.in_force(at).filter(article=link.article_id).exists():
        return _("This article was withdrawn. Ask the person who sent the link.")
    return ""


@transaction.atomic
def make_link(
    article: int,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    days: int = DAYS,
    note: str = "",
    revision: int | None = None,
) -> PreviewLink:
    """A link to the working copy, or to one revision of it.

    Raises:
        ValidationError: too long a time, too many links, or no such revision.
    """
    locked = Article.objects.select_for_update(no_key=True).get(pk=article)
    if not 1 <= days <= MOST_DAYS:
        raise ValidationError(_("A link is open for 1 to %(most)d days.") % {"most": MOST_DAYS})
    if PreviewLink.objects.filter(article=locked, revoked_at=None, expires_at__gt=at).count() >= MOST_LINKS:
        raise ValidationError(_("The article has %(n)d open links. Close one first.") % {"n": MOST_LINKS})
    fixed = Revision.objects.filter(article=locked, number=revision).first() if revision else None
    if revision and fixed is None:
        raise ValidationError(_("This article has no revision %(n)d.") % {"n": revision})
    link = PreviewLink.objects.create(
        article=locked,
        revision=fixed,
        key=secrets.token_urlsafe(12),
        note=note.strip()[:200],
        created_at=at,
        created_by_id=by.pk if by else None,
        expires_at=at + timedelta(days=days),
    )
    log(locked, Transition.Verb.SHARE, by=by, at=at, link=link.pk, until=link.expires_at.isoformat())
    return link


@transaction.atomic
def revoke(link: PreviewLink, *, by: AbstractBaseUser | None, at: datetime) -> None:
    """Close a link at once and for good. Doing it twice closes it once."""
    if PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=at):
        log(link.article, Transition.Verb.REVOKE, by=by, at=at, link=link.pk)


@transaction.atomic
def log_opening(link: PreviewLink, *, network: str, agent: str, at: datetime) -> None:
    """One row an opening; the oldest go where there are very many."""
    PreviewOpening.objects.create(link=link, at=at, network=network, agent=agent)
    surplus = link.openings.order_by("-pk").values_list("pk", flat=True)[MOST_OPENINGS:]
    PreviewOpening.objects.filter(pk__in=list(surplus[:50])).delete()


@transaction.atomic
def comment(link: PreviewLink, *, name: str, text: str, network: str, at: datetime) -> OutsideComment:
    """What an outside reader has to say.

    Who made the link is told by mail.

    Raises:
        ValidationError: the link is closed, or there were too many comments in a short time.
    """
    locked = (
        PreviewLink.objects.select_for_update(of=("self",))
        .select_related("article", "created_by")
        .get(pk=link.pk)
    )
    if why := closed_because(locked, at):
        raise ValidationError(why)
    for rows, (most, span) in (
        (locked.comments.filter(network=network), EACH_NETWORK),
        (locked.comments.all(), EACH_LINK),
    ):
        if rows.filter(at__gt=at - span).count() >= most:
            raise ValidationError(
                _("That was a lot of comments in a short time. Wait a little, then send yours.")
            )
    made = OutsideComment.objects.create(
        article=locked.article, link=locked, name=name, text=text, network=network, at=at
    )
    if locked.created_by is not None:
        tell(locked.created_by, locked.article, partial(_told, made), part="outside")
    return made


def _told(comment: OutsideComment) -> tuple[str, str]:
    """Subject and text of the mail to who made the link."""
    facts = {"name": comment.name, "title": comment.article.title}
    return _("%(name)s has written about “%(title)s”") % facts, comment.text


@transaction.atomic
def mark_read(article: int, number: int, *, by: AbstractBaseUser | None, at: datetime) -> None:
    """Somebody of the newsroom has dealt with a comment."""
    unread = OutsideComment.objects.filter(article=article, pk=number, read_at=None)
    unread.update(read_at=at, read_by_id=by.pk if by else None)
