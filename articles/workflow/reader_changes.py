"""Everything that an edition would change for readers: words, figures, keywords, citation, pictures."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.editions.rendering import day_of_edition
from articles.editions.snapshot import carried_by
from articles.editions.wording import state_words
from articles.figures.reading import FigureReading, figures_of_body
from articles.media.placing import Placed, placed_in
from articles.media.remembering import lead_of, pictures_of
from articles.workflow.figure_pairs import paired
from articles.writing.comparing import Difference, differences
from articles.writing.models import Article, Contribution


@dataclass(frozen=True, slots=True)
class Print:
    """A figure as readers see it: its words, and how it stands to its source."""

    text: str
    state: str
    word: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that is printed differently, judged differently, gone, or new."""

    about: str
    before: Print | None
    after: Print | None


@dataclass(frozen=True, slots=True)
class ListChange:
    """What left a list and what came; neither, if only the order changed."""

    name: str
    label: str
    gone: list[str]
    new: list[str]


@dataclass(frozen=True, slots=True)
class FactChange:
    """One line of the citation, or the address."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReaderChanges:
    """All of it. `markup`: links, emphasis or what figures point to changed, and none of the words."""

    words: list[Difference]
    figures: list[FigureChange]
    lists: list[ListChange]
    facts: list[FactChange]
    markup: bool

    def __bool__(self) -> bool:
        return bool(self.words or self.figures or self.lists or self.facts or self.markup)


def reader_changes(live: Edition, article: Article, *, at: datetime) -> ReaderChanges:
    """How the working copy, published now, would differ from the edition that readers have."""
    words = differences(live, article)
    figures = list(_figures(live, article, at))
    lists = [change for change in (*_carried(live, article), *_pictures(live, article)) if change]
    told = figures or lists or any(change.name == "body" for change in words)
    return ReaderChanges(
        words, figures, lists, list(_facts(live, article)), not told and live.body != article.body
    )


def _figures(live: Edition, article: Article, at: datetime) -> Iterator[FigureChange]:
    if "<data" not in live.body and "<data" not in article.body:
        return
    today, day = timezone.localdate(at), day_of_edition(live)
    before = figures_of_body(live.body, published_on=day, as_of=max(today, day))
    after = figures_of_body(article.body, published_on=today, as_of=today)
    words = state_words()
    for old, new in paired(before, after):
        was, now = _print(old, words), _print(new, words)
        if was != now:
            yield FigureChange(_about(old or new), was, now)


def _print(reading: FigureReading | None, words: Mapping[str, str]) -> Print | None:
    return Print(reading.text, reading.state, words[reading.state]) if reading else None


def _about(reading: FigureReading | None) -> str:
    if reading is None or reading.evidence is None:
        return reading.reference if reading else ""
    observation = reading.evidence.observation
    return f"{observation.series.indicator.label}, {observation.period}"


def _carried(live: Edition, article: Article) -> Iterator[ListChange | None]:
    carried = carried_by(article)
    roles = dict(Contribution.Role.choices)
    people = [f"{row.agent.name} ({row.get_role_display()})" for row in carried.contributions]
    known = [f"{each['name']} ({roles[each['role']]})" for each in live.snapshot["contributors"]]
    yield _list("contributors", _("Contributors"), known, people)
    keywords = [each.preferred_label(article.language) for each in carried.keywords]
    yield _list("keywords", _("Keywords"), [each["name"] for each in live.snapshot["keywords"]], keywords)


def _pictures(live: Edition, article: Article) -> Iterator[ListChange | None]:
    before, after = live.snapshot, pictures_of(article)
    leads = [[_picture(lead)] if (lead := lead_of(each)) else [] for each in (before, after)]
    yield _list("lead_image", _("Lead image"), *leads)
    placed = [[_picture(each) for each in placed_in(body)] for body in (live.body, article.body)]
    yield _list("images", _("Images"), *placed)


def _picture(placed: Placed) -> str:
    return " · ".join(each for each in (placed.name, placed.alternative, placed.caption) if each)


def _list(name: str, label: str, before: Sequence[str], after: Sequence[str]) -> ListChange | None:
    if list(before) == list(after):
        return None
    gone, new = Counter(before) - Counter(after), Counter(after) - Counter(before)
    return ListChange(name, label, list(gone.elements()), list(new.elements()))


def _facts(live: Edition, article: Article) -> Iterator[FactChange]:
    known: dict[str, Any] = {**live.snapshot, "slug": live.slug, "language": live.language}
    known["publication"] = (known["publication"] or {}).get("title", "")
    labels = {
        "slug": _("Address"),
        "language": _("Language"),
        "publication": _("Publication"),
        "issued": _("First printed"),
        "section": _("Section"),
        "page": _("Page"),
        "url": _("Address of the original"),
        "rights": _("Rights"),
        "printed_citation": _("Citation as printed"),
    }
    for name, label in labels.items():
        value = getattr(article, name)
        after = value.title if name == "publication" and value else str(value or "")
        if known.get(name, "") != after:
            yield FactChange(name, label, known.get(name, ""), after)
