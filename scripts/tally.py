"""How many tests passed, failed and were skipped, read from the report that pytest writes."""

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tally:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def tally_of_report(report: Path) -> Tally:
    """The counts of a JUnit report; errors count as failures, and a report that is missing counts nothing."""
    if not report.exists():
        return Tally()
    total = Tally()
    for suite in ElementTree.parse(report).iter("testsuite"):  # noqa: S314 (written by our own pytest a moment ago)
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        total += Tally(max(0, int(suite.get("tests", 0)) - failed - skipped), failed, skipped)
    return total
