"""One mail a person and recording, however many figures and articles it is about."""

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
from articles.desk.stale import Stale, StaleEdition, stale_figures
from articles.editions.models import Edition
from articles.editions.signals import figures_struck
from articles.workflow.mailing import one_line
from articles.workflow.permissions import refusal
from indicators.observations.querysets import day_of

# More than a person reads; the desk has them all.
MOST_ARTICLES = 20


@receiver(figures_struck, dispatch_uid="articles.striking.mailing")
def tell_owners(sender: Any, figures: set[tuple[int, int]], at: datetime, **news: Any) -> None:
    """Send each owner of a struck article one mail once the transaction is through; none without an address."""
    struck = _struck(figures, at)
    people, concerned = {}, defaultdict(list)
    for each in struck:
        for person in _owners(each.edition.article):
            people[person.pk] = person
            concerned[person.pk].append(each)
    for key, editions in concerned.items():
        # A mail that cannot be sent is logged; what was recorded stays recorded.
        transaction.on_commit(partial(_send, people[key], editions), robust=True)


def _struck(figures: set[tuple[int, int]], at: datetime) -> list[StaleEdition]:
    chosen = Edition.objects.filter(pk__in={edition for edition, _n in figures})
    people = ("article__created_by", "article__assigned_to")
    found = []
    for edition in chosen.select_related(*people).defer("body", "page_html", "head_html").order_by("pk"):
        stale = [each for each in stale_figures(edition, day_of(at)) if (edition.pk, each.n) in figures]
        if stale:
            found.append(StaleEdition(edition, stale))
    return found


def _owners(article: Any) -> list[Any]:
    both = {person.pk: person for person in (article.created_by, article.assigned_to) if person}
    return [
        person
        for person in both.values()
        if person.email and person.is_active and not refusal(person, "view", article)
    ]


def _send(person: Any, struck: list[StaleEdition]) -> None:
    known = Preference.objects.filter(person=person.pk).values_list("language", flat=True).first()
    with translation.override(known or settings.LANGUAGE_CODE):
        count = sum(len(each.figures) for each in struck)
        subject = ngettext(
            "%(n)d figure in your articles is no longer true",
            "%(n)d figures in your articles are no longer true",
            count,
        ) % {"n": count}
        text = "\n\n".join(_article(each) for each in struck[:MOST_ARTICLES])
        desk = settings.SITE_ADDRESS + reverse("admin:index")
        closing = _("Readers already see “revised since”. To write the correction, go to your desk:")
    EmailMessage(one_line(subject), f"{text}\n\n{closing}\n{desk}\n", None, [person.email]).send()


def _article(struck: StaleEdition) -> str:
    return "\n".join([struck.edition.title, *(f"- {_figure(each)}" for each in struck.figures)])


def _figure(stale: Stale) -> str:
    said = _("%(label)s: we print %(printed)s; %(source)s states %(now)s since %(day)s")
    return said % {
        "label": stale.label,
        "printed": stale.printed,
        "source": stale.source,
        "now": stale.now,
        "day": stale.stated_on,
    }
