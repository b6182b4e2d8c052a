"""The figures panel of the article form: every figure of a body, what needs a decision first."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.cross_checks.telling import second_looks
from articles.editions.states import ORDER
from articles.editions.wording import tally_words
from articles.figures.describing import words_of_vintage
from articles.figures.reading import FigureReading, figures_of_body
from articles.figures.reprinting import reprinted
from articles.writing.sanitising import sanitised

SETTLED = {"holds", "rounded"}


@dataclass(frozen=True, slots=True)
class PanelFigure:
    """One entry of the panel.

    Attributes:
        newer: what the source prints now, where the figure was revised.
        reprint: the writer's words with that newer figure put in.
        blocks: whether publishing is refused because of it.
    """

    n: int
    text: str
    reference: str
    verdict: str
    state: str
    word: str
    about: str
    sentence: str
    source: str
    newer: str
    reprint: str
    blocks: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """All figures of a body in the order of the text, one line that sums them up, and what deserves a second look."""

    summary: str
    figures: list[PanelFigure]
    looks: list[str] = field(default_factory=list)

    @property
    def to_decide(self) -> list[PanelFigure]:
        waiting = [figure for figure in self.figures if figure.state not in SETTLED]
        return sorted(waiting, key=lambda figure: (not figure.blocks, figure.n))

    @property
    def blocking(self) -> list[PanelFigure]:
        return [figure for figure in self.figures if figure.blocks]

    @property
    def asking(self) -> list[PanelFigure]:
        """Figures that block nothing and have to be confirmed."""
        return [figure for figure in self.figures if not figure.blocks and figure.state not in SETTLED]

    @property
    def settled(self) -> list[PanelFigure]:
        return [figure for figure in self.figures if figure.state in SETTLED]

    def as_data(self) -> list[dict[str, Any]]:
        return [asdict(figure) for figure in self.figures]


def panel_of(body: str, language: str, day: date) -> Panel:
    """The panel for a body as it would be published on a day. The body may come straight from the editor."""
    try:
        clean = sanitised(body)
    except ValidationError as error:
        return Panel(" ".join(error.messages), [])
    readings = figures_of_body(clean, published_on=day, as_of=day)
    figures = [_figure(reading, language) for reading in readings]
    return Panel(_summary(readings), figures, second_looks(readings, day))


def _summary(readings: Sequence[FigureReading]) -> str:
    states = [reading.state for reading in readings]
    counts = {state: states.count(state) for state in ORDER if state in states}
    return tally_words(counts) or _("No figures yet")


def _figure(reading: FigureReading, language: str) -> PanelFigure:
    newer = _newer(reading, language)
    series = reading.evidence.observation.series if reading.evidence else None
    period = reading.evidence.observation.period if reading.evidence else ""
    return PanelFigure(
        n=reading.n,
        text=reading.text,
        reference=reading.reference,
        verdict=reading.verdict.value,
        state=reading.state,
        word=_words()[reading.state],
        about=f"{series.indicator.label}, {series.area.label}, {period}" if series else "",
        sentence=reading.sentence,
        source=series.source.label if series else "",
        newer=newer,
        reprint=reprinted(reading.text, newer) if newer else "",
        blocks=reading.unknown or reading.verdict.is_error,
    )


def _newer(reading: FigureReading, language: str) -> str:
    newer = reading.finding.newer
    if newer is None or newer.is_missing or reading.evidence is None or reading.state != "revised":
        return ""
    return words_of_vintage(reading.evidence.rows[newer.key], language)


def _words() -> dict[str, str]:
    return {
        "holds": _("Holds"),
        "rounded": _("Rounded"),
        "revised": _("Revised"),
        "other": _("Other source"),
        "disputed": _("Error declared"),
        "contradicted": _("Contradicted"),
        "unbound": _("No source"),
    }
