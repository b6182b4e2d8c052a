"""One library for all clients: the seed, and beside it whatever a reference manager or a checker may stumble over."""

from datetime import date

from django.core.management import call_command
from django.utils import timezone

from articles.citations.models import Agent, Publication
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from taxonomy.models import Keyword, KeywordMatch
from tests.newsroom import (
    FEBRUARY,
    JANUARY,
    a_series,
    an_article,
    an_image,
    figure,
    placed,
    published,
    stated,
)

SEED = "new-quality-productive-forces"
HOSTILE = 'Trade & “aid”: 5 < 7 </script><b>rises</b> "again" {50%} _x_ [1] #2'
SOURCE_SAYS = "https://example.org/agreed"


def a_library() -> None:
    """The seed; a corrected article with an organisation, a picture, a table and a hostile title, its translations;
    one of a journal without a day; one without anything; one withdrawn; a draft."""
    call_command("loaddata", "seed", verbosity=0)
    china = Keyword.objects.get(slug="china")
    KeywordMatch.objects.create(keyword=china, relation="exact", uri="https://www.wikidata.org/wiki/Q148")
    KeywordMatch.objects.create(keyword=china, relation="close", uri="https://example.org/close")
    corrected = _hostile()
    for language, title, printed in (
        ("ur", "تجارت اور GDP میں اضافہ", "9.443 ملین"),
        ("zh-hans", "贸易与GDP增长：新的变化", "944.3万"),
    ):
        body = f"<p>{figure(printed, 'CARS.CHN.A.STAT:2024')} {title}</p>"
        translated = an_article(
            body,
            slug=f"trade-{language}",
            language=language,
            title=title,
            translation_of=corrected,
            publication=corrected.publication,
        )
        published(translated)
    journal = Publication.objects.create(slug="figures", title="Journal of Figures", kind="journal")
    published(an_article(slug="rates", title="Rates", issued="2020-11", page="12-19", publication=journal))
    published(an_article(slug="bare", title="Bare", issued=""))
    gone = an_article(slug="gone", title="Gone")
    published(gone)
    withdraw(gone, by=None, at=timezone.now(), reason="Permission was taken back.")
    an_article(slug="draft", title="Unpublished")


def _hostile() -> Article:
    cars = a_series("CARS")
    stated(cars, "2024", "9.443")
    picture = an_image("Port", credit="A photographer", licence="CC BY 4.0")
    paper = Publication.objects.create(slug="daily-post", title="Daily Post", kind="newspaper")
    article = an_article(
        f"<h2>Part * one #</h2><p>1. {figure('9.4 million', 'CARS.CHN.A.STAT:2024')}(vehicles), "
        f'<strong>“bold”</strong> &amp; <a href="{SOURCE_SAYS}?a=1&amp;b=2">agreed [so]</a>!</p>'
        "<ul><li><p>a_b_c</p></li><li><p>*</p></li></ul><ol start='3'><li><p>third</p></li></ol>"
        "<table><tbody><tr><th><p>a|b</p></th><th><p>c</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>"
        f"<blockquote><p># no heading</p></blockquote>{placed(picture, caption='A port_of call')}<p>CO<sub>2</sub></p>",
        slug="trade",
        title=HOSTILE,
        standfirst="- A dash, & more <of> it.",
        issued="2023-05-04",
        section="Trade",
        url="https://paper.example.org/1?a=1&b=2",
        rights="© Daily Post. Republished with permission.",
        publication=paper,
        keywords=("Trade", "China"),
        lead_image=picture,
    )
    people = (
        Agent.objects.create(slug="khan", kind="person", name="Amina Khan", family="Khan", given="Amina"),
        Agent.objects.create(slug="board", kind="organisation", name="Board of Trade, Karachi"),
    )
    for position, agent in enumerate(people):
        article.contributions.create(agent=agent, role="author", position=position)
    published(article, at=JANUARY)
    article.body = article.body.replace("third", "3rd")
    article.save()
    published(article, at=FEBRUARY, kind="correction", note="The order was <wrong>.")
    stated(cars, "2024", "9.5", on=date(2025, 2, 10), at=FEBRUARY)
    return article
