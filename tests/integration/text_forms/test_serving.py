"""Articles as text: by suffix and by `Accept`, as of any day, and never what is not public."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.contact.current import contact
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
HERE = "/articles/cars/"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture
def cars() -> Article:
    stated(a_series("CARS"), "2024", "9.443")
    article = an_article(
        f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')} cars.</p>", slug="cars", title="Cars"
    )
    published(article)
    stated(a_series("CARS"), "2024", "9.5", on=FEBRUARY.date(), at=FEBRUARY)
    return article


@pytest.mark.parametrize(("ending", "mime"), [("md", "text/markdown"), ("txt", "text/plain")])
def test_the_suffix_and_the_header_give_the_same(
    client: Client, cars: Article, ending: str, mime: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    contact()
    with django_assert_num_queries(1):
        by_suffix = client.get(f"/articles/cars.{ending}")
    with django_assert_num_queries(1):
        by_header = client.get(HERE, headers={"Accept": f"{mime}, text/html;q=0.5"})
    assert by_suffix["Content-Type"] == by_header["Content-Type"] == f"{mime}; charset=utf-8"
    assert by_suffix.content == by_header.content
    assert by_header["Vary"] == "Accept"
    assert by_suffix["Link"] == '<http://testserver/articles/cars/>; rel="canonical"'
    unchanged = client.get(f"/articles/cars.{ending}", headers={"If-None-Match": by_suffix["ETag"]})
    assert unchanged.status_code == 304


@pytest.mark.parametrize(
    "accept",
    [BROWSER, "*/*", "", "text/html", "text/*", "text/plain;q=0.3, text/html", "image/png", "nonsense"],
)
def test_everybody_else_gets_the_page(client: Client, cars: Article, accept: str) -> None:
    answer = client.get(HERE, headers={"Accept": accept})
    assert answer["Content-Type"].startswith("text/html")
    assert answer["Vary"] == "Accept", "a shared cache must not give the page to who asks for text"


def test_a_past_day_shows_what_was_known_then(client: Client, cars: Article) -> None:
    now, then = (client.get(f"/articles/cars.md{day}").content.decode() for day in ("", "?as_of=2025-01-20"))
    assert "Since revised to 9.5 million" in now
    assert "revised" not in then
    assert "As known on: 2025-01-20" in then
    assert client.get("/articles/cars.md?as_of=2025-01-20")["X-Robots-Tag"] == "noindex"
    assert client.get("/articles/cars.md?as_of=2024-01-01").status_code == 404
    assert client.get("/articles/cars.md?as_of=tomorrow").status_code == 400


def test_a_numbered_edition_stays_as_it_was(client: Client, cars: Article) -> None:
    cars.body = "<p>Other words.</p>"
    cars.save()
    published(cars, at=FEBRUARY, kind="update", note="Shorter.")
    assert "9.443 million" in client.get("/articles/cars/editions/1.md").content.decode()
    by_header = client.get("/articles/cars/editions/1/", headers={"Accept": "text/plain"})
    assert by_header.content == client.get("/articles/cars/editions/1.txt").content
    assert "Other words." in client.get("/articles/cars.md").content.decode()
    assert client.get("/articles/cars/editions/3.md").status_code == 404


def test_nothing_that_is_not_public_is_told(client: Client, cars: Article) -> None:
    an_article(slug="a-draft", title="Secret")
    assert client.get("/articles/a-draft.md").status_code == 404
    assert client.get("/articles/a-draft/", headers={"Accept": "text/markdown"}).status_code == 404
    assert "Secret" not in client.get("/llms.txt").content.decode()
    withdraw(cars, by=None, at=timezone.now(), reason="Permission was taken back.")
    for answer in (client.get("/articles/cars.txt"), client.get(HERE, headers={"Accept": "text/plain"})):
        assert (answer.status_code, answer.content) == (410, b"Permission was taken back.\n")
    assert client.get("/articles/cars/editions/1.md?as_of=2025-01-20").status_code == 410
    assert "Cars" not in client.get("/llms.txt").content.decode()


def test_an_old_address_leads_to_the_present_one(client: Client, cars: Article) -> None:
    cars.slug = "vehicles"
    cars.save()
    published(cars, at=FEBRUARY, kind="update", note="Renamed.")
    assert (
        client.get("/articles/cars.md?as_of=2025-03-01")["Location"]
        == "/articles/vehicles.md?as_of=2025-03-01"
    )
    negotiated = client.get(HERE, headers={"Accept": "text/markdown"})
    assert (negotiated.status_code, negotiated["Location"]) == (301, "/articles/vehicles/")
    assert client.get("/ur/articles/vehicles.md")["Location"] == "/articles/vehicles.md"


@pytest.mark.parametrize("count", [3, 80])
def test_the_index_for_programs_is_bounded(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    contact()
    for n in range(count):
        published(an_article(slug=f"a-{n}", title=f"Article [{n}]"))
    with django_assert_num_queries(2):
        told = client.get("/llms.txt").content.decode()
    assert told.count(".md>)") == min(count, 50)
    assert f"[Article \\[{count - 1}\\]](<http://testserver/articles/a-{count - 1}.md>)" in told
    assert client.get("/llms.txt?as_of=2025-01-01").content.decode().count(".md>)") == 0


@pytest.mark.parametrize(("language", "prefix", "stop"), [("ur", "/ur", "۔"), ("zh-hans", "/zh-hans", "。")])
def test_the_record_of_editions_ends_in_the_full_stop_of_its_language(
    client: Client, language: str, prefix: str, stop: str
) -> None:
    published(an_article(slug="there", language=language))
    text = client.get(f"{prefix}/articles/there.txt").content.decode()
    assert text.rstrip().endswith(stop)
