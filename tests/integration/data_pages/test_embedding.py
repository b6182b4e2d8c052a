"""Charts on other people's pages: only the frame may be framed, oEmbed answers for our own addresses only."""

from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.integration.data_pages.charting import a_revised_indicator

pytestmark = pytest.mark.django_db
PAGE = "http://testserver/indicators/CARS/"


@pytest.fixture(autouse=True)
def _figures(client: Client) -> None:
    client.get("/contact/")
    a_revised_indicator()


def test_only_the_frame_may_be_framed(client: Client) -> None:
    framed = client.get("/indicators/CARS/embed/")
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert "script-src 'self'" in framed["Content-Security-Policy"]
    assert framed["X-Robots-Tag"] == "noindex"
    assert not framed.cookies
    for address in ("/indicators/CARS/", "/indicators/CARS/chart.svg", "/indicators/NONE/embed/"):
        strict = client.get(address)
        assert "frame-ancestors 'none'" in strict["Content-Security-Policy"]
        assert strict["X-Frame-Options"] == "DENY"


def test_a_frame_is_live_or_pinned_and_tells_its_day_and_its_page(client: Client) -> None:
    live = client.get("/indicators/CARS/embed/").content.decode()
    assert "33.35" in live
    assert 'href="/indicators/CARS/" target="_blank"' in live
    pinned = client.get("/indicators/CARS/embed/?as_of=2024-05-01&from=2019").content.decode()
    assert "33.35" not in pinned
    assert '<time datetime="2024-05-01">1 May 2024</time>' in pinned
    assert 'href="/indicators/CARS/?from=2019&amp;as_of=2024-05-01"' in pinned
    assert "<form" not in pinned
    assert "style=" not in pinned


def test_the_page_gives_the_code_of_both(client: Client) -> None:
    text = client.get("/ur/indicators/CARS/?scale=log").content.decode()
    assert "&lt;iframe src=&quot;http://testserver/ur/indicators/CARS/embed/?scale=log&quot;" in text
    assert "embed/?scale=log&amp;amp;as_of=" in text
    assert "/static/articles/embed.js&quot;&gt;&lt;/script&gt;" in text


def test_a_reader_who_has_the_frame_gets_304(client: Client) -> None:
    first = client.get("/indicators/CARS/embed/")
    assert client.get("/indicators/CARS/embed/", headers={"if-none-match": first["ETag"]}).status_code == 304


def ask(client: Client, url: str, **more: str) -> dict[str, object]:
    response = client.get("/oembed", {"url": url, **more})
    assert response.status_code == 200, response.content
    told: dict[str, object] = response.json()
    return told


def test_oembed_is_discovered_and_gives_the_frame(client: Client) -> None:
    text = client.get("/indicators/CARS/?as_of=2024-05-01").content.decode()
    asked = quote("http://testserver/indicators/CARS/?as_of=2024-05-01", safe="")
    assert (
        f'type="application/json+oembed" href="http://testserver/oembed?url={asked}&amp;format=json"' in text
    )
    told = ask(client, f"{PAGE}?as_of=2024-05-01&utm_source=x")
    assert (told["type"], told["version"], told["title"]) == ("rich", "1.0", "Production of cars")
    assert 'src="http://testserver/indicators/CARS/embed/?as_of=2024-05-01"' in str(told["html"])


def test_oembed_keeps_to_the_size_that_fits(client: Client) -> None:
    told = ask(client, PAGE, maxwidth="320", maxheight="200")
    assert (told["width"], told["height"]) == (320, 200)
    assert 'width="320" height="200"' in str(told["html"])
    assert ask(client, PAGE, maxwidth="999999")["width"] == 640
    for value in ("0", "-5", "wide", "1e3", "٣"):
        assert client.get("/oembed", {"url": PAGE, "maxwidth": value}).status_code == 400


def test_oembed_as_xml(client: Client) -> None:
    response = client.get("/oembed", {"url": "http://testserver/zh-hans/indicators/CARS/", "format": "xml"})
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    told = ElementTree.fromstring(response.content)  # noqa: S314 - our own text
    assert "/zh-hans/indicators/CARS/embed/" in (told.findtext("html") or "")
    assert client.get("/oembed", {"url": PAGE, "format": "yaml"}).status_code == 501


@pytest.mark.parametrize(
    "url",
    [
        "http://elsewhere.example/indicators/CARS/",
        "http://testserver@elsewhere.example/indicators/CARS/",
        "http://user@testserver/indicators/CARS/",
        "ftp://testserver/indicators/CARS/",
        "javascript:alert(1)",
        "http://testserver/articles/x/",
        "http://testserver/indicators/NONE/",
        "http://testserver/indicators/CARS/?as_of=soon",
        "http://testserver/indicators/CARS/?as_of=2020-01-01",
        "http://testserver/indicators/CARS/?" + "a=1&" * 700,
        "http://[/",
    ],
)
def test_oembed_knows_no_other_address(client: Client, url: str) -> None:
    assert client.get("/oembed", {"url": url}).status_code == 404


def test_oembed_without_an_address_says_what_is_missing(client: Client) -> None:
    assert client.get("/oembed").status_code == 400
