"""What a browser can be made to send: each gets a sentence where the editor looks, and what was typed stays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles.writing.models import Article
from tests.browser.guard import Guard
from tests.newsroom import FEBRUARY, an_article, an_editor, published
from tests.pictures import a_picture, a_png_that_claims

PICTURES = [
    ("a bomb of few bytes", a_png_that_claims(20_000, 2_001, b"\x00" * 30_000_000), "too large to be opened"),
    ("30,000 x 30,000 pixels", a_png_that_claims(30_000, 30_000), "too large to be opened"),
    ("a picture that is a script", b"GIF89a/*<script>alert(1)</script>*/=1;", "not a picture|damaged"),
]
PASTE = """(root, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  root.focus();
  root.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def writing(page: Page, transactional_db: None, sign_in: Callable[..., None]) -> Page:
    """The form of a draft, beside an article that once had the address `steel` and has left it."""
    moved = an_article(slug="steel", title="Of steel")
    published(moved)
    Article.objects.filter(pk=moved.pk).update(slug="steel-2025")
    published(moved, at=FEBRUARY, kind="update", note="Another address.")
    draft = an_article("<p>Stored.</p>", slug="draft")
    sign_in(page, an_editor())
    page.goto(f"/admin/articles/article/{draft.pk}/change/")
    page.locator(".ProseMirror").wait_for()
    return page


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def test_ten_thousand_keywords(writing: Page) -> None:
    tab(writing, "Keywords and citation")
    many = ", ".join(f"Keyword number {n}" for n in range(10_000))
    writing.locator("#id_pasted_keywords").fill(many)
    expect(writing.locator("#open-keywords")).to_contain_text("an article takes at most 100")
    writing.locator("input[name=_continue]").click()
    expect(writing.locator(".ed-error-list, .messagelist").first).to_contain_text("at most 100")
    expect(writing.locator("#id_pasted_keywords")).to_have_value(many)


def test_pictures_that_are_none(writing: Page, guard: Guard) -> None:
    guard.expect("400")
    writing.get_by_role("button", name="Image", exact=True).click()
    dialog = writing.get_by_role("dialog", name="Image")
    for name, data, said in PICTURES:
        dialog.locator("input[type=file]").set_input_files(
            {"name": f"{name}.png", "mimeType": "image/png", "buffer": data}
        )
        expect(dialog.get_by_role("alert")).to_have_text(re.compile(said))
    polyglot = a_picture() + b"<script>alert(1)</script>"
    dialog.locator("input[type=file]").set_input_files(
        {"name": "both.jpg", "mimeType": "image/jpeg", "buffer": polyglot}
    )
    dialog.get_by_label("What it shows").fill("A harbour")
    dialog.get_by_role("button", name="Place image").click()
    address = writing.locator(".ed-placed img[src]").get_attribute("src")
    assert b"<script" not in writing.request.get(address or "").body()


def test_more_text_than_an_article_takes(writing: Page, guard: Guard) -> None:
    """Two megabytes as they are posted: tests/integration/bad_input/test_long_texts.py."""
    guard.expect("413")
    writing.locator(".ProseMirror").evaluate(PASTE, f"{'word ' * 80}\n\n" * 2600 + "the end")
    expect(writing.locator("[data-part=trouble]")).to_contain_text("The most is", timeout=120_000)
    assert writing.locator(".ProseMirror").evaluate("root => root.textContent.includes('the end')")
    assert Article.objects.get(slug="draft").body == "<p>Stored.</p>"


def test_a_title_that_turns_the_words_around_it(writing: Page) -> None:
    writing.locator("#id_title").fill("Trade \u202egnp.exe\u2069\x07")
    writing.locator("input[name=_continue]").click()
    expect(writing.locator("#id_title")).to_have_value("Trade gnp.exe")


def test_an_address_that_belongs_to_an_old_redirect(writing: Page) -> None:
    tab(writing, "Settings")
    writing.locator("#id_slug").fill("steel")
    writing.locator("input[name=_continue]").click()
    expect(writing.locator(".ed-bar")).to_contain_text("belongs to another article. Choose another one.")
    writing.get_by_role("button", name="Publish…").click()
    expect(writing.locator("#ed-publish")).to_contain_text("“steel” belongs to another article")
