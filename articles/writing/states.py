"""Where an article stands between draft and page, for the people who write it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Length, Replace
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition, Withdrawal
from articles.writing.stages import Stage

DRAFT, SCHEDULED, PUBLISHED, CHANGED, WITHDRAWN = "draft", "scheduled", "published", "changed", "withdrawn"
# While a text is on its way, how far it has come says more than what readers have of it.
STAGES = {stage.value: stage.label for stage in Stage if stage != Stage.DRAFT}
STATES = {
    DRAFT: _("Draft"),
    **STAGES,
    SCHEDULED: _("Scheduled"),
    PUBLISHED: _("Published"),
    CHANGED: _("Changed since"),
    WITHDRAWN: _("Withdrawn"),
}
# The theme's name of each state.
BADGES = {CHANGED: "correcting"}
MARK = "data-observation="


def with_state(articles: QuerySet[Any], at: datetime) -> QuerySet[Any]:
    """Articles with `state`, `live_number` and `scheduled_for`."""
    own = Edition.objects.filter(article=OuterRef("pk"))
    live = Edition.objects.current(at).filter(article=OuterRef("pk"))
    newest = own.order_by("-number")
    same = live.filter(title=OuterRef("title"), standfirst=OuterRef("standfirst"), body=OuterRef("body"))
    withdrawn = Withdrawal.objects.in_force(at).filter(article=OuterRef("pk"))
    return articles.annotate(
        live_number=Subquery(live.values("number")[:1]),
        scheduled_for=Subquery(newest.filter(published_at__gt=at).values("published_at")[:1]),
        state=Case(
            When(~Q(stage=Stage.DRAFT), then=F("stage")),
            When(Exists(withdrawn), then=Value(WITHDRAWN)),
            When(scheduled_for__isnull=False, then=Value(SCHEDULED)),
            When(live_number=None, then=Value(DRAFT)),
            When(Exists(same), then=Value(PUBLISHED)),
            default=Value(CHANGED),
        ),
    )


def with_marks(articles: QuerySet[Any]) -> QuerySet[Any]:
    """Articles with `marks`: how many figures the text carries. Reads every text, so only for the rows of a page."""
    return articles.annotate(
        marks=(Length("body") - Length(Replace("body", Value(MARK), Value("")))) / len(MARK)
    )


def state_of(article: Any, at: datetime) -> Any:
    """One article with the columns of `with_state`."""
    return with_state(type(article).objects.filter(pk=article.pk), at).defer("body").get()


def in_states(articles: QuerySet[Any], wanted: Collection[str], at: datetime) -> QuerySet[Any]:
    """Only the articles in one of these states, as `with_state` tells it. No text is read where none has to be."""
    own = Edition.objects.filter(article=OuterRef("pk"))
    live, coming = own.current(at), own.filter(published_at__gt=at)
    withdrawn = Q(Exists(Withdrawal.objects.in_force(at).filter(article=OuterRef("pk"))))
    same = live.filter(title=OuterRef("title"), standfirst=OuterRef("standfirst"), body=OuterRef("body"))
    settled = ~withdrawn & ~Q(Exists(coming))
    public = settled & Q(Exists(live))
    meant = {
        WITHDRAWN: withdrawn,
        SCHEDULED: ~withdrawn & Q(Exists(coming)),
        DRAFT: settled & ~Q(Exists(live)),
        PUBLISHED: public & Q(Exists(same)),
        CHANGED: public & ~Q(Exists(same)),
    }
    if {PUBLISHED, CHANGED} <= set(wanted):
        meant |= {PUBLISHED: public, CHANGED: public}
    found = Q(stage__in=[each for each in wanted if each in STAGES])
    for each in wanted:
        found |= Q(stage=Stage.DRAFT) & meant[each] if each in meant else Q()
    return articles.filter(found)
