"""What every public answer carries, and what it must not."""

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.contact.models import Contact
from tests.newsroom import FEBRUARY, an_article, an_editor, published

PAGES = (
    "/",
    "/articles/",
    "/articles/steel/",
    "/articles/steel/editions/1/",
    "/archive/",
    "/archive/2025/",
    "/archive/2025/01/",
    "/corrections/",
    "/contact/",
    "/feed.atom",
    "/ur/",
    "/zh-hans/corrections/",
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def steel() -> None:
    published(an_article(slug="steel"))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_sets_no_cookie_and_varies_by_no_reader(client: Client, address: str) -> None:
    page = client.get(address, headers={"accept-language": "ur", "cookie": "sessionid=x; django_language=ur"})
    assert page.status_code == 200
    assert not page.cookies
    # An article is text for those who prefer that; nothing else depends on who asks.
    assert page.headers.get("Vary", "Accept") == "Accept"
    assert page["Cache-Control"] == "public, max-age=0, s-maxage=10, must-revalidate"


@pytest.mark.parametrize("address", [*PAGES, "/nothing/", "/articles/?as_of=x", "/healthz", "/admin/login/"])
def test_every_answer_has_the_strict_policy(client: Client, address: str) -> None:
    page = client.get(address)
    policy = page["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["X-Frame-Options"] == "DENY"
    text = page.content.decode()
    assert " style=" not in text
    assert "<style" not in text
    assert "onclick" not in text


@pytest.mark.parametrize("address", PAGES)
def test_an_unchanged_page_is_not_sent_twice(client: Client, address: str) -> None:
    etag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": f'"other", W/{etag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == etag
    assert again["Cache-Control"]


def test_whether_an_article_changed_is_asked_without_its_text(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    etag = client.get("/articles/steel/")["ETag"]
    with django_assert_num_queries(1) as asked:
        assert client.get("/articles/steel/", headers={"if-none-match": etag}).status_code == 304
    assert "page_html" not in asked.captured_queries[0]["sql"]


def test_a_new_edition_and_new_contact_details_make_a_new_page(client: Client) -> None:
    article = an_article("<p>One.</p>", slug="glass")
    published(article)
    first = client.get("/articles/glass/")["ETag"]
    article.body = "<p>Two.</p>"
    article.save()
    published(article, at=FEBRUARY, kind="update", note="Two")
    second = client.get("/articles/glass/", headers={"if-none-match": first})
    assert second.status_code == 200
    Contact.objects.update_or_create(defaults={"site_name": "The Reading Room", "phone": "+92 51 1"})
    third = client.get("/articles/glass/", headers={"if-none-match": second["ETag"]})
    assert third.status_code == 200
    assert "The Reading Room" in third.content.decode()
    assert 'href="tel:+92511"' in third.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_pages_are_read_only(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


def test_what_is_sent_to_the_admin_needs_a_token() -> None:
    assert Client(enforce_csrf_checks=True).post("/admin/login/").status_code == 403


def test_the_admin_keeps_its_login(client: Client) -> None:
    assert client.get("/admin/").status_code == 302
    client.force_login(an_editor())
    page = client.get("/admin/")
    assert page.status_code == 200
    assert "Cookie" in page["Vary"]


def test_a_signed_in_editor_reads_the_same_page_as_everybody(client: Client) -> None:
    plain = client.get("/articles/steel/").content
    client.force_login(an_editor())
    assert client.get("/articles/steel/").content == plain


def test_an_unknown_address_says_so_in_the_look_of_the_site(client: Client) -> None:
    page = client.get("/zh-hans/nothing/")
    text = page.content.decode()
    assert page.status_code == 404
    assert '<html lang="zh-Hans" dir="ltr">' in text
    assert 'href="/ur/nothing/"' in text


def test_an_address_cannot_smuggle_another_host_into_links(client: Client) -> None:
    text = client.get("//evil.example/nothing/").content.decode()
    assert 'href="//' not in text


def test_a_fault_of_ours_is_told_without_the_database(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("articles.reading.home.composed_at", fail)
    client.raise_request_exception = False
    # One query asks what state the site is in, before the page is made; the page of the fault asks nothing.
    with django_assert_num_queries(1):
        page = client.get("/")
    assert page.status_code == 500
    assert "Something went wrong here" in page.content.decode()
    assert "secret detail" not in page.content.decode()
    assert page["Cache-Control"] == "no-store"


def test_health_and_robots(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/healthz")["Cache-Control"] == "no-store"
    assert "Disallow: /admin/" in client.get("/robots.txt").content.decode()


def test_an_unknown_host_is_refused(client: Client) -> None:
    assert "evil.example" not in settings.ALLOWED_HOSTS
    assert client.get("/articles", headers={"host": "evil.example"}).status_code in (301, 400, 404)


@pytest.mark.parametrize("address", ["/ur", "/zh-hans", "/ur/articles"])
def test_the_address_of_a_language_may_be_typed_without_its_slash(client: Client, address: str) -> None:
    answer = client.get(f"{address}?as_of=2025-01-20")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{address}/?as_of=2025-01-20")
