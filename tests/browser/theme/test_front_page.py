"""Composing the front page in a browser, by keyboard alone, and no rule is broken on the way."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.browser.readers.checks import broken_rules, flaws_of_outline
from tests.newsroom import an_editor
from tests.seed import load_the_seed

type SignIn = Callable[[Page, User], None]


@pytest.fixture
def person(transactional_db: None) -> User:
    load_the_seed()
    return an_editor()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.focus()
    page.keyboard.press("Enter")


def test_an_editor_composes_by_keyboard(page: Page, person: User, sign_in: SignIn) -> None:
    sign_in(page, person)
    page.goto("/admin/articles/frontpage/")
    expect(page.get_by_role("navigation", name="Breadcrumbs")).to_contain_text("Desk")
    press(page, "Lead New quality productive forces")
    expect(page.get_by_role("button", name="Take out New quality productive forces")).to_be_visible()
    page.get_by_label("Indicator, series code, value or year").focus()
    page.keyboard.type("NEV_PROD")
    page.keyboard.press("Enter")
    expect(page.locator("button[value^='figure:']").first).to_be_visible()
    press(page, "Add New energy vehicle production")
    expect(page.locator("input[name=figure]")).to_have_count(1)
    assert broken_rules(page) == []
    assert flaws_of_outline(page) == []
    press(page, "Put it on the front page")
    expect(page.locator(".messagelist")).to_contain_text("The front page is composed.")
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("New quality productive forces")
