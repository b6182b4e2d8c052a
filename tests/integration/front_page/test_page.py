"""The editors' page for the front page: every button works without a script, and only editors reach it."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.front_page.models import FrontPage
from articles.front_page.verbs import Chosen, compose
from articles.models import Article
from indicators.models import Observation
from tests.newsroom import an_article, published, somebody

pytestmark = pytest.mark.django_db
PAGE = "/admin/articles/frontpage/"
News = dict[str, Article]


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def fields_of(text: str) -> dict[str, list[str]]:
    """What the form would send again."""
    found: dict[str, list[str]] = {}
    form = text.partition('id="compose"')[2]
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form):
        found.setdefault(name, []).append(value)
    return found


def pressed(desk: Client, done: str, text: str, **more: str) -> str:
    answer = desk.post(f"{PAGE}?language=en", {**fields_of(text), **more, "do": done})
    assert answer.status_code == 200, done
    page: str = answer.content.decode()
    return page


def test_a_page_is_composed_button_by_button(desk: Client, news: News, cars: Observation) -> None:
    text = desk.get(PAGE).content.decode()
    assert "The page composes itself" in text
    for title in news:
        assert title in text
    for done in (f"lead:{news['Glass'].pk}", f"pick:{news['Steel'].pk}", f"pick:{news['Wheat'].pk}"):
        text = pressed(desk, done, text)
    text = pressed(desk, f"up:{news['Wheat'].pk}", text)
    text = pressed(desk, "find-figures", text, figure_words="cars")
    assert "figure:CARS.CHN.A.STAT:2024" in text
    text = pressed(desk, "figure:CARS.CHN.A.STAT:2024", text)
    assert not FrontPage.objects.exists()
    after = desk.post(
        f"{PAGE}?language=en", {**fields_of(text), "do": "compose"}, follow=True
    ).content.decode()
    assert "The front page is composed." in after
    (made,) = FrontPage.objects.all()
    titles = [row.article.title for row in made.article_rows.select_related("article")]
    assert titles == ["Glass", "Wheat", "Steel"]
    assert made.figure_rows.get().observation == cars
    assert fields_of(after)["picked"] == fields_of(text)["picked"]
    cleared = desk.post(f"{PAGE}?language=en", {**fields_of(after), "do": "clear"}, follow=True)
    assert "composes itself again" in cleared.content.decode()


def test_a_preview_shows_it_to_the_editor_alone(desk: Client, news: News) -> None:
    published(an_article(title="Coming"), at=timezone.now(), published_at=timezone.now() + timedelta(days=1))
    draft = {"lead": str(news["Steel"].pk), "do": "preview"}
    page = desk.post(f"{PAGE}?language=ur", draft)
    assert 'lang="ur" dir="rtl"' in page.content.decode()
    assert 'href="/articles/steel/"' in page.content.decode().partition("<h1>")[2][:80]
    assert "Coming" not in page.content.decode()
    assert page["X-Robots-Tag"] == "noindex"
    day = timezone.localdate() + timedelta(days=2)
    ahead = desk.post(PAGE, {**draft, "starts_at_0": day.isoformat(), "starts_at_1": "09:00"})
    assert "Coming" in ahead.content.decode()
    assert "Steel" not in Client().get("/").content.decode().partition("</h1>")[0]


def test_what_is_composed_for_later_is_listed_and_cancelled(desk: Client, news: News) -> None:
    day = timezone.localdate() + timedelta(days=2)
    when = {"starts_at_0": day.isoformat(), "starts_at_1": "09:00"}
    told = desk.post(PAGE, {"lead": str(news["Steel"].pk), "do": "compose", **when}, follow=True)
    assert f"The front page changes on {day} 09:00." in told.content.decode()
    made = FrontPage.objects.get()
    assert f"From {day} 09:00" in told.content.decode()
    assert desk.get(f"{PAGE}{made.pk}/cancel/").status_code == 405
    gone = desk.post(f"{PAGE}{made.pk}/cancel/", follow=True).content.decode()
    assert "is cancelled" in gone
    assert f"From {day} 09:00" not in gone


@pytest.mark.parametrize(
    "sent",
    [
        {"starts_at_0": "never"},
        {"starts_at_0": "2020-01-01", "starts_at_1": "10:00"},
        {"lead": "999999", "do": "compose"},
        {"picked": ["1", "1", "x", "9" * 40]},
        {"seen": "77"},
        {"figure": ["NO.SUCH:2020", "\x00", ":"]},
    ],
)
def test_what_cannot_be_done_is_told_and_the_form_stays(
    desk: Client, news: News, sent: dict[str, object]
) -> None:
    kept = {"lead": str(news["Steel"].pk), "words": "Glass", "do": "compose", "picked": ["888888"], **sent}
    page = desk.post(PAGE, kept)
    assert page.status_code == 200
    assert 'class="error"' in page.content.decode() or "messagelist" in page.content.decode()
    assert 'value="Glass"' in page.content.decode()
    assert not FrontPage.objects.exists()


def test_a_second_editor_is_told_and_loses_nothing(desk: Client, news: News, editor: User) -> None:
    text = pressed(desk, f"lead:{news['Steel'].pk}", desk.get(PAGE).content.decode())
    compose("en", Chosen(news["Glass"].pk), by=somebody("Editor", "second"), at=timezone.now())
    again = pressed(desk, "compose", text)
    assert "Somebody else has composed the front page meanwhile" in again
    assert fields_of(again)["lead"] == [str(news["Steel"].pk)]
    done = desk.post(f"{PAGE}?language=en", {**fields_of(again), "do": "compose"}, follow=True)
    assert "The front page is composed." in done.content.decode()


@pytest.mark.parametrize(("role", "allowed"), [("Editor", True), ("Administrator", True), ("Author", False),
                                               ("Data editor", False), ("Moderator", False)])  # fmt: skip
def test_editors_compose_and_nobody_else(client: Client, role: str, allowed: bool) -> None:
    client.force_login(somebody(role))
    assert client.get(PAGE).status_code == (200 if allowed else 403)
    assert client.post(PAGE, {"do": "compose"}).status_code == (302 if allowed else 403)
    assert (f'href="{PAGE}"' in client.get("/admin/").content.decode()) is allowed
    assert Client().get(PAGE).status_code == 302


def test_characters_that_no_database_keeps_find_nothing_and_break_nothing(desk: Client, news: News) -> None:
    for do in ("find-articles", "find-figures"):
        sent = {"words": "St\x00eel", "figure_words": "\x00", "do": do}
        assert desk.post(PAGE, sent).status_code == 200


def test_words_find_articles_of_every_language_and_no_drafts(desk: Client, news: News) -> None:
    published(an_article(title="گندم کی برآمد", slug="gandum", language="ur"))
    an_article(title="Glass for a draft")
    found = desk.post(PAGE, {"words": "گندم", "do": "find-articles"}).content.decode()
    assert 'lang="ur" dir="rtl">گندم کی برآمد' in found
    assert (
        "Glass for a draft" not in desk.post(PAGE, {"words": "Glass", "do": "find-articles"}).content.decode()
    )
    none = desk.post(PAGE, {"words": "zzzz", "do": "find-articles"}).content.decode()
    assert "No public or scheduled article answers these words." in none


def test_it_is_in_the_audit_log(desk: Client, news: News) -> None:
    desk.post(PAGE, {"lead": str(news["Steel"].pk), "do": "compose"})
    assert "composed the front page" in desk.get(reverse("admin:articles_audit_log")).content.decode()


def test_the_page_costs_the_same_in_a_library_of_any_size(
    desk: Client, news: News, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    chosen = {
        "lead": str(news["Glass"].pk),
        "picked": [str(news["Steel"].pk)],
        "words": "s",
        "do": "find-articles",
    }
    for _ in range(2):
        desk.post(PAGE, chosen)
        with django_assert_max_num_queries(22):
            desk.post(PAGE, chosen)
        for n in range(15):
            published(an_article(title=f"Steel {n}"), at=timezone.now() - timedelta(hours=n))
