"""What is said once: figures that a text repeats, articles that have translations, and the unit beside a number."""

from datetime import date

import pytest
from django.test import Client

from articles.reading.numbers import unit_beside
from tests.newsroom import FEBRUARY, MARCH, a_series, an_article, figure, published, stated
from tests.seed import load_the_seed

pytestmark = pytest.mark.django_db


def test_a_figure_that_a_text_repeats_is_told_of_once(client: Client) -> None:
    cars, bikes = a_series("CARS"), a_series("BIKES")
    stated(cars, "2024", "9.443")
    stated(bikes, "2024", "3.1")
    one, other = figure("9.443 million", f"{cars.code}:2024"), figure("3.1 million", f"{bikes.code}:2024")
    published(an_article(f"<p>{one} cars, {other} bikes; {one} again, and {one}.</p>", slug="cars"))
    stated(cars, "2024", "9.5", on=date(2025, 2, 10), at=FEBRUARY)
    stated(bikes, "2024", "3.2", on=date(2025, 2, 10), at=FEBRUARY)
    box = (
        client.get("/articles/cars/").content.decode().partition('class="figbox"')[2].partition("</aside>")[0]
    )
    assert box.count('<span class="now"') == 2
    assert box.count('data-state="revised"><span class="hide">') == 4  # Each print keeps its shape.
    told = (
        client.get("/corrections/").content.decode().partition('id="revised"')[2].partition("</section>")[0]
    )
    assert told.count("<tr><th") == 1 + 2
    assert 'href="/articles/cars/#f1"' in told
    assert 'href="/articles/cars/#f3"' not in told


def test_a_revised_figure_leads_to_its_indicator(client: Client) -> None:
    cars = a_series("CARS")
    stated(cars, "2024", "9.443")
    published(an_article(f"<p>{figure('9.443 million', f'{cars.code}:2024')} cars.</p>"))
    stated(cars, "2024", "9.5", on=date(2025, 2, 10), at=FEBRUARY)
    for address in ("/", "/corrections/"):
        assert '<a class="unlink" href="/indicators/CARS/' in client.get(address).content.decode()


def test_a_correction_leads_to_what_it_changed(client: Client) -> None:
    article = an_article("<p>On Tuesday.</p>", slug="said")
    published(article)
    article.body = "<p>On Wednesday.</p>"
    article.save()
    published(article, at=FEBRUARY, kind="correction", note="It was Wednesday.")
    published(article, at=MARCH, kind="clarification", note="Of the same week.")
    page = client.get("/corrections/").content.decode()
    assert 'href="/articles/said/editions/1...2/"' in page
    assert 'href="/articles/said/editions/2...3/"' in page


@pytest.mark.parametrize("address", ["/authors/yang-yundong/", "/publications/business-recorder/"])
def test_translations_are_not_counted_as_articles_of_their_own(client: Client, address: str) -> None:
    load_the_seed()
    page = client.get(address).content.decode()
    assert '<p class="by">1 article ·' in page
    assert page.count("<h3>") == 1


def test_the_front_page_says_what_was_counted(client: Client) -> None:
    load_the_seed()
    week = client.get("/").content.decode().partition('class="numbers"')[2].partition("</ul>")[0]
    assert "<bdi>540 million</bdi></span><p><bdi>kilowatts</bdi>" in week
    assert "percent" not in week


@pytest.mark.parametrize(
    ("printed", "unit", "said"),
    [
        ("540 million", "kilowatts", "kilowatts"),
        ("54.0%", "percent", ""),
        ("0.3 percentage points", "percentage points", ""),
    ],
)
def test_a_unit_stands_beside_a_number_that_does_not_say_it(printed: str, unit: str, said: str) -> None:
    assert unit_beside(printed, unit) == said


def test_english_words_keep_their_order_in_an_urdu_title(client: Client) -> None:
    load_the_seed()
    latest = client.get("/ur/").content.decode().partition('class="latest"')[2].partition("</section>")[0]
    assert "\u2068R&amp;D expenditure\u2069" in latest
    assert '<bdi dir="rtl">\u2068' in latest
    assert "\u2068" not in client.get("/").content.decode()
