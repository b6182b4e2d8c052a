"""The other screens of the manual, with the seed article: each opens and shows what the manual says of it."""

import pytest
from playwright.sync_api import Page, expect

from articles.writing.models import Article
from tests.browser.day.conftest import Newsroom

SEED = "new-quality-productive-forces"


@pytest.fixture
def form(newsroom: Newsroom) -> str:
    return f"/admin/articles/article/{Article.objects.get(slug=SEED).pk}/change/"


def test_the_screens_of_the_manual(newsroom: Newsroom, form: str) -> None:
    page, take = newsroom.editor, newsroom.camera.take
    page.goto("/admin/")
    page.keyboard.press("Control+k")
    page.keyboard.type("quality productive")
    expect(page.get_by_role("option", selected=True)).to_contain_text("New quality productive forces")
    take(page, "palette")
    page.goto("/admin/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    take(page, "shortcuts")
    for name, address in (
        ("list", "/admin/articles/article/"),
        ("releases", "/admin/articles/jointrelease/add/"),
    ):
        answer = page.goto(address)
        assert answer
        assert answer.ok
        take(page, name)
    page.goto(form)
    expect(page.locator("#ed-panel li[data-state]")).to_have_count(10)
    take(page, "form")
    a_note(page)
    take(page, "note")
    a_preview_link(page, form)
    take(page, "preview-link")
    a_merge(page)
    take(page, "merge")
    page.goto(f"{form}#history")
    expect(page.get_by_role("tabpanel")).to_be_visible()
    take(page, "history")


def a_note(page: Page) -> None:
    page.get_by_role("tab", name="Notes").click()
    page.get_by_role("link", name="Write a note").click()
    page.get_by_role("dialog").get_by_label("Note").fill("Ask the statistics office about this. @author")


def a_preview_link(page: Page, form: str) -> None:
    page.goto("about:blank")
    page.goto(f"{form}#settings")
    page.get_by_label("For whom").fill("A colleague at the ministry")
    page.get_by_role("heading", name="Show it to somebody outside").scroll_into_view_if_needed()


def a_merge(page: Page) -> None:
    page.goto("/admin/taxonomy/keyword/?q=Traditional")
    page.locator("#result_list tbody input[type=checkbox]").first.check()
    page.locator("select[name=action]").select_option("merge_into")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("h1")).to_contain_text("Merge")
    page.get_by_role("combobox").last.press("Enter")
    page.keyboard.type("Economic growth")
    page.locator(".select2-results__option--highlighted").wait_for()
    page.keyboard.press("Enter")
