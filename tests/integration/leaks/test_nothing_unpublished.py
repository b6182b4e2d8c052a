"""What is not public leaves every public answer as it was, to the letter, the status and the entity tag."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest
from django.test import Client
from django.utils import timezone

from articles.citations.models import Agent, Publication
from articles.editions.models import Edition
from articles.replies.verbs import erase, mark_spam, reject
from articles.workflow.actions import publish, withdraw
from articles.writing.models import Article, ArticleKeyword, Contribution
from tests.integration.replies.visiting import a_reply
from tests.newsroom import a_keyword, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db

NOW = timezone.now()
DAY = timedelta(days=1)
SECRET = ("Zyxophone", "zyxophone", "quixotry", "7.777")
KEYWORD, AUTHOR, PAPER, INDICATOR = "hidden-trade", "hidden-author", "hidden-paper", "SECRETS"

PAGES = (
    *("/", "/articles/", "/articles/known/", "/articles/known/editions/1/", "/articles/known/editions/2/"),
    *("/archive/", f"/archive/{NOW:%Y/%m}/", "/corrections/", "/contact/", "/feed.atom", "/robots.txt"),
    *("/keywords/", f"/keywords/{KEYWORD}/", "/keywords/trade/", "/sources/stat/"),
    *("/indicators/", f"/indicators/{INDICATOR}/", f"/indicators/{INDICATOR}/figures.csv"),
    *("/search/", "/search/?q=zyxophone", "/search/?q=quixotry", "/search/?q=words", "/search/?q=known"),
    *(f"/search/?q=words&keyword={KEYWORD}", f"/search/?q=words&year={NOW:%Y}", "/search/?q=zyxophon"),
    *("/search/suggest/?q=zyx", "/search/suggest/?q=qui", "/search/suggest/?q=kno", "/search/suggest/?q=hid"),
    *("/sitemap.xml", "/articles/zyxophone/", "/articles/zyxophone/editions/1/"),
    "/articles/zyxophone/editions/2/",
    *(
        "/articles/known.md",
        "/articles/known.txt",
        "/articles/zyxophone.md",
        "/articles/zyxophone.png",
        "/llms.txt",
    ),
    "/articles/zyxophone/editions/1.txt",
)
ANSWERS = (
    *("", "articles/", "articles/?ordering=title", "articles/?ordering=-published_at", "articles/known/"),
    *(f"articles/?{asked}" for asked in (f"keyword={KEYWORD}", f"author={AUTHOR}", f"quotes={INDICATOR}")),
    *(f"articles/?{asked}" for asked in (f"publication={PAPER}", "q=zyxophone", "q=words", "year=2011")),
    *("articles/?language=ur", f"articles/?published_after={NOW:%Y-%m-%d}", "articles/?limit=1"),
    *("quotations/", f"quotations/?indicator={INDICATOR}", "quotations/?article=zyxophone"),
    *("keywords/", f"keywords/{KEYWORD}/", "indicators/", f"indicators/{INDICATOR}/", "observations/"),
    *("sources/", "articles/zyxophone/", "schema/"),
)
ADDRESSES = (
    *PAGES,
    *(f"{prefix}{page}" for prefix in ("/ur", "/zh-hans") for page in (*PAGES[:3], "/search/?q=zyxophone")),
    *(f"{page}?as_of={NOW - 2 * DAY:%Y-%m-%d}" for page in ("/", "/articles/", f"/keywords/{KEYWORD}/")),
    *(f"/api/v1/{answer}" for answer in ANSWERS),
)


class Answer(NamedTuple):
    status: int
    location: str
    etag: str
    body: str


def asked(address: str) -> Answer:
    found = Client().get(address)
    body = b"".join(found.streaming_content) if found.streaming else found.content  # type: ignore[attr-defined]
    return Answer(
        found.status_code,
        found.headers.get("Location", ""),
        found.headers.get("ETag", ""),
        body.decode(errors="replace"),
    )


def everything() -> dict[str, Answer]:
    return {address: asked(address) for address in ADDRESSES}


@pytest.fixture(autouse=True)
def _one_public_article() -> None:
    """What the secret is made of is known to the library; who uses it is not."""
    a_keyword("Hidden trade")
    Agent.objects.create(slug=AUTHOR, name="Hidden Author")
    Publication.objects.create(slug=PAPER, title="Hidden Paper")
    stated(a_series(INDICATOR), "2024", "7.777", at=NOW - 9 * DAY)
    known = an_article("<p>Words that are known.</p>", slug="known", title="Known words", keywords=("Trade",))
    published(known, at=NOW - 5 * DAY)


def make_secret(article: Article) -> Article:
    """Give a working copy everything that could give it away."""
    article.slug, article.title, article.standfirst = "zyxophone", "Zyxophone words", "A quixotry."
    article.body = f"<p>Quixotry, words and {figure('7.777 million', f'{INDICATOR}.CHN.A.STAT:2024')}.</p>"
    article.publication, article.issued = Publication.objects.get(slug=PAPER), "2011-01-15"
    article.save()
    ArticleKeyword.objects.get_or_create(article=article, keyword=a_keyword("Hidden trade"), position=9)
    Contribution.objects.create(article=article, agent=Agent.objects.get(slug=AUTHOR), position=0)
    return article


def draft() -> None:
    make_secret(an_article())


def trashed() -> None:
    Article.objects.filter(pk=make_secret(an_article()).pk).update(trashed_at=NOW)


def scheduled_first() -> None:
    publish(make_secret(an_article()), by=None, at=NOW, published_at=NOW + DAY, confirm_warnings=True)


def changed_since() -> None:
    make_secret(Article.objects.get(slug="known"))


def scheduled_second() -> None:
    article = make_secret(Article.objects.get(slug="known"))
    noted = {"kind": "update", "note": "Zyxophone, not known.", "confirm_warnings": True}
    publish(article, by=None, at=NOW, published_at=NOW + DAY, **noted)  # type: ignore[arg-type]


SECRETS = (draft, trashed, scheduled_first, changed_since, scheduled_second)


@pytest.mark.parametrize("keep", SECRETS, ids=lambda keep: keep.__name__)
def test_no_answer_changes(keep: Callable[[], None]) -> None:
    before = everything()
    keep()
    after = everything()
    changed = [address for address in ADDRESSES if before[address] != after[address]]
    assert changed == []


@pytest.mark.parametrize("keep", SECRETS, ids=lambda keep: keep.__name__)
def test_its_address_answers_as_one_that_never_was(keep: Callable[[], None]) -> None:
    keep()
    for address in ("/articles/{}/", "/articles/{}/editions/1/", "/ur/articles/{}/", "/api/v1/articles/{}/"):
        secret, never = asked(address.format("zyxophone")), asked(address.format("xylophone"))
        assert secret._replace(body=secret.body.replace("zyxophone", "xylophone")) == never
        assert secret.status == 404


def test_the_same_articles_change_the_answers_once_they_are_public() -> None:
    """The table is no blindfold: published, the article shows at these addresses."""
    before = everything()
    published(make_secret(an_article()), at=NOW - DAY)
    after = everything()
    changed = {address for address in ADDRESSES if before[address] != after[address]}
    shown = {address for address in changed if any(word in after[address].body for word in SECRET)}
    assert {
        *("/", "/articles/", "/archive/", "/feed.atom", "/keywords/", f"/keywords/{KEYWORD}/"),
        *(f"/indicators/{INDICATOR}/", "/search/?q=zyxophone", "/search/?q=words", "/search/suggest/?q=zyx"),
        *(f"/api/v1/articles/?keyword={KEYWORD}", f"/api/v1/articles/?quotes={INDICATOR}"),
        *(f"/api/v1/articles/?author={AUTHOR}", f"/api/v1/articles/?publication={PAPER}"),
        *("/api/v1/articles/?q=words", "/api/v1/articles/?year=2011", "/api/v1/quotations/"),
    } <= changed
    assert {"/", "/articles/", "/feed.atom", "/search/?q=words", "/api/v1/articles/"} <= shown


def withdrawn() -> None:
    article = make_secret(an_article())
    published(article, at=NOW - 3 * DAY)
    withdraw(article, by=None, at=NOW - timedelta(hours=1), reason="Permission ended.")


# Its own addresses say that it is gone, and so does the record of corrections, which the front page quotes.
NOTICED = re.compile(r"/articles/zyxophone[/.]|/corrections/|^/$|^/(ur|zh-hans)/$")


def test_a_withdrawn_article_leaves_no_answer_but_its_notice() -> None:
    before = everything()
    withdrawn()
    after = everything()
    changed = [address for address in ADDRESSES if before[address] != after[address]]
    assert [address for address in changed if not NOTICED.search(address)] == []
    noticed = [after[address].body for address in changed]
    assert not any(word in body for body in noticed for word in ("uixotry", "7.777"))


def test_every_address_of_a_withdrawn_article_is_gone_on_every_day() -> None:
    withdrawn()
    day = f"?as_of={NOW - 2 * DAY:%Y-%m-%d}"
    for address in ("/articles/zyxophone/", "/articles/zyxophone/editions/1/", "/api/v1/articles/zyxophone/"):
        for query in ("", day):
            answer = asked(address + query)
            assert (answer.status, "uixotry" in answer.body, "7.777" in answer.body) == (410, False, False)


def test_the_clock_alone_makes_a_schedule_public(monkeypatch: pytest.MonkeyPatch) -> None:
    scheduled_first()
    assert asked("/articles/zyxophone/").status == 404
    later: Callable[[], datetime] = lambda: NOW + 2 * DAY  # noqa: E731
    monkeypatch.setattr(timezone, "now", later)
    assert asked("/articles/zyxophone/").status == 200
    assert "zyxophone" in asked("/api/v1/articles/").body


def test_a_reply_that_is_not_public_changes_no_answer() -> None:
    edition = Edition.objects.current(NOW).get(article__slug="known")
    before = everything()
    a_reply(edition, "Zyxophone waits.", name="Zyxophone")
    for verb in (reject, mark_spam, erase):
        verb(a_reply(edition, f"Zyxophone, {verb.__name__}."), by=None, at=NOW)
    after = everything()
    assert [address for address in ADDRESSES if before[address] != after[address]] == []
    a_reply(edition, "Zyxophone is public.", public=True)
    public = everything()
    changed = {address for address in ADDRESSES if before[address] != public[address]}
    assert "/articles/known/" in changed
    assert all("quixote@example.org" not in answer.body for answer in public.values())
