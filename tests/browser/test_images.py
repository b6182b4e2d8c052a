"""A picture on its way into a text: uploaded in place, given its words, saved, shown to readers."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.media.models import Image
from articles.writing.models import Article
from tests.browser.guard import Guard
from tests.newsroom import an_article, an_image, placed, published
from tests.pictures import a_picture

SignIn = Callable[[Page, User], None]


@pytest.fixture
def editor(page: Page, transactional_db: None, sign_in: SignIn) -> Page:
    sign_in(page, User.objects.create_superuser("editor"))
    return page


def shown(page: Page, name: str) -> None:
    """Keeps what the page looks like, where one wants to see it."""
    if folder := os.environ.get("SCREENS"):
        page.screenshot(path=f"{folder}/{name}.png")


def test_a_picture_is_uploaded_placed_and_saved(editor: Page) -> None:
    article = an_article("<p>Before.</p><p>After.</p>")
    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    editor.locator(".ProseMirror p").first.click()
    editor.get_by_role("button", name="Image", exact=True).click()
    dialog = editor.get_by_role("dialog", name="Image")
    dialog.locator("input[type=file]").set_input_files(
        {"name": "gwadar_port.jpg", "mimeType": "image/jpeg", "buffer": a_picture()}
    )
    expect(dialog.get_by_text("gwadar port")).to_be_visible()
    dialog.get_by_role("button", name="Place image").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Say what the picture shows")
    dialog.get_by_label("What it shows").fill("Two cranes")
    dialog.get_by_label("Caption", exact=True).fill("Evening at the port")
    shown(editor, "dialog")
    dialog.get_by_role("button", name="Place image").click()
    expect(editor.locator(".ed-placed img[src]")).to_be_visible()
    shown(editor, "placed")
    editor.get_by_role("button", name="Save", exact=True).first.click()
    expect(editor.locator(".ed-placed img[src]")).to_be_visible()
    image = Image.objects.get()
    stored = Article.objects.get().body
    assert (
        f'<figure data-image="{image.slug}"><img alt="Two cranes"><figcaption>Evening at the port</figcaption>'
        in stored
    )


def test_a_file_that_is_no_picture_is_refused_in_the_dialog(editor: Page, guard: Guard) -> None:
    guard.expect("400")
    article = an_article()
    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    editor.get_by_role("button", name="Image", exact=True).click()
    dialog = editor.get_by_role("dialog", name="Image")
    dialog.locator("input[type=file]").set_input_files(
        {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"<svg onload=alert(1)>"}
    )
    expect(dialog.get_by_role("alert")).to_contain_text("not a picture that can be used")


def test_a_placed_picture_is_changed_and_taken_out(editor: Page) -> None:
    article = an_article(f"<p>x</p>{placed(an_image(size=(900, 600)), alternative='')}<p>y</p>")
    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    expect(editor.locator(".ed-placed[data-missing]")).to_contain_text("No alternative text yet")
    editor.get_by_role("button", name="Change image…").click()
    dialog = editor.get_by_role("dialog", name="Image")
    expect(dialog.get_by_role("radio")).to_be_checked()
    dialog.get_by_label("Decorative").check()
    dialog.get_by_role("button", name="Place image").click()
    expect(editor.locator(".ed-placed")).to_contain_text("Decorative.")
    editor.get_by_role("button", name="Change image…").click()
    dialog.get_by_role("button", name="Take it out").click()
    expect(editor.locator(".ed-placed")).to_have_count(0)


def test_the_focal_point_is_set_by_a_click_and_by_numbers(editor: Page) -> None:
    image = an_image(size=(1200, 800))
    editor.goto(f"/admin/articles/image/{image.pk}/change/")
    picture = editor.locator(".ed-focal img")
    box = picture.bounding_box()
    assert box is not None
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    expect(editor.get_by_label("focal point, from the left")).to_have_value("25")
    editor.get_by_label("focal point, from the top").fill("10")
    shown(editor, "image-form")
    editor.get_by_role("button", name="Save", exact=True).click()
    assert (Image.objects.get().focal_x, Image.objects.get().focal_y) == (25, 10)
    shown(editor, "image-list")


@pytest.mark.parametrize("width", [1280, 390])
def test_readers_see_the_picture_in_its_place(editor: Page, width: int, tmp_path: Path) -> None:
    image = an_image(size=(1600, 900), credit="Staff", licence="CC BY 4.0")
    words = "<p>" + "Words of the text. " * 40 + "</p>"
    article = an_article(f"{words}{placed(image, caption='Evening')}{words}", lead_image=image)
    edition = published(article)
    editor.set_viewport_size({"width": width, "height": 900})
    editor.goto(edition.get_absolute_url())
    lead = editor.locator("figure.lead img")
    expect(lead).to_be_visible()
    assert lead.evaluate("image => image.complete && image.naturalWidth > 0 && image.currentSrc").endswith(
        ".avif"
    )
    assert editor.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown(editor, f"reader-{width}")
