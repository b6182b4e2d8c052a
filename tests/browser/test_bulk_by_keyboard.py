"""Bulk verbs by keyboard alone: what will happen to each article, then what did."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles.writing.models import Article
from tests.newsroom import an_article, an_editor

LIST = "/admin/articles/article/"


@pytest.fixture
def at_list(page: Page, transactional_db: None, sign_in: Callable[..., None]) -> Page:
    for title, stage in (("Ready to go", "in_review"), ("Still a draft", "draft")):
        an_article(title=title, stage=stage)
    sign_in(page, an_editor())
    page.goto(LIST)
    return page


def test_approving_reports_article_by_article(at_list: Page) -> None:
    at_list.locator("#action-toggle").focus()
    at_list.keyboard.press("Space")
    expect(at_list.locator(".action-counter")).to_contain_text("2 of 2")
    at_list.get_by_label("Action:").focus()
    at_list.keyboard.type("Approve")
    at_list.get_by_role("button", name="Run").focus()
    at_list.keyboard.press("Enter")
    told = at_list.get_by_role("row").filter(has_text="Still a draft")
    expect(told).to_contain_text("Not possible.")
    expect(at_list.get_by_role("status").first).to_contain_text("Possible for 1 of 2")
    at_list.get_by_role("button", name="Approve").focus()
    at_list.keyboard.press("Enter")
    expect(at_list.get_by_role("row").filter(has_text="Ready to go")).to_contain_text("Done.")
    expect(told).to_contain_text("Refused.")
    stages = dict(Article.objects.values_list("title", "stage"))
    assert stages == {"Ready to go": "approved", "Still a draft": "draft"}


def test_the_filter_drawer_opens_chooses_and_closes(at_list: Page) -> None:
    button = at_list.get_by_role("button", name="Filter")
    button.focus()
    at_list.keyboard.press("Enter")
    expect(at_list.get_by_role("heading", name="Filter")).to_be_visible()
    at_list.keyboard.press("Escape")
    expect(at_list.get_by_role("heading", name="Filter")).to_be_hidden()
    expect(button).to_be_focused()
    at_list.keyboard.press("Enter")
    at_list.get_by_role("link", name="In review").focus()
    at_list.keyboard.press("Enter")
    expect(at_list.locator("#result_list")).to_contain_text("Ready to go")
    expect(at_list.locator("#result_list")).not_to_contain_text("Still a draft")
    chip = at_list.locator(".ed-chip")
    expect(chip).to_contain_text("In review")
    chip.focus()
    at_list.keyboard.press("Enter")
    expect(at_list.locator("#result_list")).to_contain_text("Still a draft")
