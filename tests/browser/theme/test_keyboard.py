"""The ways around by keyboard alone: palette, shortcuts, tabs, and the folded navigation."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.models import Article
from tests.browser.conftest import OpenPage
from tests.newsroom import an_editor
from tests.seed import load_the_seed

type SignIn = Callable[[Page, User], None]


@pytest.fixture
def person(transactional_db: None) -> User:
    load_the_seed()
    return an_editor()


def form() -> str:
    return f"/admin/articles/article/{Article.objects.get(slug='new-quality-productive-forces').pk}/change/"


@pytest.fixture
def desk(page: Page, person: User, sign_in: SignIn) -> Page:
    sign_in(page, person)
    page.goto("/admin/")
    return page


def test_the_palette_goes_to_an_article_with_the_keyboard_alone(desk: Page) -> None:
    desk.keyboard.press("Control+k")
    box = desk.get_by_role("combobox", name="Go to an article")
    expect(box).to_be_focused()
    desk.keyboard.type("quality productive")
    expect(desk.get_by_role("option", selected=True)).to_contain_text("New quality productive forces")
    desk.keyboard.press("Enter")

    expect(desk).to_have_url(re.compile(r"/admin/articles/article/\d+/change/"))


def test_the_arrows_go_round_and_escape_gives_the_focus_back(desk: Page) -> None:
    desk.get_by_role("button", name="Go to…").focus()
    desk.keyboard.press("Enter")
    options = desk.get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("Escape")

    expect(desk.locator("#ed-palette")).to_be_hidden()
    expect(desk.get_by_role("button", name="Go to…")).to_be_focused()


def test_a_key_right_after_escape_is_meant_for_the_page(desk: Page) -> None:
    for _round in range(5):
        for key in ("Control+k", "Escape", "?"):
            desk.keyboard.press(key)
        expect(desk.locator("#ed-shortcuts")).to_be_visible()
        desk.keyboard.press("Escape")
        expect(desk.locator("#ed-shortcuts")).to_be_hidden()


def test_a_question_mark_in_a_field_stays_a_question_mark(desk: Page) -> None:
    desk.goto("/admin/articles/article/")
    desk.locator("#searchbar").press("?")
    expect(desk.locator("#ed-shortcuts")).to_be_hidden()
    expect(desk.locator("#searchbar")).to_have_value("?")
    desk.locator("#searchbar").blur()
    desk.keyboard.press("?")

    expect(desk.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


def test_tabs_move_with_the_arrows(desk: Page) -> None:
    desk.goto(form())
    tabs = desk.get_by_role("tablist")
    tabs.get_by_role("tab", name="Write").focus()
    desk.keyboard.press("ArrowRight")
    expect(tabs.get_by_role("tab", name="Keywords and citation")).to_be_focused()
    expect(desk.locator("#details")).to_be_visible()
    expect(desk.locator("#write")).to_be_hidden()
    desk.keyboard.press("End")

    expect(desk.get_by_role("tabpanel", name="Settings")).to_be_visible()


def test_the_tab_with_an_error_opens_and_says_so(desk: Page) -> None:
    desk.goto(f"{form()}#settings")
    desk.locator("#id_slug").fill("two words")
    desk.get_by_role("tab", name="Write").click()
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_role("tab", name="Settings has an error", selected=True)).to_be_visible()
    desk.get_by_role("tab", name="Write").click()
    desk.locator(".ed-error-list a").first.click()

    expect(desk.locator("#id_slug")).to_be_focused()


def test_the_navigation_stays_folded_on_the_next_page(desk: Page) -> None:
    desk.get_by_role("button", name="Navigation").click()
    expect(desk.locator("#ed-nav")).to_be_hidden()
    desk.goto("/admin/articles/article/")
    expect(desk.locator("#ed-nav")).to_be_hidden()
    desk.get_by_role("button", name="Navigation").click()

    expect(desk.locator("#ed-nav").get_by_role("link", name="Articles")).to_have_attribute(
        "aria-current", "page"
    )


def test_without_script_everything_is_on_the_page_and_the_drawer_opens(
    desk: Page, open_page: OpenPage, sign_in: SignIn
) -> None:
    plain = open_page(javascript=False, width=390)
    sign_in(plain, User.objects.get())
    plain.goto(form())
    for part in ("#write", "#details", "#figures", "#history", "#settings"):
        expect(plain.locator(part)).to_be_visible()
    plain.get_by_role("button", name="Navigation").click()

    expect(plain.locator("#ed-nav").get_by_role("link", name="Sources")).to_be_visible()
