"""Two editors at one article, each in a browser of their own: nothing is lost."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.revisions.models import Revision
from articles.writing.models import Article
from tests.browser.conftest import OpenPage
from tests.browser.guard import Guard
from tests.seed import load_the_seed


@pytest.fixture
def article(transactional_db: None) -> Article:
    load_the_seed()
    return Article.objects.get(slug="new-quality-productive-forces")


def test_two_editors_at_once_lose_nothing(
    open_page: OpenPage, guard: Guard, article: Article, sign_in: Callable[[Page, User], None]
) -> None:
    guard.expect("409")
    one, two = open_page(), open_page()
    address = f"/admin/articles/article/{article.pk}/change/"
    for page, name in ((one, "first"), (two, "second")):
        sign_in(page, User.objects.create_superuser(name))
        page.goto(address)
    expect(two.locator("[data-part=presence]")).to_contain_text("first is editing since")
    one.locator("#id_title").fill("By the first")
    expect(one.locator("[data-part=saved]")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    two.locator("#id_title").fill("By the second")
    trouble = two.locator("[data-part=trouble]")
    expect(trouble).to_contain_text("first saved this article at")
    assert Article.objects.get(pk=article.pk).title == "By the first"
    trouble.get_by_role("button", name="Bring both texts together").click()
    two.get_by_role("radio", name="The one kept aside").check()
    two.get_by_role("button", name="Save the joined text").click()
    expect(two.locator(".messagelist")).to_contain_text("brought together")
    assert Article.objects.get(pk=article.pk).title == "By the second"
    titles = Revision.objects.filter(article=article).values_list("snapshot__title", flat=True)
    assert {article.title, "By the first", "By the second"} <= set(titles)


def test_opening_an_article_is_no_change(
    page: Page, article: Article, sign_in: Callable[[Page, User], None]
) -> None:
    sign_in(page, User.objects.create_superuser("editor"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.wait_for_load_state("networkidle")

    assert page.locator("[data-part=saved]").text_content() != "Not saved yet"
    assert not Revision.objects.filter(article=article, saved_by__isnull=False).exists()
