"""Entity tags of pages and answers: what renews them, and that nothing else does."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.contact.models import Contact
from articles.models import Article
from indicators.models import Series
from taxonomy.models import Keyword
from tests.newsroom import a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db

NOW = timezone.now()
TODAY, DAY = timezone.localdate(NOW), timedelta(days=1)
ARTICLE, EDITION, INDICATOR = "/articles/cars/", "/articles/cars/editions/1/", "/indicators/CARS/"
KEYWORD, CORRECTIONS, FEED = "/keywords/trade/", "/corrections/", "/feed.atom"
TOLD, QUOTED, OBSERVED = "/api/v1/articles/cars/", "/api/v1/quotations/", "/api/v1/observations/"
LISTS = ("/", "/articles/", "/archive/", KEYWORD, "/search/?q=cars", FEED, "/api/v1/articles/")
EVERY = {*LISTS, ARTICLE, EDITION, INDICATOR, CORRECTIONS, "/contact/", TOLD, QUOTED, OBSERVED}


@pytest.fixture(autouse=True)
def cars() -> Article:
    """A public article that prints a figure."""
    stated(a_series("CARS"), "2024", "9.4", TODAY - 40 * DAY, at=NOW - 40 * DAY)
    body = f"<p>Makers built {figure('9.4 million', 'CARS.CHN.A.STAT:2024')} cars.</p>"
    article = an_article(body, slug="cars", title="Cars", keywords=("Trade",))
    published(article, at=NOW - 30 * DAY)
    return article


def tags() -> dict[str, str]:
    return {address: Client().get(address)["ETag"] for address in EVERY}


def renewed(change: Callable[[], object]) -> set[str]:
    before = tags()
    change()
    after = tags()
    return {address for address in EVERY if after[address] != before[address]}


def stated_anew(on_day: timedelta) -> None:
    stated(Series.objects.get(), "2024", "9.9", TODAY + on_day, at=NOW)


def test_nothing_renews_them_but_a_change() -> None:
    assert renewed(lambda: None) == set()


@pytest.mark.parametrize("address", sorted(EVERY))
def test_a_known_page_is_not_sent_again(address: str) -> None:
    known = Client().get(address)
    again = Client().get(address, headers={"If-None-Match": known["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", known["ETag"])
    assert again["Cache-Control"] == known["Cache-Control"]


def test_a_new_statement_renews_what_tells_of_it() -> None:
    renewing = renewed(lambda: stated_anew(-DAY))
    assert {ARTICLE, EDITION, INDICATOR, TOLD, QUOTED, OBSERVED, "/", "/articles/", CORRECTIONS} <= renewing
    assert "/contact/" not in renewing


def test_a_new_day_renews_every_page_because_each_names_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    renewing = renewed(lambda: monkeypatch.setattr(timezone, "now", lambda: NOW + DAY))
    assert EVERY - renewing == {FEED, TOLD, "/api/v1/articles/"}


def test_a_new_edition_renews_what_shows_it(cars: Article) -> None:
    cars.title = "Cars, again"
    cars.save()
    renewing = renewed(lambda: published(cars, at=NOW, kind="update", note="A new title."))
    assert {*LISTS, ARTICLE, EDITION, TOLD, QUOTED, CORRECTIONS} - {KEYWORD, "/archive/"} <= renewing
    assert OBSERVED not in renewing


def test_a_renamed_keyword_renews_what_shows_it() -> None:
    def rename() -> None:
        keyword = Keyword.objects.get(slug="trade")
        keyword.name = "Commerce"
        keyword.save()

    assert {KEYWORD, "/"} <= renewed(rename)


def test_a_changed_contact_line_renews_every_page_and_no_answer() -> None:
    before = Contact.objects.first() or Contact()

    def change() -> None:
        before.phone = "+92 51 0000000"
        before.save()

    pages = {address for address in EVERY if not address.startswith("/api/")} - {FEED}
    assert renewed(change) == pages
