"""An error that we declared of a source, as the judges see it. Pure: no Django."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from articles.figures.judging import StatedValue


@dataclass(frozen=True, slots=True)
class DeclaredError:
    """From `declared_on` until `closed_on` we hold the source's statement to be wrong, and `right` to be right.

    `right` is written like a statement of the source. When the source states something else, the declaration is
    closed from the day of that statement on, so that the newest statement of a day in between is the one meant.
    """

    right: StatedValue
    reason: str
    declared_on: date
    closed_on: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether it held at the end of that day."""
        return self.declared_on <= day and (self.closed_on is None or day < self.closed_on)


def error_on(day: date, errors: Iterable[DeclaredError]) -> DeclaredError | None:
    """The one that held on a day: at most one is open at a time."""
    return next((error for error in errors if error.in_force(day)), None)
