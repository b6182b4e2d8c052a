"""Charts as SVG and PNG, the workbook and the citation: what is seen, as of the day, and nothing that runs."""

import io
from datetime import date
from typing import Any

import orjson
import pytest
from django.test import Client
from openpyxl import load_workbook
from PIL import Image

from articles.link_pictures import turns
from indicators.catalogue.models import Indicator, Release
from tests.integration.data_pages.charting import a_revised_indicator
from tests.newsroom import a_series, stated

pytestmark = pytest.mark.django_db
CHARTS = "/indicators/CARS/"


@pytest.fixture(autouse=True)
def _figures(client: Client) -> None:
    client.get("/contact/")
    a_revised_indicator()


def svg(client: Client, query: str = "", prefix: str = "") -> str:
    response = client.get(f"{prefix}{CHARTS}chart.svg{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml"
    return str(response.content.decode())


def test_the_file_is_the_chart_that_is_seen(client: Client) -> None:
    assert ">33.35</text>" in svg(client)
    early = svg(client, "?as_of=2024-05-01&from=2020&scale=log")
    assert ">33.27</text>" in early
    assert "33.35" not in early
    assert ">2014</text>" not in early
    assert "logarithmic scale" in early
    assert "as known on 1 May 2024" in early
    assert "/indicators/CARS/?as_of=2024-05-01" in early.replace("</text>", "")


def test_a_chart_is_named_by_any_of_its_series(client: Client) -> None:
    stated(a_series("CARS", source="CLUB"), "2023", "40", date(2024, 1, 11))
    stated(a_series("CARS", area="PAK"), "2023", "1.5", date(2024, 1, 11))
    assert svg(client, "?chart=CARS.CHN.A.CLUB") == svg(client, "?chart=CARS.CHN.A.STAT")
    assert "Pakistan" in svg(client, "?chart=CARS.PAK.A.STAT")
    for ending in ("chart.svg", "chart.png", "embed/"):
        assert client.get(f"{CHARTS}{ending}?chart=BIKES.CHN.A.STAT").status_code == 404


def test_a_picture_is_not_drawn_again_for_a_reader_who_has_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(f"{CHARTS}chart.png")
    assert first["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(first.content)).width == 960
    monkeypatch.setattr("articles.reading.indicator_chart_files.png_of", pytest.fail)
    again = client.get(f"{CHARTS}chart.png", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again["ETag"]) == (304, first["ETag"])
    assert client.get(f"{CHARTS}chart.svg")["ETag"] != first["ETag"]


def test_one_picture_is_drawn_at_a_time(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    with turns.turn():
        busy = client.get(f"{CHARTS}chart.png")
        assert client.get(f"{CHARTS}chart.svg").status_code == 200
    assert (busy.status_code, busy["Retry-After"], busy["Cache-Control"]) == (503, "2", "no-store")
    assert client.get(f"{CHARTS}chart.png").status_code == 200


def test_before_the_first_statement_there_is_no_file(client: Client) -> None:
    for ending in ("chart.svg", "chart.png", "embed/", "cite.ris"):
        assert client.get(f"{CHARTS}{ending}?as_of=2020-01-01").status_code == 404
        assert client.get(f"/indicators/NONE/{ending}").status_code == 404


def test_the_words_are_in_the_language_of_the_address(client: Client) -> None:
    text = svg(client, prefix="/ur")
    assert 'xml:lang="ur"' in text
    assert "\u2067" in text


def test_each_address_has_its_budget(client: Client, django_assert_max_num_queries: Any) -> None:
    for n in range(40):
        stated(a_series("CARS"), str(1960 + n), "1.5")
    for ending, most in (
        ("", 6), ("chart.svg", 3), ("chart.png", 3), ("embed/", 3), ("cite.bib", 3), ("figures.xlsx", 3),
    ):  # fmt: skip
        with django_assert_max_num_queries(most):
            assert client.get(f"{CHARTS}{ending}").status_code == 200
    with django_assert_max_num_queries(3):
        assert client.get("/oembed?url=http://testserver/indicators/CARS/").status_code == 200


def workbook(client: Client, query: str = "") -> Any:
    response = client.get(f"{CHARTS}figures.xlsx{query}")
    assert response["Content-Disposition"].startswith('attachment; filename="CARS-')
    return load_workbook(io.BytesIO(response.content))


def test_the_workbook_has_figures_statements_and_what_they_are(client: Client) -> None:
    book = workbook(client)
    assert book.sheetnames == ["Figures", "Every statement", "About"]
    heads = [cell.value for cell in book["Figures"][1]]
    value = book["Figures"].cell(2, heads.index("value") + 1)
    assert (value.value, value.number_format) == (33.35, "#,##0.00")
    assert [book["Figures"].max_row, book["Every statement"].max_row] == [11, 12]
    early = workbook(client, "?as_of=2024-05-01")
    assert early["Figures"].cell(2, heads.index("value") + 1).value == 33.27


def test_no_text_in_the_workbook_is_a_formula(client: Client) -> None:
    Release.objects.update(title="=HYPERLINK(1)\x01")
    Indicator.objects.update(definition="+1")
    book = workbook(client)
    texts = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert texts == []
    assert book["About"]["B3"].value == "+1"


def test_a_number_longer_than_a_spreadsheet_keeps_stays_text(client: Client) -> None:
    stated(a_series("CARS"), "2024", "12345678901234567.89", unit_mult=0)
    heads = [cell.value for cell in workbook(client)["Figures"][1]]
    cell = workbook(client)["Figures"].cell(2, heads.index("value") + 1)
    assert (cell.value, cell.data_type) == ("12345678901234567.89", "s")


def test_the_data_are_cited_as_a_data_set_with_the_day(client: Client) -> None:
    told = orjson.loads(client.get(f"{CHARTS}cite.csl.json?as_of=2024-05-01").content)[0]
    assert told["type"] == "dataset"
    assert told["author"] == [{"literal": "Office STAT"}]
    assert told["issued"] == {"date-parts": [[2024, 2, 29]]}
    assert told["publisher"] == "CPEC Library"
    assert told["URL"] == "http://testserver/indicators/CARS/?as_of=2024-05-01"
    assert b"TY  - DATA\r\n" in client.get(f"{CHARTS}cite.ris").content
    assert b"@dataset{" in client.get(f"{CHARTS}cite.bib").content
    assert client.get(f"{CHARTS}cite.docx").status_code == 404
    page = client.get(f"{CHARTS}?as_of=2024-05-01").content.decode()
    assert (
        "Office STAT. (2024). Production of cars, China (As known on 2024-05-01) [Data set]. CPEC Library. "
        "http://testserver/indicators/CARS/?as_of=2024-05-01"
    ) in page
