"""The search page and the suggestions while a reader types."""

from typing import Any

import pytest
from django.test import Client

from articles.citations.models import Publication
from indicators.catalogue.models import Indicator, Unit
from taxonomy.models import KeywordLabel
from tests.newsroom import FEBRUARY, JANUARY, a_keyword, a_series, an_article, published, stated

pytestmark = pytest.mark.django_db
BODY = "<p>New energy vehicles and tariffs.</p>"


def page(client: Client, query: str, prefix: str = "") -> str:
    answer = client.get(f"{prefix}/search/?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def suggestions(client: Client, query: str, prefix: str = "") -> list[tuple[str, str, str]]:
    found = client.get(f"{prefix}/search/suggest/?{query}").json()["suggestions"]
    return [(each["kind"], each["text"], each["url"]) for each in found]


def an_indicator(code: str, name: str, **fields: Any) -> Indicator:
    return Indicator.objects.create(code=code, name=name, unit=Unit.objects.get(code="vehicle"), **fields)


def test_a_hit_shows_the_passage_with_the_words_marked(client: Client) -> None:
    published(an_article(BODY, title="Cars & tariffs", standfirst="Something else.", slug="cars"))
    html = page(client, "q=tariff")
    assert '<p class="snip">Something else. New energy vehicles and <mark>tariffs</mark>.</p>' in html
    assert '<a href="/articles/cars/">Cars &amp; <mark>tariffs</mark></a>' in html
    assert '<meta name="robots" content="noindex, follow">' in html
    assert 'value="tariff"' in html


def test_a_hit_without_a_standfirst_has_its_passage_too(client: Client) -> None:
    published(an_article(BODY))
    assert "<mark>tariffs</mark>" in page(client, "q=tariff")


def test_facets_narrow_and_chips_take_the_filter_away(client: Client) -> None:
    published(an_article(BODY, title="One", keywords=("China",), issued="2023"))
    published(an_article(BODY, title="Two", keywords=("Trade",), issued="2024"))
    wide = page(client, "q=tariff")
    assert '<input type="radio" name="keyword" value="china">' in wide
    assert '<input type="radio" name="year" value="2023">' in wide
    narrow = page(client, "q=tariff&keyword=china&year=2023")
    assert ">One<" in narrow
    assert ">Two<" not in narrow
    assert '<a href="?q=tariff&amp;year=2023"><bdi>China</bdi>' in narrow
    assert '<input type="hidden" name="keyword" value="china">' in narrow


def test_what_all_results_share_is_no_facet(client: Client) -> None:
    published(an_article(BODY, keywords=("China",)))
    published(an_article(BODY, keywords=("China", "Trade")))
    html = page(client, "q=tariff")
    assert 'value="trade"' in html
    assert 'value="china"' not in html


def test_a_series_is_found_by_its_name_in_any_language_and_by_its_code(client: Client) -> None:
    names = {"zh-hans": "新能源汽车产量"}
    an_indicator("EV_OUTPUT", "Production of electric vehicle", translations=names)
    for query in ("electric vehicles", "EV_OUTPUT", "新能源汽车"):
        assert 'href="/indicators/EV_OUTPUT/"' in page(client, f"q={query}")
    assert "EV_OUTPUT" not in page(client, "q=electric tariff")


def test_empty_states_say_what_to_try(client: Client) -> None:
    a_keyword("Pakistan")
    assert "Type words" in page(client, "")
    nothing = page(client, "q=pakisten")
    assert "No article has all of this." in nothing
    assert '<a href="/search/?q=Pakistan">Pakistan</a>' in nothing


def test_a_question_of_nothing_but_exclusions_or_signs_says_so(client: Client) -> None:
    published(an_article(BODY, title="One"))
    for question in ("-tariff", '-"solar cells"'):
        assert "These are only words to leave out." in page(client, f"q={question}")
    for question in ("😀", "%25", '"', "“”", "*"):
        assert "There is no word and no number in this" in page(client, f"q={question}")


def test_parameters_that_cannot_be_meant_are_ignored(client: Client) -> None:
    published(an_article(BODY, title="One"))
    for query in (
        "q=tariff&year=abc&page=-1&language=xx&sort=up",
        "q=tariff&utm_source=x",
        "q=tariff&page=0",
    ):
        assert ">One<" in page(client, query)
    assert "no further results" in page(client, "q=tariff&page=40")
    page(client, "q=%00%ff%22*&keyword=%00&year=9999999")


def test_a_malformed_day_is_refused(client: Client) -> None:
    assert client.get("/search/?q=x&as_of=soon").status_code == 400
    assert client.get("/search/suggest/?q=x&as_of=2999-01-01").status_code == 400


def test_an_earlier_day_is_searched_as_it_was(client: Client) -> None:
    article = an_article(BODY, title="Early")
    published(article, at=JANUARY)
    article.title = "Late"
    article.save()
    published(article, at=FEBRUARY, kind="update", note="Renamed.")
    assert ">Early<" in page(client, "q=tariff&as_of=2025-01-20")
    assert "No article published by" in page(client, "q=tariff&as_of=2024-12-01")
    assert ">Late<" in page(client, "q=tariff")


def test_what_was_found_of_an_earlier_day_is_read_and_cited_as_of_that_day(client: Client) -> None:
    article = an_article(BODY, title="Early", slug="early")
    published(article)
    published(article, at=FEBRUARY, kind="update", note="More.")
    there = "/articles/early/?as_of=2025-01-20"
    for html in (page(client, "q=tariff&as_of=2025-01-20"), *lists_of(client, "as_of=2025-01-20")):
        assert f'href="{there}"' in html
        assert f'<abbr class="unapi-id" title="{there}"></abbr>' in html
    assert '<abbr class="unapi-id" title="/articles/early/"></abbr>' in page(client, "q=tariff")
    assert "Edition 1" in client.get("/unapi", {"id": there, "format": "ris"}).content.decode()


def lists_of(client: Client, query: str) -> list[str]:
    """Pages beside the search that show an article."""
    return [client.get(f"{place}?{query}").content.decode() for place in ("/articles/", "/articles/early/")]


@pytest.mark.parametrize("count", [2, 30])
def test_sixteen_queries_at_most(client: Client, django_assert_max_num_queries: Any, count: int) -> None:
    for _ in range(count):
        published(an_article(BODY, keywords=("Trade", "China")))
    with django_assert_max_num_queries(16):
        page(client, "q=tariff&keyword=trade&as_of=2025-02-01")
        page(client, "q=cars+9.443+million+tariff")


def test_suggestions_are_keywords_indicators_and_titles_that_begin_as_typed(client: Client) -> None:
    keyword = a_keyword("Vehicles")
    KeywordLabel.objects.create(keyword=keyword, text="گاڑیاں", role="preferred", language="ur")
    an_indicator("EV_OUTPUT", "Production of vehicles")
    published(an_article(title="Electric vehicles ahead", slug="ahead"))
    an_article(title="Electric vehicles in a draft")
    assert suggestions(client, "q=vehi") == [
        ("keyword", "Vehicles", "/keywords/vehicles/"),
        ("indicator", "Production of vehicles", "/indicators/EV_OUTPUT/"),
        ("article", "Electric vehicles ahead", "/articles/ahead/"),
    ]
    assert suggestions(client, "q=گاڑ", prefix="/ur") == [("keyword", "گاڑیاں", "/ur/keywords/vehicles/")]
    assert suggestions(client, "q=electric+veh")[-1][1] == "Electric vehicles ahead"
    assert suggestions(client, "q=") == []


def test_suggestions_are_eight_in_three_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    for number in range(12):
        published(an_article(title=f"Vehicles {number}"))
        a_keyword(f"Vehicles {number}")
    with django_assert_max_num_queries(3):
        assert len(suggestions(client, "q=vehicles")) == 8


def test_suggestions_of_every_kind_are_eight_together(client: Client) -> None:
    for n in range(3):
        a_keyword(f"54 percent club {n}")
        Indicator.objects.create(code=f"PCT_{n}", name=f"Percent {n}", unit=Unit.objects.get(code="percent"))
        stated(a_series(f"RATE_{n}", unit="percent"), "2024", "54.0")
    for n in range(9):
        published(an_article(title=f"54 percent, part {n}"))
    found = suggestions(client, "q=54+percent")
    assert {kind for kind, *_rest in found} == {"keyword", "indicator", "figure"}
    assert len(found) == 8


def test_a_publication_of_which_nothing_is_public_is_not_named_by_a_filter(client: Client) -> None:
    paper = Publication.objects.create(slug="hidden-paper", title="Hidden Paper")
    draft = an_article(BODY, publication=paper)
    assert "Hidden Paper" not in page(client, "q=tariff&publication=hidden-paper")
    published(draft, at=FEBRUARY)
    assert "<bdi>Hidden Paper</bdi>" in page(client, "q=tariff&publication=hidden-paper")
    assert "Hidden Paper" not in page(client, "q=tariff&publication=hidden-paper&as_of=2025-01-20")
