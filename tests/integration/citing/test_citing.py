"""What a reference manager finds at an article: files, unAPI, the head; and nothing of what is not public."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.citations.models import Agent, Publication
from articles.citing.from_edition import item_of
from articles.contact.models import Contact
from articles.editions.api_text import row_text
from articles.editions.compile import recompile_edition
from articles.reading.finished import shelf
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from tests.newsroom import JANUARY, MARCH, a_series, an_article, published, stated

pytestmark = pytest.mark.django_db
FILES = {
    "ris": "application/x-research-info-systems",
    "bib": "text/x-bibtex",
    "csl.json": "application/vnd.citationstyles.csl+json",
}


@pytest.fixture
def cited() -> Article:
    paper = Publication.objects.create(slug="daily-post", title="Daily Post", kind="newspaper")
    person = Agent.objects.create(slug="khan", kind="person", name="Amina Khan", family="Khan", given="Amina")
    board = Agent.objects.create(slug="board", kind="organisation", name="Board of Trade, Karachi")
    article = an_article(
        "<p>Words.</p>",
        slug="trade-rises",
        title="Trade </script><b>rises",
        publication=paper,
        issued="2023-05-04",
        url="https://paper.example.org/1",
        rights="Republished with permission.",
        keywords=("Trade",),
    )
    article.contributions.create(agent=person, role="author", position=1)
    article.contributions.create(agent=board, role="author", position=2)
    published(article)
    return article


@pytest.mark.parametrize(("ending", "mime"), FILES.items())
def test_the_citation_of_an_article_is_a_file(client: Client, cited: Article, ending: str, mime: str) -> None:
    answer = client.get(f"/articles/trade-rises.{ending}")
    assert answer["Content-Type"] == f"{mime}; charset=utf-8"
    assert f'filename="trade-rises.{ending}"' in answer["Content-Disposition"]
    told = answer.content.decode()
    assert "http://testserver/articles/trade-rises/" in told
    assert "Board of Trade" in told
    assert (
        client.get(f"/articles/trade-rises.{ending}", headers={"If-None-Match": answer["ETag"]}).status_code
        == 304
    )


def test_ris_has_every_author_and_keyword(client: Client, cited: Article) -> None:
    lines = client.get("/articles/trade-rises.ris").content.decode().split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert {"AU  - Khan, Amina", "AU  - Board of Trade Karachi", "KW  - Trade"} <= set(lines)
    assert "N1  - Original URL: https://paper.example.org/1" in lines


def test_the_head_is_the_one_that_reference_managers_read_right(client: Client, cited: Article) -> None:
    page = client.get("/articles/trade-rises/").content.decode()
    tags = set(re.findall(r'<meta (?:name|property)="([^"]+)"', page))
    assert {
        "citation_title",
        "citation_author",
        "DC.source",
        "prism.publicationName",
        "z:itemType",
        "og:url",
    } <= tags
    assert "citation_journal_title" not in tags
    assert page.count('name="citation_author"') == 1, (
        "an organisation would be split into given and family name"
    )
    assert page.count('name="DC.creator"') == 2
    assert '<link rel="canonical" href="http://testserver/articles/trade-rises/">' in page
    assert "\ue000" not in page


def test_linked_data_names_the_newspaper_and_cannot_end_its_element(client: Client, cited: Article) -> None:
    Contact.objects.update_or_create(pk=1, defaults={"site_name": 'The "Library" </script>'})
    page = client.get("/articles/trade-rises/").content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert len(found) == 1
    article, way = json.loads(found[0])["@graph"]
    assert article["headline"] == "Trade </script><b>rises"
    assert article["publisher"]["name"] == article["copyrightHolder"]["name"] == "Daily Post"
    assert article["isBasedOn"] == "https://paper.example.org/1"
    assert article["datePublished"] == "2023-05-04"
    assert article["sdPublisher"]["name"] == 'The "Library" </script>'
    assert [each["position"] for each in way["itemListElement"]] == [1, 2, 3]


def test_the_newspaper_printed_the_original_and_not_our_translation(client: Client, cited: Article) -> None:
    theirs: dict[str, Any] = {
        "issued": "2023-05-04",
        "section": "کاروبار",
        "page": "7",
        "publication": cited.publication,
    }
    ours = an_article(
        slug="tijarat", title="تجارت", language="ur", translation_of=cited, url=cited.url, **theirs
    )
    helper = Agent.objects.create(slug="helper", name="A Translator")
    ours.contributions.create(agent=helper, role="translator", position=1)
    published(ours, at=MARCH)
    page = client.get("/ur/articles/tijarat/").content.decode()
    head = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    article = json.loads(head)["@graph"][0]
    assert article["publisher"]["name"] == "CPEC Library"
    assert article["datePublished"] == timezone.localtime(MARCH).isoformat()
    assert article["translator"] == [{"@type": "Person", "name": "A Translator"}]
    assert article["isBasedOn"] == "https://paper.example.org/1"
    assert article["copyrightHolder"]["name"] == "Daily Post"
    assert {"isPartOf", "pagination"} & set(article) == set()
    assert article["articleSection"] == "کاروبار"
    original = article["translationOfWork"]
    assert original["publisher"]["name"] == original["isPartOf"]["name"] == "Daily Post"
    assert (original["inLanguage"], original["datePublished"]) == ("en", "2023-05-04")
    # The name of the section is translated, so that it is none of the newspaper's.
    assert "articleSection" not in original
    assert original["pagination"] == "7"
    # Reference managers read the head, which cites the print as before.
    for tag in (
        'name="citation_publication_date" content="2023/05/04"',
        'name="DC.source" content="Daily Post"',
    ):
        assert f"<meta {tag}>" in page
    assert client.get("/ur/articles/tijarat.csl.json").json()[0]["container-title"] == "Daily Post"


def test_the_page_gives_five_styles(client: Client, cited: Article) -> None:
    page = client.get("/articles/trade-rises/").content.decode()
    assert all(f"<dt>{style}</dt>" in page for style in ("APA", "MLA", "Chicago", "IEEE", "Vancouver"))
    assert "Khan, A., &amp; Board of Trade, Karachi. (2023, May 4)." in page


def asked(client: Client, **query: str) -> Any:
    return client.get("/unapi", query)


def test_unapi_answers_as_its_specification_says(client: Client, cited: Article) -> None:
    here = "/articles/trade-rises/"
    assert asked(client).status_code == 200
    assert '<format name="ris" type="application/x-research-info-systems"/>' in asked(client).content.decode()
    assert asked(client, id=here).status_code == 300
    assert asked(client, id=here, format="ris").content == client.get("/articles/trade-rises.ris").content
    assert asked(client, id=here, format="mods").status_code == 406
    assert asked(client, id="/articles/nothing/", format="ris").status_code == 404
    assert asked(client, id="https://elsewhere.example/", format="ris").status_code == 404


def test_nothing_that_is_not_public_is_cited(client: Client, cited: Article) -> None:
    an_article(slug="a-draft", title="Secret")
    assert client.get("/articles/a-draft.ris").status_code == 404
    assert asked(client, id="/articles/a-draft/", format="ris").status_code == 404
    withdraw(cited, by=None, at=timezone.now(), reason="Permission was taken back.")
    gone = client.get("/articles/trade-rises.ris")
    assert gone.status_code == 410
    assert "Khan" not in gone.content.decode()
    assert asked(client, id="/articles/trade-rises/", format="ris").status_code == 410


def test_an_old_address_leads_to_the_present_file(client: Client, cited: Article) -> None:
    cited.slug = "trade-again"
    cited.save()
    published(cited, at=JANUARY.replace(month=2), kind="update", note="Renamed.")
    answer = client.get("/articles/trade-rises.bib")
    assert (answer.status_code, answer["Location"]) == (301, "/articles/trade-again.bib")


def test_unapi_gives_the_citation_of_an_indicator_as_known_on_a_day(client: Client) -> None:
    """The one way in which a reference manager keeps the name of an office in one piece."""
    cars = a_series("CARS")
    stated(cars, "2024", "9.443", on=date(2025, 1, 10))
    stated(cars, "2024", "9.5", on=date(2025, 3, 1), at=MARCH)
    here = "/indicators/CARS/"
    assert asked(client, id=here).status_code == 300
    told = asked(client, id=here, format="ris").content.decode()
    assert told == client.get("/indicators/CARS/cite.ris").content.decode()
    assert "TY  - DATA" in told
    assert "AU  - Office STAT" in told
    earlier = asked(client, id=f"{here}?as_of=2025-02-01", format="ris").content.decode()
    assert "DA  - 2025/01/10/" in earlier
    assert "N1  - As known on 2025-02-01" in earlier
    assert asked(client, id=f"/ur{here}", format="csl-json").json()[0]["publisher"] == "CPEC Library"
    assert asked(client, id=f"{here}?as_of=2020-01-01", format="ris").status_code == 404
    assert asked(client, id=f"{here}?as_of=2999-01-01", format="ris").status_code == 400
    assert asked(client, id="/indicators/NOTHING/", format="ris").status_code == 404


def test_an_edition_keeps_the_place_of_its_newspaper(client: Client, cited: Article) -> None:
    """As the name of the newspaper: what is published later tells the new one, earlier editions stay."""
    paper = cited.publication
    assert paper is not None
    assert "CY  - " not in client.get("/articles/trade-rises.ris").content.decode()
    paper.place = "Karachi"
    paper.save()
    cited.refresh_from_db()
    edition = cited.editions.get()
    assert not recompile_edition(edition, at=timezone.now())
    published(cited, at=JANUARY.replace(month=2), kind="update", note="The place is known.")
    assert "CY  - Karachi" in client.get("/articles/trade-rises.ris").content.decode()
    answer = client.get("/api/v1/articles/trade-rises/").json()
    assert answer["publication"]["place"] == "Karachi"


def test_editions_from_before_places_were_known_are_told_as_they_are(client: Client, cited: Article) -> None:
    edition = cited.editions.get()
    del edition.snapshot["publication"]["place"]
    item = item_of(edition, origin="https://library.example.org", site_name="The Library")
    assert item.place == ""
    assert '"place":""' in row_text(edition, [])


def test_the_page_of_a_newspaper_tells_its_place(client: Client, cited: Article) -> None:
    assert "Place" not in client.get("/publications/daily-post/").content.decode()
    Publication.objects.filter(slug="daily-post").update(place="Karachi")
    shelf.clear()
    assert (
        "<dt>Place</dt><dd><bdi>Karachi</bdi></dd>"
        in client.get("/publications/daily-post/").content.decode()
    )
