"""The whole day of an editor in one run, each role in a browser of their own; with `SCREENS`, the manual's pictures."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from indicators.models import Series
from tests.browser.day.conftest import Newsroom
from tests.browser.guard import Guard
from tests.pictures import a_picture

CLIPPING = (
    "<h2>Cars</h2><p style='color:red'>In 2023 the country made 9.443 million units of new energy vehicles.</p>"
    "<script>alert(1)</script><p>Sales abroad grew as well.</p>"
)
PASTE = """(root, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  root.focus();
  root.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""
SELECT = """(wanted) => {
  const walker = document.createTreeWalker(document.querySelector(".ProseMirror"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(wanted);
    if (at < 0) continue;
    document.querySelector(".ProseMirror").focus();
    getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
    return true;
  }
  return false;
}"""


def test_a_day(newsroom: Newsroom, guard: Guard) -> None:
    guard.expect("410|404")
    guard.expect("Applying inline style")  # of what was pasted: the policy refuses it, as it should
    for step in (
        an_article_is_pasted,
        a_figure_is_bound_by_keyboard,
        a_picture_is_placed,
        keywords_and_byline,
        it_is_submitted,
        changes_are_requested,
        it_is_approved,
        it_is_scheduled,
        it_goes_live_by_the_clock,
        the_source_states_something_newer,
        the_desk_leads_to_a_correction,
        it_is_withdrawn,
        it_goes_to_the_trash_and_back,
        the_log_knows_all_of_it,
    ):
        step(newsroom)


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("input[name=_continue]").click()


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


def an_article_is_pasted(room: Newsroom) -> None:
    page = room.author
    page.goto("/admin/")
    page.get_by_role("link", name="New article").first.click()
    page.locator("#id_title").fill("Two million more electric cars")
    page.locator(".ProseMirror").evaluate(PASTE, CLIPPING)
    expect(page.locator(".ProseMirror h2")).to_have_text("Cars")
    save(page)
    assert "script" not in room.article.body
    assert "color" not in room.article.body


def a_figure_is_bound_by_keyboard(room: Newsroom) -> None:
    page = room.author
    assert page.evaluate(SELECT, "9.443 million units")
    page.keyboard.press("Control+Shift+F")
    expect(page.get_by_role("option").first).to_contain_text("9.443 million")
    room.camera.take(page, "day-figure")
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror data")).to_have_text("9.443 million units")
    expect(page.locator("#ed-panel li[data-state]").first).to_contain_text("9.443")


def a_picture_is_placed(room: Newsroom) -> None:
    page = room.author
    page.locator(".ProseMirror p").last.click()
    page.get_by_role("button", name="Image", exact=True).click()
    dialog = page.get_by_role("dialog", name="Image")
    dialog.locator("input[type=file]").set_input_files(
        {"name": "harbour.jpg", "mimeType": "image/jpeg", "buffer": a_picture()}
    )
    dialog.get_by_label("What it shows").fill("Cars on a quay")
    dialog.get_by_label("Caption", exact=True).fill("Waiting for the ship")
    room.camera.take(page, "day-image")
    dialog.get_by_role("button", name="Place image").click()
    expect(page.locator(".ed-placed img[src]")).to_be_visible()
    save(page)
    room.camera.take(page, "day-write")


def keywords_and_byline(room: Newsroom) -> None:
    page = room.author
    tab(page, "Keywords and citation")
    page.locator("#id_pasted_keywords").fill("China, RMB, Economic growth")
    byline(page, "Yang")
    room.camera.take(page, "day-keywords")
    save(page)
    names = room.article.keywords.values_list("name", flat=True)
    assert set(names) == {"China", "RMB", "Economic growth"}


def byline(page: Page, name: str) -> None:
    rows = page.locator("#contributions-group")
    rows.get_by_role("link", name="Add another").or_(rows.get_by_role("button", name="Add another")).press(
        "Enter"
    )
    rows.get_by_role("combobox").first.press("Enter")
    page.keyboard.type(name)
    expect(page.locator(".select2-results__option--highlighted")).to_contain_text(name)
    page.keyboard.press("Enter")


def it_is_submitted(room: Newsroom) -> None:
    page = room.author
    with page.expect_navigation():
        page.get_by_role("button", name="Submit for review").click()
    room.article.refresh_from_db()
    assert room.article.stage == "in_review"


def changes_are_requested(room: Newsroom) -> None:
    page = room.editor
    page.goto("/admin/")
    room.camera.take(page, "day-desk-review")
    page.locator("#content").get_by_role("link", name="Two million more electric cars").first.click()
    tab(page, "Settings")
    room.camera.take(page, "day-settings")
    page.get_by_role("link", name="Ask for changes").click()
    page.get_by_label("What has to be changed?").fill("The title is not in the text: say what was produced.")
    page.get_by_role("button", name="Ask for changes").click()
    room.author.goto(room.form())
    expect(room.author.get_by_text("Changes were requested")).to_be_visible()
    room.camera.take(room.author, "day-changes-requested")


def it_is_approved(room: Newsroom) -> None:
    page = room.author
    page.locator("#id_title").fill("More than nine million electric cars")
    with page.expect_navigation():
        page.get_by_role("button", name="Submit for review").click()
    page = room.editor
    page.goto(room.form())
    with page.expect_navigation():
        page.get_by_role("button", name="Approve").click()
    assert room.article.stage == "approved"


def it_is_scheduled(room: Newsroom) -> None:
    page = room.editor
    page.goto(room.form())
    page.get_by_role("button", name="Publish…").click()
    dialog = page.locator("#ed-publish")
    tomorrow = timezone.localtime() + timedelta(hours=20)
    dialog.locator("[name=published_at_0]").fill(f"{tomorrow:%Y-%m-%d}")
    dialog.locator("[name=published_at_1]").fill(f"{tomorrow:%H:%M}")
    room.camera.take(page, "day-publish")
    with page.expect_navigation():
        dialog.locator("input[type=submit]").click()
    room.camera.take(page, "day-scheduled")
    page.goto("/admin/articles/article/calendar/")
    room.camera.take(page, "day-calendar")
    assert room.reader.goto(address(room)).status == 404  # type: ignore[union-attr]


def address(room: Newsroom) -> str:
    return f"/articles/{room.article.slug}/"


def it_goes_live_by_the_clock(room: Newsroom) -> None:
    room.clock.move(timedelta(days=1))
    assert room.reader.goto(address(room)).ok  # type: ignore[union-attr]
    expect(room.reader.locator("h1")).to_have_text("More than nine million electric cars")
    room.camera.take(room.reader, "day-live")


def the_source_states_something_newer(room: Newsroom) -> None:
    page = room.data
    series = Series.objects.get(code="NEV_PROD.CHN.A.NBS")
    page.goto(f"/admin/indicators/series/{series.pk}/change/")
    page.get_by_label("Period").fill("2023")
    page.get_by_label("Value", exact=False).first.fill("9.587")
    choose(page, "Release", "2024")
    page.get_by_label("Stated on").fill("2026-11-01")
    page.get_by_label("Reason").fill("Counted again")
    page.locator("#record-form").scroll_into_view_if_needed()
    room.camera.take(page, "day-series")
    with page.expect_navigation():
        page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator(".ed-breaks")).to_contain_text("9.587 million")
    with page.expect_navigation():
        page.get_by_role("button", name="Record all the same").click()
    room.reader.goto(address(room))
    expect(room.reader.locator("main")).to_contain_text("9.587")


def choose(page: Page, label: str, words: str) -> None:
    """A row of a list that is searched by typing, by keyboard."""
    page.get_by_role("combobox", name=label).press("Enter")
    page.keyboard.type(words)
    page.locator(".select2-results__option--highlighted").wait_for()
    page.keyboard.press("Enter")


def the_desk_leads_to_a_correction(room: Newsroom) -> None:
    page = room.editor
    page.goto("/admin/")
    stale = page.locator(".ed-stale").filter(has_text="electric cars")
    room.camera.take(page, "day-desk-stale")
    with page.expect_navigation():
        stale.get_by_role("button", name="Write a correction").click()
    page.get_by_role("radio", name="Correction").check()
    expect(page.get_by_label("Public note")).to_have_value(re.compile("9.443 million units to 9.587 million"))
    room.camera.take(page, "day-correction")
    with page.expect_navigation():
        page.locator("#publish_form input[type=submit]").click()
    expect(page.locator("#content")).to_contain_text("Edition 2 is live")
    page.goto("/admin/")
    expect(page.locator(".ed-stale").filter(has_text="electric cars")).to_have_count(0)
    room.reader.goto("/corrections/")
    expect(room.reader.locator("main")).to_contain_text("from 9.443 million units to 9.587 million")
    room.camera.take(room.reader, "day-corrected")
    room.reader.goto(address(room))
    expect(room.reader.locator("main del")).to_contain_text("9.443")
    expect(room.reader.locator("main ins")).to_contain_text("9.587")
    room.reader.locator("main del").evaluate("gone => gone.scrollIntoView({block: 'center'})")
    room.camera.take(room.reader, "day-editions")


def it_is_withdrawn(room: Newsroom) -> None:
    page = room.editor
    page.goto(f"{room.form()}#settings")
    page.get_by_role("link", name="Withdraw…").click()
    page.get_by_label("Reason").fill("The count included cars that were exported twice.")
    room.camera.take(page, "day-withdraw")
    with page.expect_navigation():
        page.locator("#content-main input[type=submit]").click()
    assert room.reader.goto(address(room)).status == 410  # type: ignore[union-attr]
    expect(room.reader.locator("main")).to_contain_text("exported twice")
    room.camera.take(room.reader, "day-tombstone")


def it_goes_to_the_trash_and_back(room: Newsroom) -> None:
    page = room.editor
    page.goto(f"{room.form()}#settings")
    page.get_by_role("link", name="Put in the trash").click()
    with page.expect_navigation():
        page.locator("#content-main button[type=submit], #content-main input[type=submit]").click()
    page.goto("/admin/articles/article/trash/")
    room.camera.take(page, "day-trash")
    with page.expect_navigation():
        page.get_by_role("button", name="Restore").click()
    assert room.article.trashed_at is None


def the_log_knows_all_of_it(room: Newsroom) -> None:
    page = room.administrator
    page.goto("/admin/articles/signin/")
    for done in ("scheduled", "asked for changes", "withdrew", "put in the trash", "took out of the trash"):
        expect(page.locator("#content tbody")).to_contain_text(done)
    room.camera.take(page, "day-log")
