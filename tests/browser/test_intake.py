"""A clipping from the clipboard to the page of readers, by the keyboard."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.figures.marks import plain_text
from articles.figures.models import Quotation
from articles.models import Article
from tests.newsroom import an_editor
from tests.seed import load_the_seed

type SignIn = Callable[[Page, User], None]
FIGURES = {
    "HT_MFG_VA_GR.CHN.A.NBS:2023",
    "HT_INV_GR.CHN.A.NBS:2023",
    "NEV_PROD.CHN.A.NBS:2023",
    "NEV_PROD_GR.CHN.A.NBS:2023",
    "SOLAR_CELL_PROD.CHN.A.NBS:2023",
    "SOLAR_CELL_PROD_GR.CHN.A.NBS:2023",
    "SERVICE_ROBOT_PROD.CHN.A.NBS:2023",
    "SERVICE_ROBOT_PROD_GR.CHN.A.NBS:2023",
    "RD_EXP.CHN.A.NBS:2023",
    "RD_EXP_GR.CHN.A.NBS:2023",
}


@pytest.fixture
def at_desk(page: Page, transactional_db: None, sign_in: SignIn) -> Page:
    load_the_seed()
    sign_in(page, an_editor())
    return page


def the_page_of_the_portal() -> str:
    """The seed article as it stands on a page: contact line above, citation, keywords and a form below."""
    article = Article.objects.get(language="en")
    keywords = " , ".join(row.keyword.name for row in article.keyword_rows.order_by("position"))
    parts = [
        "111 510 510 libonline@riphah.edu.pk Contact",
        article.title,
        article.standfirst,
        *plain_text(article.body).splitlines(),
        article.printed_citation,
        f"Keywords: {keywords}",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
    ]
    return "\n\n".join(part for part in parts if part)


def test_ten_figures_are_bound_with_one_key_and_the_page_is_published(at_desk: Page) -> None:
    at_desk.goto("/admin/articles/clipping/add/")
    at_desk.get_by_label("Text").fill(the_page_of_the_portal())
    at_desk.get_by_role("button", name="Recognise").click()
    # The seed has an article with this citation: it is told, and a person decides.
    at_desk.get_by_label("It is another text").check()
    at_desk.get_by_role("button", name="Recognise").click()
    expect(at_desk.locator(".ed-cards > li")).to_have_count(10)
    expect(at_desk.locator("#card-1")).to_be_focused()
    # Three periods are said; those taken over from a figure before are looked at one by one. Eight keys in all.
    at_desk.keyboard.press("Shift+A")
    expect(at_desk.locator("[data-open]")).to_have_text("7")
    for _key in range(7):
        at_desk.keyboard.press("a")
    expect(at_desk.locator("[data-open]")).to_have_text("0")
    at_desk.get_by_role("button", name="Make the article").click()
    expect(at_desk).to_have_url(re.compile(r"/admin/articles/article/\d+/change/"))
    made = Article.objects.latest("pk")
    assert made.title == "New quality productive forces drive high-quality development in China"
    assert made.publication is not None
    assert (made.publication.title, made.issued) == ("Business Recorder", "2024-03-31")
    assert made.keyword_rows.count() == 12
    at_desk.goto(f"/admin/articles/article/{made.pk}/publish/")
    at_desk.get_by_label(re.compile("I have read the warnings")).check()
    at_desk.get_by_role("button", name=re.compile("^Publish")).last.click()
    at_desk.goto(f"/articles/{made.slug}/")
    expect(at_desk.locator("data[data-observation], .fig").first).to_be_visible()
    quoted = Quotation.objects.filter(edition__article=made).values_list(
        "observation__series__code", flat=True
    )
    assert {f"{code}:2023" for code in quoted} == FIGURES


def test_each_key_does_what_the_line_above_says(at_desk: Page) -> None:
    at_desk.goto("/admin/articles/clipping/add/")
    at_desk.get_by_label("Text").fill(the_page_of_the_portal())
    at_desk.get_by_role("button", name="Recognise").click()
    at_desk.get_by_label("It is another text").check()
    at_desk.get_by_role("button", name="Recognise").click()
    expect(at_desk.locator("#card-1")).to_be_focused()
    at_desk.keyboard.press("a")
    expect(at_desk.locator("#card-1 input[type=radio]").first).to_be_checked()
    expect(at_desk.locator("#card-2")).to_be_focused()
    at_desk.keyboard.press("r")
    at_desk.keyboard.type("An opinion")
    at_desk.keyboard.press("Enter")
    expect(at_desk.locator("#card-2 [value=reject]")).to_be_checked()
    expect(at_desk.locator("#card-3")).to_be_focused()
    at_desk.keyboard.press("e")
    at_desk.keyboard.type("RD_EXP.CHN.A.NBS:2023")
    at_desk.keyboard.press("Enter")
    at_desk.keyboard.press("p")
    expect(at_desk.locator("#card-3")).to_be_focused()
    at_desk.get_by_role("button", name="Keep the decisions").click()

    expect(at_desk.get_by_text("3 decisions are kept.")).to_be_visible()
