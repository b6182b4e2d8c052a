"""What extruct finds in the pages: JSON-LD, Open Graph, Dublin Core, and no half-said microdata or RDFa."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import unquote

import pytest

from tests.interop.addresses import ARTICLES, FRONTS, INDICATORS, KEYWORDS, LISTS, OTHERS, PAGES, REFUSALS
from tests.interop.conftest import HOST, Answer, Answers
from tests.interop.library import HOSTILE, SEED

TRADE = "/articles/trade/"


@cache
def found_in(answer: Answer, *more: str) -> dict[str, list[Any]]:
    import extruct

    syntaxes = ["json-ld", "opengraph", "dublincore", "microdata", *more]
    found: dict[str, list[Any]] = extruct.extract(
        answer.text, base_url=answer.url, syntaxes=syntaxes, errors="strict"
    )
    return found


def things(answer: Answer) -> Iterator[dict[str, Any]]:
    for block in found_in(answer)["json-ld"]:
        assert block["@context"] == "https://schema.org"
        yield from block["@graph"]


def the(kind: str, answer: Answer) -> dict[str, Any]:
    (found,) = (each for each in things(answer) if each["@type"] == kind)
    return found


def test_every_inner_page_says_how_it_is_reached(answers: Answers) -> None:
    for address in (each for each in PAGES if each not in FRONTS):
        steps = the("BreadcrumbList", answers[address])["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), address
        assert len(steps) > 1, address
        assert all(step["name"] and step["item"].startswith(f"{HOST}/") for step in steps), address
        path = address.partition("?")[0]
        assert unquote(steps[-1]["item"]) == HOST + path, address
        known = {step["item"].removeprefix(HOST) for step in steps[:-1]}
        assert known <= {
            *PAGES,
            "/",
            "/ur/",
            "/zh-hans/",
            "/zh-hans/archive/",
            "/zh-hans/keywords/",
            "/ur/indicators/",
            *map(_listed, ARTICLES),
        } | {f"/zh-hans/keywords/{slug}/" for slug in ("economics", "economic-development")}, address


def _listed(article: str) -> str:
    return article.rpartition("articles/")[0] + "articles/"


def test_a_front_page_says_which_site_it_is_and_how_it_is_searched(answers: Answers) -> None:
    for address in FRONTS:
        site = the("WebSite", answers[address])
        assert site["name"] == "CPEC Library"
        action = site["potentialAction"]
        assert action["target"]["urlTemplate"] == f"{HOST}{address}search/?q={{search_term_string}}"
        assert action["query-input"] == "required name=search_term_string"


def test_a_refusal_claims_nothing(answers: Answers) -> None:
    for address in REFUSALS:
        kinds = {each["@type"] for each in things(answers[address])}
        assert kinds <= {"BreadcrumbList"}, address


def test_a_republished_article_belongs_to_its_newspaper(answers: Answers) -> None:
    article = the("NewsArticle", answers[f"/articles/{SEED}/"])
    assert article["@id"] == f"{HOST}/articles/{SEED}/#article"
    assert article["datePublished"] == "2024-03-31"
    assert article["author"] == [{"@type": "Person", "name": "Yang Yundong"}]
    assert article["publisher"]["name"] == article["copyrightHolder"]["name"] == "Business Recorder"
    assert article["isPartOf"] == {
        "@type": "Newspaper",
        "name": "Business Recorder",
        "locationCreated": {"@type": "Place", "name": "Karachi"},
    }
    assert article["articleSection"] == "Economics"
    assert article["sdPublisher"]["name"] == "CPEC Library"
    assert len(article["about"]) == 12
    assert {each["@type"] for each in article["about"]} == {"DefinedTerm", "Person", "Place"}
    assert f"{HOST}/indicators/NEV_PROD/#dataset" in {each["@id"] for each in article["citation"]}


def test_a_correction_is_told_as_one(answers: Answers) -> None:
    article = the("NewsArticle", answers[TRADE])
    assert article["headline"] == HOSTILE
    assert article["isBasedOn"] == "https://paper.example.org/1?a=1&b=2"
    (correction,) = article["correction"]
    assert (correction["@type"], correction["text"]) == ("CorrectionComment", "The order was <wrong>.")
    assert article["image"][0].startswith(f"{HOST}/media/images/")
    assert "correction" not in the("NewsArticle", answers["/articles/rates/"])


@pytest.mark.parametrize("address", INDICATORS)
def test_an_indicator_is_a_data_set_that_search_engines_take(answers: Answers, address: str) -> None:
    data = the("Dataset", answers[address])
    assert 50 <= len(data["description"]) <= 5000
    assert data["url"] == HOST + address
    assert data["creator"]
    assert all(each["@type"] == "Organization" and each["name"] for each in data["creator"])
    start, _, end = data["temporalCoverage"].partition("/")
    assert start < end
    assert data["spatialCoverage"] == [
        {"@type": "Place", "name": data["spatialCoverage"][0]["name"], "identifier": "CHN"}
    ]
    assert data["variableMeasured"]["unitText"]
    assert {each["encodingFormat"] for each in data["distribution"]} == {"text/csv", "application/json"}
    assert all(each["contentUrl"].startswith(f"{HOST}/") for each in data["distribution"])
    assert found_in(answers[address])["opengraph"][0]["properties"][0] != ("og:type", "website")


def test_two_sources_of_an_indicator_are_two_creators(answers: Answers) -> None:
    data = the("Dataset", answers["/indicators/NEV_PROD/"])
    assert len(data["creator"]) == 2
    assert data["dateModified"] == "2024-02-29"


def test_a_keyword_is_a_term_of_the_vocabulary(answers: Answers) -> None:
    term = the("DefinedTerm", answers["/keywords/china/"])
    assert term["@id"] == f"{HOST}/keywords/china/#term"
    assert term["inDefinedTermSet"]["@type"] == "DefinedTermSet"
    assert "https://www.wikidata.org/wiki/Q148" in term["sameAs"]
    assert "https://example.org/close" not in term["sameAs"], "a close match is not the same thing"
    assert {"@language": "ur", "@value": "چین"} in term["alternateName"]


def test_link_previews_have_a_picture_and_an_address(answers: Answers) -> None:
    for address in (*ARTICLES, *INDICATORS):
        told = dict(found_in(answers[address])["opengraph"][0]["properties"])
        assert told["og:url"] == HOST + address
        assert told["og:image:width"] == "1200"
        picture = told["og:image"].removeprefix(HOST).partition("?")[0]
        assert picture in answers or address in INDICATORS
        assert told["og:title"]
        assert ("og:type" in told) is (address in ARTICLES), (
            "an indicator with one would be cited as a web page"
        )


def test_dublin_core_names_the_newspaper(answers: Answers) -> None:
    (found,) = found_in(answers[f"/articles/{SEED}/"])["dublincore"]
    told = {each["name"].lower(): each["content"] for each in found["elements"]}
    assert told["dc.type"] == "newsitem"
    assert told["dc.source"] == "Business Recorder"
    assert told["dc.creator"] == "Yang, Yundong"
    assert told["dc.date"] == "2024-03-31"


def test_no_page_says_anything_twice_in_another_way(answers: Answers) -> None:
    for address in (*FRONTS, *ARTICLES, *INDICATORS, *KEYWORDS, *LISTS, *OTHERS):
        assert found_in(answers[address])["microdata"] == [], address


def test_rdfa_readers_find_what_open_graph_says(answers: Answers) -> None:
    read = found_in(answers[f"/articles/{SEED}/"], "rdfa")["rdfa"]
    assert [{"@value": "article"}] in [each.get("http://ogp.me/ns#type") for each in read]
