"""Figures are results of their own, and articles are narrowed by the state of theirs."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles.citations.models import Publication
from articles.search.asking import read_query
from articles.search.figures import Found, figures_found
from articles.search.finding import find
from articles.search.naming import indicators_named
from articles.search.scope import Scope
from articles.workflow.actions import withdraw
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
CARS_2023 = "CARS.CHN.A.STAT:2023"


def figures(text: str, at: Any = MARCH) -> list[Found]:
    query = read_query(text)
    return figures_found(query, indicators_named(query, 5), at=at)


def found(text: str, at: Any = MARCH) -> list[tuple[str, str]]:
    return [(str(each.stated.observation), str(each.stated.value)) for each in figures(text, at)]


@pytest.mark.parametrize(
    "text", ["9.443 million", "9.443", "9,443,000", "9.4430 million", "cars 9.443 million units", "944.3万"]
)
def test_a_number_finds_what_states_it_in_whatever_scale_it_was_asked(text: str) -> None:
    stated(a_series("CARS"), "2023", "9.443", unit_mult=6)
    stated(a_series("BIKES"), "2023", "9.444", unit_mult=6)
    assert found(text)[0] == (CARS_2023, "9.443")


@pytest.mark.parametrize("text", ["54 percent", "54.0%", "-54.00%"])
def test_closing_zeros_and_signs_are_no_other_number(text: str) -> None:
    stated(a_series("GROWTH", unit="percent"), "2023", "54.0", unit_mult=0)
    assert found(text) == [("GROWTH.CHN.A.STAT:2023", "54.0")]


@pytest.mark.parametrize(
    "text", ["2023", "cars in 2023?", "5", "", "9" * 190, "1e400 million", "0.000000000001"]
)
def test_years_small_counts_and_odd_numbers_find_no_figures(text: str) -> None:
    stated(a_series("PLANES"), "2023", "2023", unit_mult=0)
    stated(a_series("SHIPS"), "2023", "5", unit_mult=0)
    assert found(text) == []


def test_a_name_finds_the_latest_figures_of_its_series() -> None:
    stated(a_series("CARS"), "2022", "7.0")
    stated(a_series("CARS"), "2023", "9.443")
    assert found("production of cars 2023") == [(CARS_2023, "9.443")]


def test_a_revised_number_says_what_it_became_and_nothing_is_known_before_its_day() -> None:
    series = a_series("CARS")
    stated(series, "2023", "9.443", date(2025, 1, 10))
    stated(series, "2023", "9.5", date(2025, 2, 10), at=FEBRUARY)
    (now,) = figures("9.443 million")
    assert now.is_revised
    assert str(now.newest.value) == "9.5"
    assert not figures("9.443 million", JANUARY)[0].is_revised
    assert found("9.5 million", JANUARY) == []


def test_only_public_articles_count_as_quoting() -> None:
    stated(a_series("CARS"), "2023", "9.443")
    body = f"<p>{figure('9.443 million', CARS_2023)} cars.</p>"
    published(an_article(body))
    published(an_article(body), published_at=MARCH)
    an_article(body)
    gone = an_article(body)
    published(gone)
    withdraw(gone, by=None, at=FEBRUARY, reason="A mistake.")
    assert [(each.quoted, len(each.quoting)) for each in figures("9.443 million", FEBRUARY)] == [(1, 1)]


def test_the_articles_that_quote_it_are_named_in_the_language_of_the_reader_first(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    body = f"<p>{figure('9.443 million', CARS_2023)} cars.</p>"
    published(an_article(body, title="Cars"), at=JANUARY)
    for n in range(3):
        published(an_article(body, title=f"گاڑیاں {n}", language="ur"), at=FEBRUARY)
    named = [each.title for each in figures("9.443 million", MARCH)[0].quoting]
    assert named == ["Cars", "گاڑیاں 2"]
    html = client.get("/ur/search/", {"q": "9.443 million"}).content.decode()
    assert html.index("گاڑیاں 1") < html.index("</section>")


def test_the_page_tells_the_figure_before_the_articles(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443", date(2025, 1, 10))
    stated(a_series("CARS"), "2023", "9.5", date(2025, 2, 10), at=FEBRUARY)
    published(an_article("<p>Sales of 9.443 million.</p>", title="Sales"))
    html = client.get("/search/", {"q": "9.443 million"}).content.decode()
    assert html.index("<bdi>9.443</bdi><small>million vehicles, 2023</small>") < html.index(">Sales<")
    assert "Revised since 10 February 2025 to 9.5 million" in html
    assert "Not quoted" in html


def test_articles_are_narrowed_by_the_state_of_a_figure_as_it_was_on_the_day() -> None:
    series = a_series("CARS")
    stated(series, "2023", "9.443", date(2025, 1, 10))
    published(an_article(f"<p>Sales of {figure('9.443 million', CARS_2023)} cars.</p>", title="With"))
    published(an_article("<p>Sales.</p>", title="Without"))
    stated(series, "2023", "9.5", date(2025, 2, 10), at=FEBRUARY)

    def titles(state: str, at: Any) -> list[str]:
        return [hit.title for hit in find("sales", Scope(state=state), at=at).hits]

    assert titles("revised", MARCH) == titles("holds", JANUARY) == ["With"]
    assert titles("revised", JANUARY) == titles("holds", MARCH) == titles("contradicted", MARCH) == []
    assert find("sales", at=MARCH).facets.states == [("revised", 1)]
    assert find("sales", at=JANUARY).facets.states == [("holds", 1)]


def test_articles_are_narrowed_by_publication(client: Client) -> None:
    paper = Publication.objects.create(slug="daily", title="The Daily")
    published(an_article("<p>Sales.</p>", title="One", publication=paper))
    published(an_article("<p>Sales.</p>", title="Two"))
    wide = client.get("/search/", {"q": "sales"}).content.decode()
    assert '<input type="radio" name="publication" value="daily">' in wide
    narrow = client.get("/search/", {"q": "sales", "publication": "daily", "state": "bad"}).content.decode()
    assert ">One<" in narrow
    assert ">Two<" not in narrow
    assert "<bdi>The Daily</bdi>" in narrow


def test_a_slip_is_mended_from_the_words_of_the_house_where_that_finds_something() -> None:
    a_series("TARIFFS")
    assert find("tarifs", at=MARCH).spelling.question == ""
    published(an_article("<p>Tariffs fell.</p>"))
    assert find("tarifs", at=MARCH).spelling.question == "tariffs"
    assert find("tarifs zzzzzz", at=MARCH).spelling.question == ""


def test_an_article_is_found_by_its_figure_in_whatever_scale_it_was_asked(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    body = f"<p>Sales of {figure('9.443 million', CARS_2023)} cars.</p>"
    for n in range(4):
        published(an_article(body, title=f"Sales {n}", slug=f"sales-{n}"))
    html = client.get("/search/", {"q": "9,443,000"}).content.decode()
    assert "Quoted in 4 articles" in html
    assert html.count('href="/articles/sales-') == 2
    assert 'href="/indicators/CARS/#quoted">and 2 more</a>' in html
    early = client.get("/search/", {"q": "9,443,000", "as_of": "2025-02-01"}).content.decode()
    assert '?as_of=2025-02-01#f1"' in early


def test_a_figure_that_one_article_prints_twice_names_it_once() -> None:
    stated(a_series("CARS"), "2023", "9.443")
    mark = figure("9.443 million", CARS_2023)
    published(an_article(f"<p>Sales of {mark}, that is {mark}.</p>"))
    (one,) = figures("9.443 million")
    assert (one.quoted, len(one.quoting)) == (1, 1)


def test_percent_is_no_number_of_vehicles_and_vehicles_are_no_percent() -> None:
    stated(a_series("GROWTH", unit="percent"), "2023", "54.0", unit_mult=0)
    stated(a_series("CARS"), "2023", "54", unit_mult=6)
    assert found("-54%") == found("54 percent") == [("GROWTH.CHN.A.STAT:2023", "54.0")]
    assert found("54 million vehicles") == [(CARS_2023, "54")]
    assert sorted(found("54")) == [(CARS_2023, "54"), ("GROWTH.CHN.A.STAT:2023", "54.0")]


@pytest.mark.parametrize(
    ("code", "periods"),
    [
        ("CARS.CHN.A.STAT", [CARS_2023]),
        ("cars.chn.a.stat", [CARS_2023]),
        ("CARS.CHN", ["CARS.CHN.A.OTHER:2023", CARS_2023]),
        ("CARS.CHN.A.STAT:2022", ["CARS.CHN.A.STAT:2022"]),
        ("CARS.CHN.A.STAT:", [CARS_2023]),
        ("CARS.CHN.A.STAT:1900", []),
        ("CARS.PAK", []),
    ],
)
def test_the_code_of_a_series_finds_what_it_states(code: str, periods: list[str]) -> None:
    stated(a_series("CARS"), "2022", "7.0")
    stated(a_series("CARS"), "2023", "9.443")
    stated(a_series("CARS", source="OTHER"), "2023", "9.587")
    assert [reference for reference, _value in found(code)] == periods
    assert [each.code for each in indicators_named(read_query(code), 5)] == (
        [] if code == "CARS.PAK" else ["CARS"]
    )


@pytest.mark.parametrize("text", ["a", "x", "- x", "a OR b"])
def test_a_single_letter_names_no_indicator(text: str) -> None:
    a_series("BOX")
    assert indicators_named(read_query(text), 5) == []


def test_a_word_left_out_leaves_out_indicators_too() -> None:
    a_series("CARS")
    a_series("BIKES")
    assert [each.code for each in indicators_named(read_query("production -cars"), 5)] == ["BIKES"]


@pytest.mark.parametrize("text", ["9.44 million", "9.44", "944 万", "9.44 million vehicles", "-9.44 million"])
def test_a_rounding_finds_what_it_was_rounded_from_where_nothing_states_it(text: str) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    stated(a_series("BIKES"), "2023", "9.446")
    assert found(text) == [(CARS_2023, "9.443")]
    stated(a_series("CARTS"), "2023", "9.44")
    if "万" not in text:
        assert found(text) == [("CARTS.CHN.A.STAT:2023", "9.44")]


@pytest.mark.parametrize(
    "text", ["9.4 million", "9,000,000", "94.4 million", "9.44%", "1e400 million", "0.00"]
)
def test_a_short_rounding_and_another_magnitude_find_nothing(text: str) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    assert found(text) == []


def test_a_figure_is_suggested_while_its_number_is_typed(client: Client) -> None:
    stated(a_series("CARS"), "2023", "9.443")
    asked = {"q": "9.443 mil", "as_of": "2025-02-01"}
    (one,) = client.get("/ur/search/suggest/", asked).json()["suggestions"]
    assert (one["kind"], one["url"]) == ("figure", "/ur/indicators/CARS/?as_of=2025-02-01")
    assert "9.443" in one["text"]
    assert client.get("/search/suggest/", {"q": "2023"}).json()["suggestions"] == []
