"""Who may do what to which article, in which stage. Every address and every verb asks here."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.workflow.transitions import RULES, Rule
from articles.writing.models import Article
from articles.writing.querysets import SEE_ALL
from articles.writing.stages import Stage


def refusal(user: Any, verb: str, article: Article) -> str:
    """Why this person may not do this to this article now; "" if they may.

    Raises:
        KeyError: there is no such verb.
    """
    if denied := refusal_of_verb(user, verb):
        return denied
    if not concerns(user, article):
        return _("This is another person's article. Ask an editor to assign it to you.")
    return refusal_of_state(verb, article)


def refusal_of_verb(user: Any, verb: str) -> str:
    """Why this person may not do this to any article; "" if they may do it to some."""
    rule = RULES[verb]
    return "" if user.is_active and user.has_perm(rule.permission) else str(rule.denied)


def concerns(user: Any, article: Article) -> bool:
    """Whether the article is this person's business: begun by them, assigned to them, or they are an editor."""
    own = user.pk is not None and user.pk in {article.created_by_id, article.assigned_to_id}
    return user.has_perm("articles.view_article") and (own or user.has_perm(SEE_ALL))


def refusal_of_state(verb: str, article: Article) -> str:
    """Why nobody can do this to the article as it stands; "" if the stage allows it."""
    if verb == "delete":
        return _("Articles are not deleted. Put it in the trash; it can be restored for 30 days.")
    if (verb == "restore") != (article.trashed_at is not None):
        return _in_trash(article) if article.trashed_at else _("This article is not in the trash.")
    rule = RULES[verb]
    return _wrong_stage(rule, article) if rule.stages and article.stage not in rule.stages else ""


def _in_trash(article: Article) -> str:
    day = timezone.localtime(article.trashed_at).strftime("%Y-%m-%d")
    return _("This article has been in the trash since %(day)s. Restore it first.") % {"day": day}


def _wrong_stage(rule: Rule, article: Article) -> str:
    if article.stage == Stage.IN_REVIEW:
        if article.assigned_to is None:
            return _("This article is in review. Ask an editor to approve it.")
        told = _("This article is in review by %(person)s. Ask an editor to approve it.")
        return told % {"person": article.assigned_to}
    if article.stage == Stage.APPROVED:
        return _("This article is approved. An editor publishes it, or asks for changes.")
    if article.stage == Stage.CHANGES_REQUESTED:
        return _("Changes were requested. Make them, then submit the article for review again.")
    if rule.to == Stage.DRAFT:
        return _("This article is a draft already.")
    return _("This article is a draft. Submit it for review first.")


def article_for(user: Any, verb: str, pk: int) -> Article:
    """The article, for somebody who may do this to it now.

    Raises:
        Http404: there is none that concerns this person: what is foreign does not show that it exists.
        PermissionDenied: with the sentence that says why not.
    """
    if denied := refusal_of_verb(user, verb):
        raise PermissionDenied(denied)
    article = Article.objects.known_to(user).filter(pk=pk).first()
    if article is None:
        raise Http404
    if why := refusal(user, verb, article):
        raise PermissionDenied(why)
    found: Article = article
    return found
