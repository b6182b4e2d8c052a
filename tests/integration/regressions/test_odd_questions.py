"""Odd questions get an answer of ours, never a failure."""

from typing import Any

import pytest
from django.test import Client

from articles.writing.models import Article
from tests.newsroom import an_article, an_editor, published

NUL = "%00"
DAYS = ["0001-01-01", "0001-01-02", "9999-12-30", "9999-12-31"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", ["published_after", "published_before"])
def test_the_ends_of_the_calendar_are_days_like_others(client: Client, name: str, day: str) -> None:
    assert client.get(f"/api/v1/articles/?{name}={day}").status_code == 200


@pytest.mark.parametrize("day", DAYS[:2])
@pytest.mark.parametrize(
    "path",
    [
        *("articles/", "articles/x/", "articles/x/editions/1/", "indicators/", "keywords/", "search/?q=x"),
        *("", "archive/", "archive/2024/01/", "corrections/", "feed.atom"),
        *("api/v1/articles/", "api/v1/articles/x/", "api/v1/observations/", "api/v1/quotations/"),
    ],
)
def test_the_beginning_of_the_calendar_as_a_day_to_look_back_to(client: Client, path: str, day: str) -> None:
    separator = "&" if "?" in path else "?"
    assert client.get(f"/{path}{separator}as_of={day}").status_code in {200, 404}


@pytest.mark.parametrize(
    "path",
    [
        *(f"/articles/{NUL}/", f"/articles/x{NUL}/editions/1/", f"/keywords/{NUL}/", f"/indicators/{NUL}/"),
        *(f"/sources/{NUL}/", f"/search/?q={NUL}", f"/search/?q=x&keyword={NUL}", f"/search/?q=x&year={NUL}"),
        *(
            f"/articles/?before={NUL}",
            f"/corrections/?year={NUL}",
            f"/?as_of={NUL}",
            f"/search/suggest/?q={NUL}",
        ),
        *(f"/api/v1/articles/{NUL}/", f"/api/v1/keywords/{NUL}/", f"/api/v1/sources/{NUL}/"),
        *(f"/api/v1/indicators/{NUL}/", f"/api/v1/series/{NUL}/", f"/api/v1/observations/{NUL}/"),
        *(
            f"/api/v1/observations/X.CHN.A.S:{NUL}/",
            f"/api/v1/releases/{NUL}/",
            f"/api/v1/articles/?q=a{NUL}",
        ),
    ],
)
def test_a_zero_byte_in_an_address_is_no_failure(client: Client, path: str) -> None:
    assert client.get(path).status_code in {200, 400, 404}


@pytest.mark.parametrize("path", ["figures/find/?q=a{0}b", "figures/find/?q=9.4&text={0}", "?q=a{0}"])
def test_a_zero_byte_at_the_desk_is_no_failure(at_desk: Client, path: str) -> None:
    assert at_desk.get("/admin/articles/article/" + path.format(NUL)).status_code in {200, 302, 400}


@pytest.mark.parametrize(
    "body",
    [
        "<p>a\x00b</p>",
        '<p><data data-observation="A\x00.B.C:2023">1</data></p>',
        '<p><data data-observation="CARS.CHN.A.STAT:2024">\ud83d9.4 \u202emillion</data></p>',
        "<p>" + "9" * 100_000 + "</p>",
        '<data data-observation="CARS.CHN.A.STAT:2024">' + "9" * 5000 + "</data>",
        '<data data-observation="CARS.CHN.A.STAT:2024">1e400</data>',
        "<data>" * 3000,
    ],
)
def test_odd_bodies_are_checked(at_desk: Client, body: str) -> None:
    posted: dict[str, Any] = {"body": body.encode("utf-8", "surrogatepass").decode("utf-8", "replace")}
    assert at_desk.post("/admin/articles/article/figures/check/", posted).status_code in {200, 400}


def form_of(article: Article, **changed: str) -> dict[str, str]:
    inlines = {
        f"{prefix}-{name}": "0"
        for prefix in ("contributions", "keyword_rows")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    fields = {"title": article.title, "slug": article.slug, "language": "en", "body": article.body}
    return {**inlines, **fields, "version": str(article.version), **changed}


@pytest.mark.parametrize("body", ["<p>" + "word " * 400_000 + "</p>", "<p>a\x00b</p>"])
def test_a_body_that_is_too_long_or_odd_is_told_in_the_form(at_desk: Client, body: str) -> None:
    article = an_article(body="<p>Stored.</p>")
    page = at_desk.post(f"/admin/articles/article/{article.pk}/change/", form_of(article, body=body))
    assert page.status_code in {200, 302}
    if page.status_code == 200:
        assert Article.objects.get().body == "<p>Stored.</p>"


@pytest.mark.parametrize(
    "path", ["/articles/steel/", "/articles/", "/", "/search/", "/indicators/", "/feed.atom"]
)
def test_a_day_given_twice_is_no_day(client: Client, path: str) -> None:
    published(an_article(slug="steel"))
    answer = client.get(f"{path}?as_of=2025-02-01&as_of=2025-02-02")
    assert answer.status_code == 400


@pytest.mark.parametrize("path", ["/articles/", "/search/", "/admin/articles/article/figures/check/"])
def test_a_form_from_elsewhere_is_refused_in_our_own_words_and_styles(path: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(path, {"body": "x"})
    assert answer.status_code in {403, 405}
    assert "<style" not in answer.content.decode()


def test_a_former_address_in_the_api_keeps_the_question(client: Client) -> None:
    article = an_article(slug="first")
    published(article)
    article.slug = "second"
    article.save()
    published(article, kind="update", note="Renamed.")
    answer = client.get("/api/v1/articles/first/?fields=slug")
    assert answer["Location"] == "/api/v1/articles/second/?fields=slug"
