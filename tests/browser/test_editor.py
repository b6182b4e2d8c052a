"""An editor at work: a figure is changed, checked, refused, mended and published."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from articles.editions.models import Edition
from articles.writing.models import Article
from tests.seed import load_the_seed

SignIn = Callable[[Page, User], None]

# Selects the words of the figure whose text holds the second argument, up to its length.
REOPEN = """() => {
  document.getElementById("ed-picker").close();
  const body = document.querySelector(".ProseMirror");
  body.focus();
  const keys = { key: "F", code: "KeyF", keyCode: 70, ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true };
  body.dispatchEvent(new KeyboardEvent("keydown", keys));
}"""
SELECT = """(wanted) => {
  const body = document.querySelector(".ProseMirror");
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(wanted);
    if (at < 0) continue;
    body.focus();
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }
  return false;
}"""


@pytest.fixture
def article(transactional_db: None) -> Article:
    load_the_seed()
    return Article.objects.get(slug="new-quality-productive-forces")


@pytest.fixture
def desk(page: Page, article: Article, sign_in: SignIn) -> Page:
    """The form of the seed article, open for an editor."""
    sign_in(page, User.objects.create_superuser("editor"))
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(page.locator(".ProseMirror data")).to_have_count(10)
    return page


def replace(page: Page, old: str, new: str) -> None:
    assert page.evaluate(SELECT, old)
    page.wait_for_timeout(100)
    page.keyboard.type(new)


def entry(page: Page, words: str) -> Locator:
    return page.locator("#ed-panel li[data-state]").filter(has_text=words)


def test_a_contradicted_figure_blocks_and_a_rounded_one_passes(desk: Page, article: Article) -> None:
    replace(desk, "9.443", "9.334")
    told = entry(desk, "9.334 million units")
    expect(told).to_contain_text("NBS states 9.443 million")
    expect(told).to_have_attribute("data-state", "contradicted")
    sentence = "Contradicted: NBS states 9.443 million for 2023, not 9.334 million."
    expect(told).to_contain_text(sentence)
    expect(desk.locator(".ed-bar")).to_contain_text("1 figure blocks publishing")

    desk.get_by_role("button", name="Publish…").click()
    desk.get_by_label("Public note").fill("Vehicle production restated.")
    desk.get_by_role("checkbox", name="I have read the warnings").check()
    desk.get_by_role("button", name="Publish edition 2").click()
    expect(desk.locator("#ed-errors")).to_contain_text("Not published.")
    expect(desk.locator("#ed-errors")).to_contain_text(sentence)
    assert Edition.objects.filter(article=article).count() == 1

    desk.locator("#ed-errors").get_by_role("link", name="Show in the text").click()
    expect(desk.locator(".ProseMirror .is-target")).to_have_text("9.334 million units")
    replace(desk, "9.334", "9.44")
    expect(entry(desk, "9.44 million units")).to_have_attribute("data-state", "rounded")

    desk.get_by_role("button", name="Publish…").click()
    expect(desk.locator("#ed-warnings li")).to_have_count(2)
    desk.get_by_label("Public note").fill("Vehicle production is given to two decimals.")
    desk.get_by_role("button", name="Publish edition 2").click()
    expect(desk.locator("#ed-warnings")).to_be_visible()
    assert Edition.objects.filter(article=article).count() == 1
    desk.get_by_role("checkbox", name="I have read the warnings").check()
    desk.get_by_role("button", name="Publish edition 2").click()
    expect(desk.locator(".messagelist")).to_contain_text("Edition 2 is live.")
    second = Edition.objects.get(article=article, number=2)
    assert "9.44 million units</data>" in second.body
    assert 'value="9440000"' in second.body


def test_a_number_deleted_and_typed_anew_stays_that_figure(desk: Page) -> None:
    assert desk.evaluate(SELECT, "9.443 million units")
    desk.wait_for_timeout(100)
    desk.keyboard.press("Delete")
    desk.keyboard.type("9.443 million cars")
    expect(entry(desk, "9.443 million cars")).to_be_visible()
    expect(desk.locator(".ProseMirror data")).to_have_count(10)


def test_a_figure_is_marked_with_the_keyboard_alone(desk: Page) -> None:
    replace(desk, "ten major tasks", "23.3% of tasks")
    assert desk.evaluate(SELECT, "23.3% of tasks")
    desk.wait_for_timeout(100)
    desk.keyboard.press("Control+Shift+F")
    query = desk.get_by_role("combobox")
    expect(query).to_be_focused()
    expect(query).to_have_value("23.3% of tasks")
    query.fill("robot 2023")
    options = desk.get_by_role("option")
    expect(options).to_have_count(2)
    expect(options.first).to_contain_text("23.3%")
    expect(options.first).to_contain_text("Same value")
    expect(query).to_have_attribute("aria-activedescendant", "ed-option-0")
    desk.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("Enter")
    expect(desk.locator("#ed-picker")).to_be_hidden()
    expect(desk.locator(".ProseMirror")).to_be_focused()
    expect(desk.locator(".ProseMirror data")).to_have_count(11)
    expect(desk.locator(".ProseMirror data").first).to_have_attribute(
        "data-observation", "SERVICE_ROBOT_PROD_GR.CHN.A.NBS:2023"
    )


def test_a_list_that_is_opened_again_at_once_stays_of_use(desk: Page) -> None:
    assert desk.evaluate(SELECT, "10.3%")
    desk.wait_for_timeout(100)
    desk.keyboard.press("Control+Shift+F")
    expect(desk.get_by_role("option").first).to_be_visible()
    # The browser tells that it has closed a moment later, when it is open once more.
    desk.evaluate(REOPEN)
    desk.wait_for_timeout(100)
    desk.get_by_role("button", name="Remove the mark").click()
    expect(desk.locator(".ProseMirror data")).to_have_count(9)


def test_escape_leaves_the_text_as_it_was_and_a_mark_can_be_removed(desk: Page) -> None:
    assert desk.evaluate(SELECT, "10.3%")
    desk.wait_for_timeout(100)
    desk.keyboard.press("Control+Shift+F")
    expect(desk.get_by_role("option").first).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator(".ProseMirror")).to_be_focused()
    expect(desk.locator(".ProseMirror data")).to_have_count(10)
    desk.keyboard.press("Control+Shift+F")
    desk.get_by_role("button", name="Remove the mark").click()
    expect(desk.locator(".ProseMirror data")).to_have_count(9)


def test_the_newer_figure_is_put_into_the_text(desk: Page) -> None:
    desk.get_by_role("button", name="Print 3,335.71 billion").click()
    told = entry(desk, "3,335.71 billion RMB")
    expect(told).to_have_attribute("data-state", "holds")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".messagelist")).to_be_visible()
    assert "3,335.71 billion RMB</data>" in Article.objects.get(language="en").body
