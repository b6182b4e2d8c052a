"""A correction shows readers what it changed: on the article's page, among the corrections, in the API."""

import pytest
from django.test import Client

from articles.editions.compile import recompile_edition
from articles.editions.models import Edition
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, MARCH, an_article, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def corrected() -> Article:
    article = an_article("<p>It made 9.4 &lt;b&gt; cars.</p>", slug="cars", title="Cars")
    published(article)
    article.body = "<p>It made 9.6 &lt;b&gt; cars.</p>"
    article.save()
    published(article, at=FEBRUARY, kind="correction", note="The number was wrong.")
    return article


@pytest.mark.parametrize("address", ["/articles/cars/", "/corrections/", "/articles/cars/?as_of=2025-02-20"])
def test_readers_see_before_and_after_escaped(client: Client, corrected: Article, address: str) -> None:
    page = client.get(address).content.decode()
    assert "<del>9.4</del> <ins>9.6</ins>" in page
    assert "&lt;b&gt; cars" in page
    assert "made 9.4 <b>" not in page


def test_the_passages_of_a_correction_stay_when_an_update_follows(client: Client, corrected: Article) -> None:
    corrected.body = "<p>It made 9.6 &lt;b&gt; cars and one lorry.</p>"
    corrected.save()
    published(corrected, at=MARCH, kind="update", note="A lorry.")
    page = client.get("/articles/cars/").content.decode()
    assert "<del>9.4</del> <ins>9.6</ins>" in page
    assert "one lorry." in page
    assert "<del>9.4</del>" in client.get("/articles/cars/editions/2/").content.decode()
    assert "<del>9.4</del>" not in client.get("/articles/cars/editions/1/").content.decode()
    told = client.get("/api/v1/articles/cars/").json()["editions"]
    assert [each["passages"] for each in told][:2] == [
        [],
        [{"part": "body", "before": "It made 9.4 <b> cars.", "after": "It made 9.6 <b> cars."}],
    ]


def test_compiling_again_changes_nothing(corrected: Article) -> None:
    assert not any(recompile_edition(each, at=MARCH) for each in Edition.objects.all())
