"""`manage.py check --database default` tells which daily jobs do not run; so does `migrate`."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError
from django.utils import timezone

from articles.upkeep.undone import undone


@register(Tags.database)
def daily_jobs_run(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """One warning, whatever number of jobs does not run."""
    try:
        found = undone(timezone.now()) if databases else []
    except DatabaseError:  # It is migrated first, and then has nothing that is overdue.
        return []
    if not found:
        return []
    told = " ".join(f"{each.command}: {each.words}" for each in found)
    return [
        Warning(
            f"Daily jobs have not run. {told}",
            hint="“Daily jobs” in docs/operator.md says how to set them up.",
            id="articles.W001",
        )
    ]
