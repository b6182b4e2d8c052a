"""Compose the front page, go back to a former one, cancel a coming one: each one transaction and one row of the log."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.front_page.models import (
    LEAD,
    MOST_FIGURES,
    MOST_PICKS,
    FrontPage,
    FrontPageArticle,
    FrontPageEvent,
    FrontPageFigure,
)
from indicators.observations.models import Observation


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an editor puts on the page, by ids. Nothing at all: the page composes itself."""

    lead: int | None = None
    picks: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()

    @property
    def articles(self) -> list[int]:
        return [*([self.lead] if self.lead else []), *self.picks]


@transaction.atomic
def compose(
    language: str,
    chosen: Chosen,
    *,
    by: Any,
    at: datetime,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    seen: int | None = None,
) -> FrontPage:
    """Put these on the front page of a language, from a moment on, and until another one if it is given.

    Args:
        starts_at: now, unless told otherwise.
        seen: the id of the newest composition that the editor knew of; None where there was none.

    Raises:
        ValidationError: with the code "stale" where somebody else has composed the page since; else with a sentence
            about what was chosen or about the times.
    """
    _refuse_stale(language, seen)
    starts = max(starts_at or at, at)
    if starts_at and starts_at < at:
        raise ValidationError(_("The front page can only be composed from now on."), code="past")
    if ends_at and ends_at <= starts:
        raise ValidationError(_("It has to end after it starts."), code="ends-first")
    _refuse_unfit(chosen)
    made = FrontPage.objects.create(
        language=language, starts_at=starts, ends_at=ends_at, composed_at=at, composed_by=by
    )
    _put(chosen, made)
    _log(made, FrontPageEvent.Verb.COMPOSE, by, at, asdict(chosen))
    return made


@transaction.atomic
def restore(former: FrontPage, *, by: Any, at: datetime, seen: int | None) -> FrontPage:
    """Put what stood on the front page once there again, from now on and until it is composed anew.

    What readers do not have any more is left out, as it would be on the page.

    Args:
        seen: the id of the newest composition that the editor knew of.

    Raises:
        ValidationError: with the code "stale" where somebody else has composed the page since; it stands on the page
            now; it never stood there.
    """
    _refuse_stale(former.language, seen)
    stood = FrontPage.objects.of(former.language).stood(at)
    if not stood.filter(pk=former.pk).exists():
        raise ValidationError(_("It has not been on the front page."), code="never-stood")
    if stood.in_force(at).values_list("pk", flat=True).first() == former.pk:
        raise ValidationError(_("It is on the front page now."), code="in-force")
    chosen = _without_what_is_gone(chosen_in(former))
    made = FrontPage.objects.create(language=former.language, starts_at=at, composed_at=at, composed_by=by)
    _put(chosen, made)
    _log(made, FrontPageEvent.Verb.COMPOSE, by, at, {**asdict(chosen), "again": former.pk})
    return made


@transaction.atomic
def cancel(front_page: FrontPage, *, by: Any, at: datetime) -> None:
    """Take back what is composed for later.

    Raises:
        ValidationError: its time has come, or it has been cancelled.
    """
    locked = FrontPage.objects.select_for_update().get(pk=front_page.pk)
    if locked.cancelled_at is not None:
        raise ValidationError(_("It has been cancelled already."), code="cancelled")
    if locked.starts_at <= at:
        raise ValidationError(_("Readers have seen it. Compose the page anew instead."), code="seen")
    FrontPage.objects.filter(pk=locked.pk).update(cancelled_at=at)
    _log(locked, FrontPageEvent.Verb.CANCEL, by, at, {})


def chosen_in(front_page: FrontPage) -> Chosen:
    """What a composition holds. Two queries."""
    articles = FrontPageArticle.objects.filter(front_page=front_page).values_list("position", "article")
    figures = FrontPageFigure.objects.filter(front_page=front_page).values_list("observation", flat=True)
    places = dict(articles)
    picks = tuple(article for place, article in places.items() if place != LEAD)
    return Chosen(places.get(LEAD), picks, tuple(figures))


def newest_of(language: str) -> int | None:
    """The composition that was added last, whether or not its time has come."""
    found: int | None = FrontPage.objects.of(language).order_by("-pk").values_list("pk", flat=True).first()
    return found


def _refuse_stale(language: str, seen: int | None) -> None:
    # Whoever comes second waits for the newest row, and then finds that there is a newer one.
    list(FrontPage.objects.of(language).order_by("-pk").select_for_update()[:1])
    if newest_of(language) != seen:
        told = _("Somebody else has composed the front page meanwhile. Open it, then send yours again.")
        raise ValidationError(told, code="stale")


def _refuse_unfit(chosen: Chosen) -> None:
    articles = chosen.articles
    if len(set(articles)) < len(articles) or len(set(chosen.figures)) < len(chosen.figures):
        raise ValidationError(_("Each article and each figure stands on the page once."), code="twice")
    if len(chosen.picks) > MOST_PICKS:
        raise ValidationError(_("Choose %(n)d picks at most.") % {"n": MOST_PICKS}, code="too-many")
    if len(chosen.figures) > MOST_FIGURES:
        raise ValidationError(_("Choose %(n)d figures at most.") % {"n": MOST_FIGURES}, code="too-many")
    if len(_standing(articles)) < len(articles):
        raise ValidationError(
            _("An article is not public and not scheduled any more. Take it out."), code="unknown-article"
        )
    if Observation.objects.filter(pk__in=chosen.figures).count() < len(chosen.figures):
        raise ValidationError(_("A figure does not exist any more. Take it out."), code="unknown-figure")


def _without_what_is_gone(chosen: Chosen) -> Chosen:
    known = _standing(chosen.articles)
    lead = chosen.lead if chosen.lead in known else None
    return replace(chosen, lead=lead, picks=tuple(pk for pk in chosen.picks if pk in known))


def _standing(articles: list[int]) -> set[int]:
    """Those of the articles that are public or scheduled."""
    known = Edition.objects.filter(article__in=articles, withdrawn_at=None)
    return set(known.values_list("article", flat=True))


def _put(chosen: Chosen, on: FrontPage) -> None:
    first = LEAD if chosen.lead else LEAD + 1
    FrontPageArticle.objects.bulk_create(
        FrontPageArticle(front_page=on, article_id=article, position=place)
        for place, article in enumerate(chosen.articles, first)
    )
    FrontPageFigure.objects.bulk_create(
        FrontPageFigure(front_page=on, observation_id=observation, position=place)
        for place, observation in enumerate(chosen.figures)
    )


def _log(front_page: FrontPage, verb: str, by: Any, at: datetime, detail: dict[str, Any]) -> None:
    FrontPageEvent.objects.create(front_page=front_page, verb=verb, by=by, at=at, detail=detail)
