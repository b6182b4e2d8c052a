"""Rounds of asking, interleaved so that a busy minute of the machine falls on every workload alike."""

import html
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.benchmarks.client import Question, Window, WrongAnswer, ask, run
from tests.benchmarks.corpus import Draw
from tests.benchmarks.workloads import Workload, filled

CHECKED = 3
CONNECTIONS = 8
REVALIDATED = 100


@dataclass(slots=True)
class Cell:
    """One workload of one server, and what each round came to."""

    name: str
    base: str
    questions: list[Question]
    cookie: str = ""
    size: int = 0
    windows: list[Window] = field(default_factory=list)

    def measure(self, seconds: float) -> None:
        self.windows.append(
            run(self.base, self.questions, seconds=seconds, connections=CONNECTIONS, cookie=self.cookie)
        )

    @property
    def rate(self) -> float:
        return statistics.median(window.rate for window in self.windows)

    @property
    def p50(self) -> float:
        return statistics.median(window.p50 for window in self.windows)

    @property
    def p99(self) -> float:
        return statistics.median(window.p99 for window in self.windows)

    @property
    def errors(self) -> int:
        return sum(window.errors for window in self.windows)

    def share_of(self, limit: "Cell") -> float:
        """The median of the ratios round by round."""
        pairs = zip(self.windows, limit.windows, strict=True)
        return statistics.median(mine.rate / its.rate for mine, its in pairs)


def cell_of(workload: Workload, base: str, draws: Sequence[Draw], first_article: int, cookie: str) -> Cell:
    """The workload, once its first answers have been looked at.

    Raises:
        WrongAnswer: the server answers something else than what is to be measured.
    """
    cookie = cookie if workload.signed_in else ""
    paths = [filled(workload.path, draw, first_article) for draw in draws]
    size = 0
    for draw, path in zip(draws[:CHECKED], paths, strict=False):
        expected = filled(workload.expect, draw, first_article)
        answer = ask(base, Question(path), cookie)
        if answer.status != 200 or (
            expected not in answer.text and expected not in html.unescape(answer.text)
        ):
            raise WrongAnswer(f"{path} answers {answer.status}, without “{expected}”")
        size = answer.size
    questions = [Question(path) for path in paths]
    if workload.revalidates:
        questions = [Question(path, ask(base, Question(path)).etag) for path in paths[:REVALIDATED]]
        if ask(base, questions[0]).status != 304:
            raise WrongAnswer(f"{questions[0].path} does not answer 304")
        size = 0
    return Cell(workload.name, base, questions, cookie, size)


def measure(cells: Sequence[Cell], *, rounds: int, seconds: float) -> None:
    """Warm every cell, then measure all of them in turn, each round starting with another one."""
    for cell in cells:
        cell.measure(1)
        cell.windows.clear()
    for n in range(rounds):
        turn = n % len(cells)
        for cell in [*cells[turn:], *cells[:turn]]:
            cell.measure(seconds)
