"""The queue of replies by keyboard alone."""

from collections.abc import Callable

from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.replies.models import Reply
from tests.integration.replies.visiting import a_reply
from tests.newsroom import an_article, published, somebody


def test_one_key_decides(page: Page, transactional_db: None, sign_in: Callable[..., None]) -> None:
    edition = published(an_article(), at=timezone.now())
    for text in ("First words", "Second words", "Third words"):
        a_reply(edition, text)
    sign_in(page, somebody("Moderator"))
    page.goto("/admin/articles/reply/")
    rows = page.locator("#result_list tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(0).locator("input.action-select")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("a")
    expect(rows).to_have_count(2)
    expect(page.locator("#result_list")).not_to_contain_text("Second words")
    expect(rows.nth(0).locator("input.action-select")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.keyboard.press("s")
    expect(page.locator("#result_list tbody tr")).to_have_count(0)
    states = dict(Reply.objects.values_list("text", "state"))
    assert states == {"First words": "spam", "Second words": "approved", "Third words": "spam"}
