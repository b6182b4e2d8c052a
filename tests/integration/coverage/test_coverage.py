"""How much of what readers have is bound: counted once when compiled, and reported to editors."""

import csv
import io
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.citations.models import Agent, Publication
from articles.coverage.asking import coverage, in_all, row_of
from articles.editions.models import Edition
from articles.workflow.actions import withdraw
from articles.writing.models import Article, Contribution
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_series, an_article, figure, published, somebody, stated

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/edition/coverage/"
HALF = f"<p>They made {figure('9.443 million', 'CARS.CHN.A.STAT:2023')} cars, up 30.3 percent.</p>"
NONE = "<p>Exports rose 5 percent to 20 million tons in 2023.</p>"


@pytest.fixture(autouse=True)
def _cars() -> None:
    stated(a_series(), "2023", "9.443")


@pytest.fixture
def articles() -> list[Article]:
    paper = Publication.objects.create(slug="daily", title="Daily")
    made = [
        an_article(HALF, title="=Half", publication=paper),
        an_article(NONE, title="None"),
        an_article("<p>Words only.</p>", title="Words"),
    ]
    first, second = (Agent.objects.create(slug=slug, name=slug.title()) for slug in ("first", "second"))
    for author in (first, second):
        Contribution.objects.create(article=made[0], agent=author, role="author")
    Contribution.objects.create(article=made[1], agent=first, role="author")
    for each, at in zip(made, (JANUARY, FEBRUARY, FEBRUARY), strict=True):
        published(each, at=at)
    return made


def told(by: str, order: str = "name") -> dict[str, tuple[int, int, str | None]]:
    rows = [row_of(by, each) for each in coverage(by, order, MARCH)]
    return {str(row.name): (row.numbers, row.bound, row.share) for row in rows}


def test_the_share_by_article_author_publication_and_month(articles: list[Article]) -> None:
    assert told("article") == {"=Half": (2, 1, "50.0"), "None": (2, 0, "0.0"), "Words": (0, 0, None)}
    assert told("author") == {"First": (4, 1, "25.0"), "Second": (2, 1, "50.0"), "No author": (0, 0, None)}
    assert told("publication") == {"Daily": (2, 1, "50.0"), "No publication": (2, 0, "0.0")}
    assert told("month") == {"2025-01": (2, 1, "50.0"), "2025-02": (2, 0, "0.0")}
    everything = in_all(MARCH)
    assert (everything.editions, everything.numbers, everything.bound) == (3, 4, 1)


def test_it_is_of_what_readers_have(articles: list[Article]) -> None:
    draft = an_article(NONE, title="Draft")
    published(draft, at=JANUARY, published_at=MARCH + timedelta(days=1))
    withdraw(articles[1], by=None, at=MARCH - timedelta(days=1), reason="Gone.")
    Article.objects.filter(pk=articles[0].pk).update(body=NONE)
    assert told("article") == {"=Half": (2, 1, "50.0"), "Words": (0, 0, None)}
    Article.objects.filter(pk=articles[0].pk).update(body=HALF.replace("up 30.3 percent", "more"))
    published(Article.objects.get(pk=articles[0].pk), at=FEBRUARY, kind="update", note="Fewer numbers.")
    assert told("article")["=Half"] == (1, 1, "100.0")


def test_an_article_from_before_is_counted_by_recompiling(
    articles: list[Article], admin_client: Client
) -> None:
    Edition.objects.update(bound_numbers=None, unbound_numbers=None)
    assert in_all(MARCH).uncounted == 3
    assert "3 articles are not counted yet" in admin_client.get(ADDRESS).content.decode()
    out = io.StringIO()
    call_command("recompile", stdout=out)
    assert told("article")["=Half"] == (2, 1, "50.0")
    call_command("recompile", stdout=out)
    assert re.findall(r"(\d+) of 3 editions changed", out.getvalue()) == ["3", "0"]


def test_an_edition_remembers_its_count_until_it_is_recounted(articles: list[Article]) -> None:
    edition = Edition.objects.get(article=articles[1])
    Edition.objects.filter(pk=edition.pk).update(unbound_numbers=99)
    stated(a_series(), "2023", "9.5", MARCH.date(), at=MARCH)
    assert Edition.objects.get(pk=edition.pk).unbound_numbers == 99
    call_command("recompile", edition.slug, stdout=io.StringIO())
    assert Edition.objects.get(pk=edition.pk).unbound_numbers == 2


@pytest.mark.parametrize("by", ["article", "author", "publication", "month"])
def test_the_page_sorts_by_its_headings_at_a_fixed_price(
    articles: list[Article], admin_client: Client, by: str
) -> None:
    def asked(order: str) -> tuple[int, Any]:
        with CaptureQueriesContext(connection) as queries:
            answer = admin_client.get(ADDRESS, {"by": by, "o": order})
        return len(queries), answer

    orders = ["name", "-name", "numbers", "-unbound", "share", "-share", "editions"]
    asked("name")  # what is kept for moments is kept now
    few, answers = zip(*(asked(order) for order in orders), strict=True)
    assert {answer.status_code for answer in answers} == {200}
    if by == "article":
        names = [str(row.name) for row, _link in answers[5].context["rows"]]
        assert names == ["=Half", "None", "Words"]
        assert [str(row.name) for row, _link in answers[4].context["rows"]][-1] == "Words"
    for n in range(8):
        published(an_article(HALF, title=f"More {n}"), at=FEBRUARY)
    assert {asked(order)[0] for order in orders} == set(few)
    assert len(set(few)) == 1


def test_the_export_holds_every_row_and_no_formula(articles: list[Article], admin_client: Client) -> None:
    answer: Any = admin_client.get(f"{ADDRESS}export.csv", {"by": "article", "o": "name"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[0] == ["article", "articles", "numbers", "bound", "not_bound", "bound_percent", "not_counted"]
    assert rows[1] == ["'=Half", "1", "2", "1", "1", "50.0", "0"]
    assert len(rows) == 4


def test_what_is_asked_amiss_is_as_if_it_had_not_been_asked(
    articles: list[Article], admin_client: Client
) -> None:
    answer = admin_client.get(ADDRESS, {"by": "nonsense", "o": "-password", "p": "x"})
    assert answer.status_code == 200
    assert answer.context["by"] == "article"


def test_who_may_not_see_editions_does_not_see_it(client: Client) -> None:
    client.force_login(somebody("Author"))
    assert client.get(ADDRESS).status_code == 403
    client.force_login(somebody("Data editor"))
    assert client.get(ADDRESS).status_code == 200
