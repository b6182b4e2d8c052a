"""Imports of data that go live with a release: applied at its instant, before its articles are looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.releases.models import LIVE, JointRelease, JointReleaseImport
from articles.workflow.blockers import Problem
from indicators.importing.applying import apply_import, broken_by
from indicators.importing.assembling import plan_of
from indicators.importing.models import DataImport

# Readiness rehearses the import whenever the page is opened: a larger one is applied by itself.
MOST_STATEMENTS = 5000
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class ImportItem:
    """An import of a release."""

    data_import: DataImport

    @property
    def key(self) -> str:
        return f"import-{self.data_import.pk}"

    @property
    def label(self) -> str:
        return str(self.data_import)

    def problems(self, *, by: Any, at: datetime, published_at: datetime) -> list[Problem]:
        if self.data_import.state != DataImport.State.PLANNED:
            told = _("This import is %(state)s; take it out.")
            return [
                Problem(
                    "not-waiting", "error", told % {"state": self.data_import.get_state_display().lower()}
                )
            ]
        if published_at > at:
            told = _("A data import cannot wait for a later time: publish now, or take it out.")
            return [Problem("cannot-wait", "error", told)]
        plan = plan_of(self.data_import)
        if plan.faults:
            return [
                Problem("faults", "error", _("The file has faults: %(first)s") % {"first": plan.faults[0]})
            ]
        if len(plan.changes) > MOST_STATEMENTS:
            told = _("A release takes imports of at most %(n)d statements. Apply this one by itself.")
            return [Problem("too-large", "error", told % {"n": MOST_STATEMENTS})]
        found = [
            Problem("breaks", "warning", each.sentence)
            for each in broken_by(plan, self.data_import, at)[:MOST_NAMED]
        ]
        if n := plan.counts["suspicious"]:
            told = ngettext("%(n)d line deserves a second look.", "%(n)d lines deserve a second look.", n)
            found.append(Problem("suspicious", "warning", told % {"n": n}))
        return found

    def go_live(
        self, *, by: Any, at: datetime, published_at: datetime, seen: int | None, override_reason: str
    ) -> None:
        apply_import(self.data_import, by=by, at=at, confirmed=True)

    def move(self, *, by: Any, at: datetime, published_at: datetime) -> None:
        """Never scheduled: see `problems`."""

    def cancel(self, *, by: Any, at: datetime) -> None:
        """Never scheduled: see `problems`."""


def items(release: JointRelease) -> Iterable[ImportItem]:
    """The imports of a release, in the order of their numbers."""
    rows = release.imports.select_related("data_import__release__source").order_by("data_import")
    return [ImportItem(row.data_import) for row in rows]


def bind(release: JointRelease, imports: Iterable[DataImport], at: datetime) -> None:
    """Put imports into a release.

    Raises:
        ValidationError: one is in another release that is not live yet.
    """
    for each in imports:
        other = JointReleaseImport.objects.filter(data_import=each).select_related("release").first()
        if other is not None and other.release.state(at) != LIVE:
            told = _("“%(file)s” is in the release “%(release)s” already. Take it out there first.")
            raise ValidationError(told % {"file": each.filename, "release": other.release.title})
        JointReleaseImport.objects.filter(data_import=each).delete()
        JointReleaseImport.objects.create(release=release, data_import=each)
