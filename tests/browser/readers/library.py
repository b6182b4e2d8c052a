"""A library in which every public page has something to show, in English and in Urdu."""

from datetime import date, timedelta
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from articles.citations.models import Agent, Publication
from articles.front_page.verbs import Chosen, compose
from articles.previews.links import make_link, token_of
from articles.replies.models import Reply, Thread
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from indicators.models import Observation
from taxonomy.models import Status
from tests.integration.data_pages.charting import a_revised_indicator
from tests.integration.replies.visiting import a_reply
from tests.newsroom import (
    FEBRUARY,
    a_keyword,
    a_series,
    an_article,
    an_image,
    figure,
    placed,
    published,
    stated,
)

WORDS = {
    "en": (
        "Ships and trains",
        "Cars of the year",
        "Ports",
        "The yards of the corridor made {} cars of these. ",
    ),
    "ur": ("جہاز اور ریل", "سال کی گاڑیاں", "بندرگاہیں", "راہداری کے کارخانوں نے {} گاڑیاں بنائیں۔ "),
}
PRINTS = ("33.27 million", "33.3 million", "40.1 million", "32 million", "12.5 million")
PERIODS = ("2023", "2023", "2023", "2023", "2022")
ROWS = "<tr><th><p>{0}</p></th><th><p>2023</p></th></tr><tr><td><p>{0}</p></td><td><p>9</p></td></tr>"
TABLE = f"<table><tbody>{ROWS}</tbody></table>"


def a_library() -> dict[str, Any]:
    """What the addresses of pages name: the seed; a revised indicator of two sources; and in each language an article
    with all that an article can have, one of forty figures, one withdrawn, one closed to replies, and a preview."""
    call_command("loaddata", "seed", verbosity=0)
    a_revised_indicator()
    stated(a_series("CARS", source="CLUB"), "2023", "40.1", date(2024, 1, 11))
    a_keyword("Old words", status=Status.DEPRECATED)
    paper = Publication.objects.create(slug="daily-post", title="Daily Post", kind="newspaper")
    named: dict[str, Any] = {}
    for language in WORDS:
        named |= _in_language(language, paper)
    return named


def _in_language(language: str, paper: Publication) -> dict[str, Any]:
    full = _full(language, paper)
    forty = _forty(language)
    for name in ("gone", "closed"):
        published(_article(language, name, "<p>…</p>"), at=FEBRUARY)
    gone = Article.objects.get(slug=f"gone-{language}")
    withdraw(gone, by=None, at=timezone.now(), reason="Permission was taken back.")
    closed = Article.objects.get(slug=f"closed-{language}")
    Thread.objects.update_or_create(article=closed, defaults={"rule": Thread.Rule.CLOSED})
    quoted = Observation.objects.get(series__code="CARS.CHN.A.STAT", period="2023")
    chosen = Chosen(full.pk, (forty.pk, closed.pk), (quoted.pk,))
    compose(language, chosen, by=None, at=timezone.now())
    link = make_link(full.pk, by=None, at=timezone.now())
    return {f"preview-{language}": token_of(link), f"reply-{language}": _replies(full).pk}


def _article(language: str, name: str, body: str, **fields: Any) -> Article:
    title = f"{WORDS[language][0]} ({name})"
    return an_article(body, **{"slug": f"{name}-{language}", "language": language, "title": title, **fields})


def _marked(n: int) -> str:
    return figure(PRINTS[n], f"CARS.CHN.A.STAT:{PERIODS[n]}")


def _full(language: str, paper: Publication) -> Article:
    """Headings enough for a table of contents, pictures, a list, a table, every state of a figure, a correction."""
    title, standfirst, heading, sentence = WORDS[language]
    picture = an_image("Port", credit="A photographer", licence="CC BY 4.0")
    paragraphs = [f"<p>{sentence.format(_marked(n)) * (1 if n else 2)}</p>" for n in range(len(PRINTS))]
    parts = [
        f"<h2>{heading} {n}</h2>{text}<h3>{standfirst} {n}</h3><p>{sentence.format('') * 30}</p>"
        for n, text in enumerate(paragraphs)
    ]
    more = f"<ul><li><p>{heading}</p></li></ul><blockquote><p>{standfirst}</p></blockquote>{TABLE.format(heading)}"
    article = _article(
        language,
        "full",
        "".join([*parts, placed(picture, caption=title), more]),
        title=title,
        standfirst=standfirst,
        issued="2023-05-04",
        section="Trade",
        url="https://paper.example.org/1",
        rights="© Daily Post. Republished with permission.",
        publication=paper,
        keywords=("Trade", "China"),
        lead_image=picture,
    )
    agent, _made = Agent.objects.get_or_create(
        slug="board", defaults={"kind": "organisation", "name": "Board of Trade, Karachi"}
    )
    article.contributions.create(agent=agent, role="author", position=0)
    reason = "The paper's own count."
    published(article, at=FEBRUARY, override_reason=reason)
    article.standfirst = f"{standfirst}."
    article.save()
    yesterday = timezone.now() - timedelta(days=1)
    published(article, at=yesterday, kind="correction", note=f"{standfirst}.", override_reason=reason)
    return article


def _forty(language: str) -> Article:
    _title, _standfirst, _heading, sentence = WORDS[language]
    held = figure("10.5 million", "CARS.CHN.A.STAT:2022")
    paragraph = "".join(sentence.format(held) for _n in range(8))
    article = _article(language, "forty", f"<p>{paragraph}</p>" * 4 + f"<p>{paragraph}{_marked(0)}</p>")
    published(article, at=timezone.now() - timedelta(days=2))
    return article


def _replies(article: Article) -> Reply:
    """A reply, an answer to it, and another reply: all approved."""
    edition = article.editions.latest("number")
    Thread.objects.update_or_create(article=article, defaults={"rule": Thread.Rule.OPEN})
    first = a_reply(edition, "A thought.\n\nAnd another.", public=True)
    a_reply(edition, "An answer.", public=True, parent=first, email="other@example.org")
    a_reply(edition, "A third voice.", public=True, email="third@example.org")
    return first
