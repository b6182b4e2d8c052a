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
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    take(page, "shortcuts")
    for address, heading, name in (
        ("/admin/articles/article/", "Articles", "list"),
        ("/admin/articles/jointrelease/", "Joint releases", "releases"),
        ("/admin/taxonomy/keyword/", "Keywords", "keywords"),
    ):
        page.goto(address)
        expect(page.locator("h1").first).to_contain_text(heading)
        take(page, name)
    page.goto(form)
    expect(page.locator("#ed-panel li")).to_have_count(10)
    take(page, "form")
    a_note(page)
    take(page, "note")
    a_preview_link(page, form)
    take(page, "preview-link")
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
    page.locator("#ed-new-link, [form=ed-new-link]").last.scroll_into_view_if_needed()
