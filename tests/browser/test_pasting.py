"""Pasting from a word processor: what the words mean comes along, how they looked does not, and nothing is said."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from tests.newsroom import an_article

SignIn = Callable[[Page, User], None]

PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(".ProseMirror").dispatchEvent(paste);
}"""
COPIED = (
    "<style>p { color: red }</style><script>document.title = 'taken'</script>"
    '<b style="font-weight:normal" id="docs-internal"><p style="margin:0" onclick="document.title = \'taken\'">'
    'Plain words, <span style="font-weight:700">heavy words</span> and '
    '<span style="font-style: italic">leaning words</span>, '
    '<a href="javascript:document.title=1">a trap</a>.</p></b>'
)


@pytest.mark.django_db(transaction=True)
def test_pasted_words_keep_their_meaning_and_lose_their_dress(page: Page, sign_in: SignIn) -> None:
    sign_in(page, User.objects.create_superuser("editor"))
    page.goto(f"/admin/articles/article/{an_article('<p>Words.</p>').pk}/change/")
    body = page.locator(".ProseMirror")
    body.click()
    page.keyboard.press("Control+End")
    page.evaluate(PASTE, COPIED)
    expect(body).to_contain_text("Plain words, heavy words and leaning words, a trap.")
    expect(body.locator("strong")).to_have_text("heavy words")
    expect(body.locator("em")).to_have_text("leaning words")
    expect(body.locator("[style], [onclick], script, style, a[href^=javascript]")).to_have_count(0)
    expect(page).not_to_have_title("taken")
