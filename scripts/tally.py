"""How many tests passed, failed and were skipped, read from the report that pytest writes."""

import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

PASSED, SKIPPED, FAILED = range(3)  # The worse, the greater.


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
    """The counts of a JUnit report; errors count as failures, and a report that is missing counts nothing.

    A test that failed, and whose fixtures then found fault as well, is told twice and is one failure.
    """
    if not report.exists():
        return Tally()
    ended: dict[tuple[str | None, str | None], int] = {}
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 (written by our own pytest a moment ago)
        key = case.get("classname"), case.get("name")
        ended[key] = max(_ended(case), ended.get(key, PASSED))
    counts = Counter(ended.values())
    return Tally(counts[PASSED], counts[FAILED], counts[SKIPPED])


def _ended(case: ElementTree.Element) -> int:
    told = {each.tag for each in case}
    if told & {"failure", "error"}:
        return FAILED
    return SKIPPED if "skipped" in told else PASSED
