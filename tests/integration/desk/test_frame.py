"""The frame of the admin: navigation, palette, language, refusals. Nobody is led where they may not go."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.desk.models import Preference
from articles.desk.navigation import navigation
from tests.newsroom import a_keyword, a_reader_with_an_account, a_source, an_article, an_editor


@pytest.fixture
def keyword_keeper(db: None) -> User:
    person = User.objects.create_user("keeper", password="a long password", is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename="view_keyword"))
    return person


def labels(person: User, path: str = "/") -> dict[str, list[str]]:
    return {each.name: [str(link.label) for link in each.links] for each in navigation(person, path)}


def found(client: Client, words: str = "") -> dict[str, list[str]]:
    answer = client.get("/admin/go/", {"q": words})
    return {each["label"]: [place["label"] for place in each["places"]] for each in answer.json()["groups"]}


def test_the_navigation_shows_only_what_may_be_opened(keyword_keeper: User) -> None:
    assert labels(keyword_keeper) == {"desk": ["Desk"], "keywords": ["Keywords", "Keyword report"]}
    assert list(labels(an_editor()))[:4] == ["desk", "articles", "figures", "data"]


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/admin/", [("Desk", "page")]),
        ("/admin/articles/article/", [("Articles", "page")]),
        ("/admin/articles/article/7/change/", [("Articles", "true")]),
        ("/admin/nowhere/", []),
    ],
)
def test_one_entry_is_marked(db: None, path: str, marked: list[tuple[str, str]]) -> None:
    links = [link for each in navigation(an_editor(), path) for link in each.links]

    assert [(str(link.label), link.current) for link in links if link.current] == marked


def test_the_palette_finds_each_kind(client: Client, db: None) -> None:
    an_article(title="Trade in spring")
    a_keyword("Trade")
    a_source("TRADE")
    client.force_login(an_editor())

    answer = found(client, "trade")

    assert answer["Articles"] == ["Trade in spring"]
    assert answer["Keywords"] == ["Trade"]
    assert "Sources" in answer


def test_the_palette_tells_nothing_that_the_person_may_not_see(client: Client, keyword_keeper: User) -> None:
    an_article(title="Trade in spring")
    a_keyword("Trade")
    client.force_login(keyword_keeper)

    assert found(client, "trade") == {"Keywords": ["Trade"]}
    assert found(client, "article") == {}


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_palette_is_for_the_desk_only(client: Client, db: None, method: str) -> None:
    asked = getattr(client, method)
    assert asked("/admin/go/").status_code in (302, 403)
    client.force_login(a_reader_with_an_account())
    assert asked("/admin/go/").status_code in (302, 403)
    assert client.post("/admin/language/", {"language": "ur"}).status_code in (302, 403)
    assert not Preference.objects.exists()


@pytest.mark.parametrize("words", ["x" * 5000, "a " * 3000, "%_'\"\\", "‮abc", "\x00"])
def test_odd_questions_find_nothing_and_break_nothing(client: Client, db: None, words: str) -> None:
    client.force_login(an_editor())

    assert client.get("/admin/go/", {"q": words}).status_code == 200


def test_many_articles_make_a_short_answer_in_few_queries(
    client: Client, db: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _n in range(9):
        an_article(title="Trade in spring")
    client.force_login(an_editor())
    with django_assert_max_num_queries(8):
        answer = found(client, "trade")

    assert len(answer["Articles"]) == 6


def test_what_was_changed_last_comes_first_and_goes_with_the_permission(
    client: Client, keyword_keeper: User
) -> None:
    editor = an_editor()
    keyword = a_keyword("Trade")
    client.force_login(editor)
    data = {"name": "Trade routes", "slug": keyword.slug, "kind": "topic", "status": "accepted"}
    form = client.get(f"/admin/taxonomy/keyword/{keyword.pk}/change/").context["inline_admin_formsets"]
    for inline in form:
        data |= {f"{inline.formset.prefix}-{key}": "0" for key in ("TOTAL_FORMS", "INITIAL_FORMS")}
    assert client.post(f"/admin/taxonomy/keyword/{keyword.pk}/change/", data).status_code == 302

    assert found(client)["Changed by you"] == ["Trade routes"]
    User.objects.filter(pk=editor.pk).update(is_superuser=False)
    assert "Changed by you" not in found(client)


def test_the_language_is_kept_for_the_person(client: Client, db: None) -> None:
    editor = an_editor()
    client.force_login(editor)
    answer = client.post("/admin/language/", {"language": "ur", "next": "/admin/articles/article/"})
    assert answer.headers["Location"] == "/admin/articles/article/"
    assert 'dir="rtl"' in client.get("/admin/").content.decode()

    elsewhere = Client(headers={"accept-language": "en"})
    elsewhere.login(username="editor", password="a long password")

    assert 'dir="rtl"' in elsewhere.get("/admin/").content.decode()
    assert 'dir="rtl"' not in client.get("/").content.decode()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_the_way_back_stays_on_the_site(client: Client, db: None, back: str) -> None:
    client.force_login(an_editor())
    answer = client.post("/admin/language/", {"language": "no-such", "next": back})

    assert answer.headers["Location"] == "/admin/"
    assert not Preference.objects.exists()


def test_refusals_behind_the_login_keep_the_frame(client: Client, keyword_keeper: User) -> None:
    client.force_login(keyword_keeper)
    missing = client.get("/admin/taxonomy/nothing/")
    refused = client.get("/admin/articles/article/")

    assert (missing.status_code, refused.status_code) == (404, 403)
    for page in (missing, refused):
        assert 'id="ed-nav"' in page.content.decode()
    assert 'id="ed-nav"' not in client.get("/nothing/").content.decode()


@pytest.mark.parametrize(
    ("query", "sentence"),
    [("", "There are no publications yet. Add the first one."), ("?q=x", "Nothing in this list fits")],
)
def test_an_empty_list_says_what_to_do(client: Client, db: None, query: str, sentence: str) -> None:
    client.force_login(an_editor())

    assert sentence in client.get(f"/admin/articles/publication/{query}").content.decode()


def test_a_filter_in_use_is_a_chip_that_removes_itself(client: Client, db: None) -> None:
    client.force_login(an_editor())
    page = client.get("/admin/taxonomy/keyword/?kind__exact=topic&q=a").content.decode()

    assert '<a class="ed-chip" href="?q=a">Kind: <b>Topic</b>' in page
