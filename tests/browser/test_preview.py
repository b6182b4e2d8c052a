"""The page beside the text: what readers will see of words that are only in the form."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.editions.models import Edition
from articles.writing.models import Article
from tests.browser.conftest import OpenPage
from tests.seed import load_the_seed

ADD = "/admin/articles/article/add/"


@pytest.fixture
def article(django_db_serialized_rollback: None, transactional_db: None) -> Article:
    load_the_seed()
    return Article.objects.get(slug="new-quality-productive-forces")


@pytest.fixture
def writing(open_page: OpenPage, article: Article, sign_in: Callable[[Page, User], None]) -> Page:
    page = open_page(width=1440)
    sign_in(page, User.objects.create_superuser("first"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    return page


def test_the_page_beside_the_text_follows_what_is_typed_and_keeps_its_place(
    writing: Page, article: Article
) -> None:
    writing.keyboard.press("Control+Alt+p")
    shown = writing.frame_locator("#ed-live iframe")
    expect(shown.get_by_role("heading", name=article.title)).to_be_visible()
    root = shown.locator("html")
    root.evaluate("root => root.scrollTo(0, 500)")
    writing.get_by_role("textbox", name="Title").fill("Typed just now <b>")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Typed just now <b>")
    assert root.evaluate("root => root.scrollTop") == 500
    assert root.evaluate("() => innerWidth") == 390
    writing.get_by_role("button", name="Desktop").click()
    expect(writing.get_by_role("button", name="Desktop")).to_have_attribute("aria-pressed", "true")
    assert root.evaluate("() => innerWidth") == 1280
    assert Edition.objects.get(article=article).title == article.title
    with writing.context.expect_page() as opened:
        shown.get_by_role("link", name="Indicators").first.click()
    assert opened.value.url.endswith("/indicators/")
    writing.get_by_role("button", name="Close the preview").click()
    expect(writing.locator("#ed-live")).to_be_hidden()
    expect(writing.get_by_role("button", name="Preview", exact=True)).to_be_focused()


def test_the_page_beside_the_text_is_there_again_after_saving(writing: Page) -> None:
    writing.get_by_role("button", name="Preview", exact=True).click()
    writing.get_by_label("Standfirst").fill("A standfirst that is saved.")
    writing.get_by_role("button", name="Save", exact=True).click()
    expect(writing.locator(".messagelist")).to_contain_text("was changed")
    shown = writing.frame_locator("#ed-live iframe")
    expect(shown.get_by_text("A standfirst that is saved.")).to_be_visible()


def test_an_article_that_is_not_stored_yet_has_a_preview_too(writing: Page) -> None:
    writing.goto(ADD)
    writing.get_by_role("button", name="Preview", exact=True).click()
    writing.get_by_role("textbox", name="Title").fill("Not begun yet")
    shown = writing.frame_locator("#ed-live iframe")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Not begun yet")
    expect(writing).to_have_url(re.compile(r"/article/\d+/change/"))
    writing.get_by_label("Standfirst").fill("Begun by now")
    expect(shown.get_by_text("Begun by now")).to_be_visible()


def test_signing_in_again_elsewhere_lets_the_open_page_go_on(
    writing: Page, sign_in: Callable[[Page, User], None]
) -> None:
    person = User.objects.get(username="first")
    writing.context.clear_cookies()
    sign_in(writing, person)
    again = writing.context.new_page()
    again.goto("/admin/password_change/")
    assert again.context.cookies()
    writing.get_by_role("textbox", name="Title").fill("Written after signing in again")
    expect(writing.locator("[data-part=saved]")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    writing.get_by_role("button", name="Save", exact=True).click()
    expect(writing.locator(".messagelist")).to_contain_text("was changed")


def test_without_script_the_preview_opens_in_a_page_of_its_own(
    open_page: OpenPage, article: Article, sign_in: Callable[[Page, User], None]
) -> None:
    page = open_page(javascript=False)
    sign_in(page, User.objects.create_superuser("first"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.get_by_role("textbox", name="Title").fill("Without a script")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Preview", exact=True).click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Without a script")
