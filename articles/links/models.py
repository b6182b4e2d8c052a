"""Links that our editions carry to elsewhere, and what was last seen at their end."""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

AGAIN = {"ok": timedelta(days=14), "refused": timedelta(days=90)}
FIRST_RETRY = timedelta(hours=12)
LONGEST_RETRY = timedelta(days=14)
# So often in a row without an answer, and the link counts as broken.
MOST_SILENCES = 4


class OutgoingLinkQuerySet(models.QuerySet[Any]):
    def printed(self, at: datetime) -> Self:
        """Links that a current edition carries."""
        editions = Q(editions__published_at__lte=at, editions__withdrawn_at=None)
        open_ones = Q(editions__superseded_at=None) | Q(editions__superseded_at__gt=at)
        return self.filter(editions & open_ones).distinct()

    def broken(self, at: datetime) -> Self:
        """Links of current editions that readers follow in vain, the longest first."""
        return self.printed(at).filter(state=OutgoingLink.State.BROKEN).order_by("since", "pk")

    def due(self, at: datetime) -> Self:
        """Links of current editions whose turn it is, those that were never asked first."""
        return self.printed(at).filter(Q(next_at=None) | Q(next_at__lte=at)).order_by("checked_at", "pk")


class OutgoingLink(models.Model):
    """One address outside, and its state since when."""

    class State(models.TextChoices):
        UNCHECKED = "unchecked", _("Not checked yet")
        OK = "ok", _("Answers")
        BROKEN = "broken", _("Broken")
        REFUSED = "refused", _("Not checked: leads to where we do not ask")
        UNKNOWN = "unknown", _("No clear answer")

    url = models.CharField(_("address"), max_length=2000, unique=True)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.UNCHECKED)
    since = models.DateTimeField(_("since"), null=True, blank=True)
    status = models.PositiveSmallIntegerField(_("HTTP status"), default=0)
    note = models.CharField(_("note"), max_length=80, blank=True)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    next_at = models.DateTimeField(_("next check"), null=True, blank=True, db_index=True)
    editions = models.ManyToManyField("articles.Edition", related_name="outgoing_links")

    objects: ClassVar[Any] = OutgoingLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing link")
        verbose_name_plural = _("outgoing links")
        ordering = ["url"]
        indexes = [models.Index(fields=["state", "since"], name="outgoing_link_by_state")]

    def __str__(self) -> str:
        return self.url

    def take_note(self, state: str, *, status: int, note: str, at: datetime) -> None:
        """Remember an answer, and when to ask again: later each time that it fails. Does not save."""
        failed = state in {self.State.BROKEN, self.State.UNKNOWN}
        self.failures = min(self.failures + 1, 1000) if failed else 0
        if state == self.State.UNKNOWN and self.failures >= MOST_SILENCES and not status:
            state = self.State.BROKEN
        if state != self.state:
            self.state, self.since = state, at
        self.status, self.note, self.checked_at = status, note[:80], at
        wait = min(FIRST_RETRY * 2 ** min(self.failures - 1, 6), LONGEST_RETRY) if failed else AGAIN[state]
        self.next_at = at + wait
