"""One library for all clients: the seed, and beside it whatever a reference manager or a checker may stumble over."""

import re
from datetime import date

from django.core.management import call_command
from django.utils import timezone

from articles.citations.models import Agent, Publication
from articles.previews.links import make_link, revoke, token_of
from articles.replies.models import Reply, Thread
from articles.replies.tokens import form_token, stop_token
from articles.replies.verbs import Words, approve, submit
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
    one of a journal without a day, of a report series, of a site; one without anything; one withdrawn; a draft."""
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
    papers = Publication.objects.create(slug="papers", title="Working Papers", kind="report", place="Lahore")
    published(an_article(slug="paper", title="A paper", issued="2021", publication=papers))
    pages = Publication.objects.create(slug="pages", title="Pages", kind="site")
    published(
        an_article(slug="posted", title="Posted", issued="2022-03-04", publication=pages), at=timezone.now()
    )
    published(an_article(slug="bare", title="Bare", issued=""))
    gone = an_article(slug="gone", title="Gone")
    published(gone)
    withdraw(gone, by=None, at=timezone.now(), reason="Permission was taken back.")
    an_article(slug="draft", title="Unpublished")
    _with_replies(corrected)


def _with_replies(article: Article) -> None:
    for each in (article, *article.translations.all()):
        Thread.objects.update_or_create(article=each, defaults={"rule": Thread.Rule.OPEN})
    words = Words("A <reader>", "reader@example.org", "Two\n\nparagraphs & <b>none</b>.", True, "en")
    reply = submit(article, words, at=JANUARY)
    approve(reply, by=None, at=JANUARY)
    approve(submit(article, words, at=timezone.now(), parent=reply), by=None, at=timezone.now())


def behind_keys() -> dict[str, str]:
    """Addresses that carry a key or a digest, by what they are."""
    article, now = Article.objects.get(slug="trade"), timezone.now()
    link, closed = (make_link(article.pk, by=None, at=now) for _ in range(2))
    revoke(closed, by=None, at=now)
    picture = re.search(r"/media/images/[^\s\"]+", article.editions.latest("number").page_html)
    assert picture, "the article has a picture"
    return {
        "a preview": f"/preview/{token_of(link)}/",
        "a closed preview": f"/preview/{token_of(closed)}/",
        "the end of mails": f"/replies/stop/{stop_token(Reply.objects.earliest('pk').pk)}/",
        "a picture": picture[0],
    }


def sent_by_readers() -> dict[str, tuple[str, dict[str, str]]]:
    """Forms that readers send: what comes back is a page too."""
    reply = "/articles/trade/reply/"
    whole = {"name": "A <reader>", "email": "reader@example.org", "text": "Words & <b>more</b>.\n\nYours"}
    token = form_token(f"reply-{Article.objects.get(slug='trade').pk}", timezone.now())
    return {
        "the preview of a reply": (reply, {**whole, "token": token, "preview": "1"}),
        "a reply without a text": (reply, {"name": "A reader", "email": "no address"}),
        "a reply in Urdu without a text": ("/ur/articles/trade-ur/reply/", {"name": "قاری"}),
        "a message without a text": ("/contact/write/", {"name": "A reader"}),
    }


def _hostile() -> Article:
    cars = a_series("CARS")
    stated(cars, "2024", "9.443")
    picture = an_image("Port", credit="A photographer", licence="CC BY 4.0")
    paper = Publication.objects.create(
        slug="daily-post", title="Daily Post", kind="newspaper", place="Karachi"
    )
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
