"""How many clicks the everyday verbs take, counted by the browser."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.editions.models import Edition
from articles.releases.models import JointRelease
from articles.writing.models import Article
from tests.newsroom import (
    a_keyword,
    an_article,
    an_editor,
    published,
)
from tests.seed import load_the_seed

COUNT = """addEventListener("click", event => {
  if (event.isTrusted && event.detail) sessionStorage.n = 1 + Number(sessionStorage.n || 0);
}, true)"""


@pytest.fixture
def desk(page: Page, transactional_db: None, sign_in: Callable[..., None]) -> Page:
    load_the_seed()
    sign_in(page, an_editor())
    page.add_init_script(COUNT)
    return page


def clicks(page: Page) -> int:
    return int(page.evaluate("sessionStorage.n || 0"))


def form(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


def test_an_edit_is_published_with_two_clicks(desk: Page) -> None:
    article = an_article("<p>The first text of the article.</p>")
    published(article)
    desk.goto(form(article))
    desk.locator("#id_title").fill("A better title")
    desk.locator(".ed-bar input.default").first.click()
    desk.get_by_role("button", name="Publish edition 2").click()
    expect(desk.locator(".messagelist")).to_contain_text("2")
    assert clicks(desk) <= 2
    assert Edition.objects.get(article=article, number=2).title == "A better title"


def test_an_article_is_scheduled_with_three_clicks(desk: Page) -> None:
    article = an_article("<p>The first text of the article.</p>")
    desk.goto(form(article))
    desk.locator(".ed-bar input.default").first.click()
    later = timezone.localtime(timezone.now() + timedelta(days=2))
    desk.locator("#publish_form [name=published_at_0]").fill(later.strftime("%Y-%m-%d"))
    desk.locator("#publish_form [name=published_at_1]").fill("09:00")
    desk.locator("#publish_form input.default").click()
    expect(desk.locator(".messagelist")).to_be_visible()
    assert clicks(desk) <= 3
    assert Edition.objects.get(article=article).published_at > timezone.now() + timedelta(hours=20)


def test_a_revised_figure_is_corrected_from_the_desk_with_three_clicks(desk: Page) -> None:
    article = Article.objects.get(slug="new-quality-productive-forces")
    desk.goto("/admin/")
    desk.get_by_role("button", name="Write a correction").click()
    expect(desk.locator("ins").first).to_have_text("3,335.71")
    desk.get_by_role("button", name="Publish edition 2").click()
    expect(desk.locator(".messagelist")).to_contain_text("2")
    assert clicks(desk) <= 3
    made = Edition.objects.get(article=article, number=2)
    # What was printed was right when it was printed: docs/decisions/publishing-by-the-clock.md.
    assert made.kind == Edition.Kind.UPDATE
    assert "3,335.71" in made.body
    assert "3,335.71" in made.public_note


def test_twelve_articles_are_released_from_the_list_with_four_clicks(desk: Page) -> None:
    twelve = [an_article(f"<p>Words of piece {n}.</p>", stage="approved") for n in range(12)]
    desk.goto("/admin/articles/article/?stage__exact=approved")
    desk.locator("#action-toggle").click()
    desk.get_by_role("button", name="Put into a release").click()
    desk.get_by_role("button", name="Publish together").click()
    expect(desk.locator(".messagelist")).to_contain_text("The release is live")
    assert clicks(desk) <= 4
    assert JointRelease.objects.get().items.count() == 12
    instants = Edition.objects.filter(article__in=twelve).values_list("published_at", flat=True)
    assert len(instants) == 12
    assert len(set(instants)) == 1


def test_an_article_is_tagged_with_a_pasted_list_and_one_click(desk: Page) -> None:
    for name in ("Trade cooperation of ports", "Rail freight", "Gwadar port"):
        a_keyword(name)
    article = an_article("<p>The first text of the article.</p>")
    desk.goto(form(article) + "#details")
    desk.locator("#id_pasted_keywords").fill("Trade cooperation of ports, rail freight\nGWADAR PORT")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".messagelist")).to_be_visible()
    assert clicks(desk) <= 1
    assert set(article.keywords.values_list("name", flat=True)) == {
        "Trade cooperation of ports",
        "Rail freight",
        "Gwadar port",
    }
