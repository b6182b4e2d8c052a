"""Make the article of a clipping: one transaction, one row of the log."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.citations.models import Agent, Publication
from articles.intake.body import body_of
from articles.intake.deciding import NEW, accepted_by_block
from articles.intake.models import Clipping
from articles.intake.newcomers import state_newcomers
from articles.intake.receiving import FIELDS, same_name
from articles.revisions.saving import save_revision
from articles.workflow.models import Transition
from articles.workflow.verbs import log
from articles.writing.addresses import free_slug
from articles.writing.models import Article, Contribution
from articles.writing.tagging import MOST_KEYWORDS, tag
from indicators.observations.models import Observation

MOST_AUTHORS = 30


@transaction.atomic
def decide(
    clipping: Clipping,
    decisions: Mapping[str, Any],
    fields: Mapping[str, Any] | None = None,
    *,
    beneath: Mapping[str, Any] | None = None,
) -> None:
    """Keep decisions and corrected fields.

    Args:
        decisions: all of them; with `beneath` only the new ones, and what was decided before stays.
        beneath: decisions for figures of which nothing was decided.

    Raises:
        ValidationError: the article is made already, or an observation that is named does not exist.
    """
    locked = Clipping.objects.select_for_update().get(pk=clipping.pk)
    if locked.article_id:
        raise ValidationError(_("The article of this clipping is made already."))
    if beneath is not None:
        decisions = {**beneath, **locked.decisions, **decisions}
    named = {each["reference"] for each in decisions.values() if "reference" in each}
    if unknown := sorted(named - _existing(named)):
        raise ValidationError(
            _("There is no observation %(reference)s. Write it as SERIES:PERIOD."),
            params={"reference": unknown[0]},
        )
    locked.decisions = clipping.decisions = dict(decisions)
    locked.fields = clipping.fields = {**locked.fields, **(fields or {})}
    locked.title = clipping.title = str(clipping.fields["title"])[:300]
    locked.save(update_fields=["decisions", "fields", "title"])


def _existing(references: set[str]) -> set[str]:
    found = set()
    for reference in references:
        code, _colon, period = reference.rpartition(":")
        if Observation.objects.filter(series__code=code, period=period).exists():
            found.add(reference)
    return found


@transaction.atomic
def take_in(clipping: Clipping, *, by: Any, at: datetime) -> Article:
    """The working copy: title, standfirst, text with its accepted figures, authors, citation, keywords.

    Raises:
        ValidationError: it is made already, has no title, or something in it cannot be stored. Nothing is stored.
    """
    locked = Clipping.objects.select_for_update().get(pk=clipping.pk)
    if locked.article_id:
        raise ValidationError(_("The article of this clipping is made already."))
    fields = locked.fields
    if not fields["title"].strip():
        raise ValidationError(_("Give the article a title."))
    publication = _publication(fields["publication"])
    if any(each.get("verb") == NEW for each in locked.decisions.values()):
        state_newcomers(locked, publication, by=by, at=at)
    article = Article(
        **{name: fields[name] for name in FIELDS if name != "publication"},
        slug=free_slug(fields["title"]),
        language=fields["language"],
        body=body_of(locked.blocks, accepted_by_block(locked)),
        publication=publication,
        created_by=by,
    )
    article.full_clean(exclude=["created_by"])
    article.save()
    for position, name in enumerate(dict.fromkeys(fields["authors"][:MOST_AUTHORS])):
        Contribution.objects.create(article=article, agent=_agent(name), position=position)
    tag(
        article,
        fields["keywords"][:MOST_KEYWORDS],
        choices=dict.fromkeys(fields["keywords"], "create"),
        by=by,
        at=at,
    )
    save_revision(article, by=by, at=at)
    log(article, Transition.Verb.BEGIN, by=by, at=at, clipping=locked.pk)
    locked.article = clipping.article = article
    clipping.decisions = locked.decisions
    locked.save(update_fields=["article", "decisions"])
    return article


def _publication(title: str) -> Publication | None:
    if not title.strip():
        return None
    alike = Publication.objects.filter(title__iexact=title.strip()).order_by("pk").first()
    if alike is not None:
        return alike
    found = next((each for each in Publication.objects.order_by("pk") if same_name(each.title, title)), None)
    return found or Publication.objects.create(title=title.strip()[:200], slug=_free(Publication, title, 80))


def _agent(name: str) -> Agent:
    alike = Agent.objects.filter(name__iexact=name.strip()).order_by("pk").first()
    if alike is not None:
        return alike
    given, _blank, family = name.strip().rpartition(" ")
    return Agent.objects.create(
        name=name.strip()[:200], slug=_free(Agent, name, 120), family=family[:120], given=given[:120]
    )


def _free(model: Any, name: str, longest: int) -> str:
    start = slugify(name)[: longest - 8] or "name"
    taken = set(model.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    return (
        start
        if start not in taken
        else next(s for n in range(2, len(taken) + 3) if (s := f"{start}-{n}") not in taken)
    )
