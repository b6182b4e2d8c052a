"""Whoever declared an error of a source is told when a statement ends it: one mail a person and recording."""

from collections import defaultdict
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.dispatch import receiver
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.models import Preference
from articles.striking.mailing import MOST_ARTICLES
from articles.workflow.mailing import one_line
from indicators.signals import vintages_recorded
from indicators.upstream_errors.models import UpstreamError, UpstreamErrorEvent

SEES = "indicators.view_upstreamerror"


@receiver(vintages_recorded, dispatch_uid="articles.striking.declarers")
def tell_declarers(sender: Any, observations: set[int], at: datetime, **news: Any) -> None:
    """Send each their mail once the transaction is through; none without an address, or without the right to see."""
    ended = UpstreamErrorEvent.objects.filter(verb=UpstreamErrorEvent.Verb.GUARD, at=at).values("error")
    closed = UpstreamError.objects.filter(pk__in=ended).exclude(declared_by=None).order_by("closed_on", "pk")
    concerned: dict[Any, list[UpstreamError]] = defaultdict(list)
    for error in closed.select_related("declared_by").with_catalogue():
        # A recording has several batches of the same time; each tells its own.
        if error.observation_id in observations:
            concerned[error.declared_by].append(error)
    for person, errors in concerned.items():
        if person.email and person.is_active and person.has_perm(SEES):
            transaction.on_commit(partial(_send, person, errors), robust=True)


def _send(person: Any, errors: list[UpstreamError]) -> None:
    known = Preference.objects.filter(person=person.pk).values_list("language", flat=True).first()
    with translation.override(known or settings.LANGUAGE_CODE):
        subject = ngettext(
            "A source has changed a figure that you declared to be wrong",
            "Sources have changed %(n)d figures that you declared to be wrong",
            len(errors),
        ) % {"n": len(errors)}
        lines = "\n".join(f"- {_line(each)}" for each in errors[:MOST_ARTICLES])
        closing = _("Your desk lists each until somebody has looked at what the source states now:")
    desk = settings.SITE_ADDRESS + reverse("admin:index")
    EmailMessage(one_line(subject), f"{lines}\n\n{closing}\n{desk}\n", None, [person.email]).send()


def _line(error: Any) -> str:
    series = error.observation.series
    return _("%(label)s, %(area)s, %(period)s (%(source)s): %(outcome)s") % {
        "label": series.indicator.label,
        "area": series.area.label,
        "period": error.observation.period,
        "source": series.source.code,
        "outcome": error.get_outcome_display(),
    }
