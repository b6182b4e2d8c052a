"""Every address of the admin and the API, by role, for own and foreign articles in every state."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from articles.notes.models import Note
from articles.revisions.saving import save_revision
from articles.workflow.actions import withdraw
from articles.workflow.roles import ROLES as GROUPS
from articles.workflow.roles import named
from articles.writing.models import Article
from nqpf.api import RESOURCES
from tests.integration.permissions.table import (
    BEGINNING,
    ELSEWHERE,
    HANGING_ON_AN_ARTICLE,
    MODELS,
    OF_AN_ARTICLE,
    OF_OBJECTS,
    OUTSIDE,
    PLAIN,
    ROLES,
)
from tests.newsroom import JANUARY, an_article, published, somebody

pytestmark = pytest.mark.django_db
SECRET = "Wolfram"
STOCK = ("changelist", "add", "history", "delete", "change")
STATES = ("draft", "in_review", "published", "withdrawn", "trashed")


def addresses(patterns: Any, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Every address of the site as a pattern, with its name; without one, the pattern again."""
    for each in patterns:
        route = before + str(each.pattern).removeprefix("^")
        if hasattr(each, "url_patterns"):
            inner = space + (f"{each.namespace}:" if each.namespace else "")
            yield from addresses(each.url_patterns, route, inner)
        else:
            yield route, space + each.name if each.name else route


def url_of(name: str) -> str:
    """The address of a line of the table without an object."""
    return reverse(name if ":" in name else f"admin:{name}")


def signed_in(client: Client, role: str) -> User:
    person = somebody(ROLES[role])
    client.force_login(person)
    return person


def gets_in(client: Client, address: str) -> bool:
    """Whether the address answers with something of its own, or at least with a question about the request."""
    answer = client.get(address)
    if answer.status_code == 405:
        answer = client.post(address)
    if answer.status_code == 302:
        return not answer["Location"].startswith("/admin/login/") and answer["Location"] != "/admin/"
    return answer.status_code in {200, 400, 405, 409}


def article_in(state: str, owner: User | None) -> Article:
    stage = state if state == "in_review" else "draft"
    article = an_article(title=f"{SECRET} {state}", created_by=owner, stage=stage)
    save_revision(article, by=owner, at=timezone.now())
    if state in {"published", "withdrawn"}:
        published(article)
    if state == "withdrawn":
        withdraw(article, by=None, at=timezone.now(), reason="Permission was taken back.")
    if state == "trashed":
        Article.objects.filter(pk=article.pk).update(trashed_at=timezone.now())
    return article


def address_of(name: str, article: Article) -> str:
    note, _made = Note.objects.get_or_create(
        article=article, defaults={"body": SECRET, "created_at": JANUARY}
    )
    further: dict[str, list[Any]] = {
        "articles_article_verb": ["plan"],
        "articles_article_revision": [article.version],
        "articles_article_restore": [article.version],
        "articles_article_note_answer": [note.pk],
        "articles_article_note_verb": [note.pk, "resolve"],
    }
    return reverse(f"admin:{name}", args=[article.pk, *further.get(name, [])])


def all_addresses() -> list[tuple[str, str]]:
    """What the site answers to, once in one language."""
    return list(addresses(get_resolver().url_patterns))


def test_every_address_of_the_admin_is_in_the_table() -> None:
    stock = {f"{model}_{what}" for model in MODELS for what in STOCK}
    known = {*PLAIN, *stock, *OF_AN_ARTICLE, *OF_OBJECTS, *HANGING_ON_AN_ARTICLE, *BEGINNING, *ELSEWHERE}
    # Django's own: leads to the page of the object; and tells a signed-in person that there is nothing.
    known |= {f"admin/{model.replace('_', '/', 1)}/<path:object_id>/" for model in MODELS}
    known |= {"auth_user_password_change", "admin/(?P<url>.*)$"}
    found = {name.removeprefix("admin:") for route, name in all_addresses() if route.startswith("admin/")}
    assert found - known == set()
    assert known - found <= {f"{model}_{what}" for model in MODELS for what in STOCK}


def test_every_other_address_is_accounted_for() -> None:
    """Whoever adds a way in beside the admin says here what guards it."""
    others = {route for route, _name in all_addresses() if not route.startswith("admin/")}
    first = {route.partition("/")[0] for route in others}
    ours = {prefix.partition("/")[0] for prefix in OUTSIDE}
    readers = {
        "", "articles", "archive", "authors", "contact", "corrections", "indicators", "keywords", "publications",
        "replies", "search", "sources", "feed.atom", "feed.rss", "feed.json", "robots.txt", "sitemap.xml",
        "sitemap-<section>.xml", "sitemap-news.xml", "unapi", "oembed", "llms.txt", "favicon.ico",
        "apple-touch-icon.png", "sections", "how-we-check-figures",
    }  # fmt: skip
    assert {each.removesuffix("(?:") for each in first} - ours - readers == set()


def test_every_permission_of_a_role_exists() -> None:
    for role, granted in GROUPS.items():
        for name in granted:
            assert _permissions(name), f"{role}: {name}"


def _permissions(name: str) -> bool:
    return Permission.objects.filter(named([name])).exists()


def test_nobody_gets_in_unsigned(client: Client) -> None:
    article = an_article(title=SECRET)
    plain = [url_of(name) for name in PLAIN]
    lists = [reverse(f"admin:{model}_{what}") for model in MODELS for what in ("changelist", "add")]
    own = [address_of(name, article) for name in OF_AN_ARTICLE]
    for address in [*plain, *lists, *own, reverse("admin:autocomplete")]:
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code in {302, 403}, address
            assert SECRET not in answer.content.decode()


@pytest.mark.parametrize("role", ROLES)
def test_addresses_without_an_object(client: Client, role: str) -> None:
    signed_in(client, role)
    for name, who in PLAIN.items():
        assert gets_in(client, url_of(name)) == (role in who), name


@pytest.mark.parametrize("role", ROLES)
def test_lists_and_new_objects(client: Client, role: str) -> None:
    signed_in(client, role)
    for model, (opens, adds, _changes, _deletes) in MODELS.items():
        # The one row of contact details: its list leads to it, or to the page that makes it.
        if model != "articles_contact":
            assert gets_in(client, reverse(f"admin:{model}_changelist")) == (role in opens), model
        assert gets_in(client, reverse(f"admin:{model}_add")) == (role in adds), model


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", ROLES)
def test_an_article_at_every_address(client: Client, role: str, state: str, own: bool) -> None:
    person = signed_in(client, role)
    article = article_in(state, person if own else None)
    concerns = role in "EX" or (role == "A" and own)
    for name, verb in OF_AN_ARTICLE.items():
        may = concerns and state != "trashed" and (role in "EX" or verb not in {"publish", "withdraw"})
        address = address_of(name, article)
        assert gets_in(client, address) == (may and verb != "delete"), f"{name}, {state}"
        if not may:
            before = Article.objects.filter(pk=article.pk).values().get()
            answer = client.post(address, {"title": "Changed", "reason": "x", "post": "yes"})
            assert answer.status_code in {302, 403, 404, 405}, name
            assert Article.objects.filter(pk=article.pk).values().get() == before, name
            if not concerns:
                assert SECRET not in answer.content.decode(), name


@pytest.mark.parametrize("role", ROLES)
def test_nothing_foreign_is_told_by_lists_and_pickers(client: Client, role: str) -> None:
    signed_in(client, role)
    for state in ("draft", "in_review", "trashed"):
        article_in(state, None)
    picking = {"app_label": "articles", "model_name": "article", "field_name": "translation_of"}
    told = [
        client.get("/admin/").content.decode(),
        client.get("/admin/articles/article/", {"q": SECRET}).content.decode(),
        client.get("/admin/autocomplete/", {**picking, "term": SECRET}).content.decode(),
    ]
    for text in told[1:]:
        assert f"{SECRET} trashed" not in text
        assert (f"{SECRET} draft" in text) == (role in "EX")
    assert f"{SECRET} trashed" not in told[0]
    assert role in "EX" or f"{SECRET} " not in "".join(told[::2])
    bin_of = client.get(reverse("admin:articles_article_trash")).content.decode()
    assert (f"{SECRET} trashed" in bin_of) == (role in "EX")


@pytest.mark.parametrize("state", ["draft", "in_review", "trashed", "withdrawn", "scheduled"])
@pytest.mark.parametrize("role", ["", *ROLES])
def test_the_api_tells_nothing_that_is_not_public(client: Client, role: str, state: str) -> None:
    person = signed_in(client, role) if role else None
    article = article_in("draft" if state == "scheduled" else state, person)
    if state == "scheduled":
        now = timezone.now()
        published(article, at=now, published_at=now + timedelta(days=2))
    lists = [str(entry.pattern) for entry in RESOURCES if "<" not in str(entry.pattern)]
    for address in lists:
        assert SECRET not in client.get(f"/api/v1/{address}").content.decode(), address
    assert client.get(f"/api/v1/articles/{article.slug}/").status_code in {404, 410}
    assert article.title not in client.get("/search/", {"q": SECRET}).content.decode()
