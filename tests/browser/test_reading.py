"""Reading in a browser: notes beside their figures, the site as of another day, and all of it without script."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from articles.contact.current import forget_contact
from indicators.catalogue.models import Area, Unit
from tests.browser.conftest import OpenPage
from tests.newsroom import FEBRUARY, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def cars() -> None:
    forget_contact()
    # A live server's database is emptied after each test, of what migrations wrote too.
    Unit.objects.get_or_create(code="vehicle", defaults={"name": "vehicles", "dimension": "vehicle"})
    Area.objects.get_or_create(code="CHN", defaults={"name": "China"})
    series = a_series("CARS")
    stated(series, "2024", "9.443")
    published(an_article(f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')} cars.</p>", slug="cars"))
    stated(series, "2024", "9.5", on=date(2025, 2, 10), at=FEBRUARY)


def test_a_figure_opens_its_note_by_mouse_and_by_key(page: Page) -> None:
    page.goto("/articles/cars/")
    note = page.get_by_role("dialog")
    page.locator("#f1").click()
    expect(note).to_contain_text("9.5 million")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(page.locator("#f1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    assert page.url.endswith("/articles/cars/")


def test_without_script_the_same_link_leads_to_the_note(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    page.goto("/articles/cars/")
    page.locator("#f1").click()
    assert page.url.endswith("#n1")
    expect(page.locator("#n1")).to_contain_text("9.5 million")


def test_a_reader_goes_back_to_another_day_and_returns(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    page.goto("/articles/cars/")
    page.get_by_text("Read as of another day").click()
    page.get_by_label("Show what was known by").fill("2025-02-09")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Sunday 9 February 2025")
    expect(page.locator("#f1")).to_have_attribute("data-state", "holds")
    page.get_by_role("link", name="Read this page as of today").click()
    expect(page.locator("#f1")).to_have_attribute("data-state", "revised")


@pytest.mark.parametrize("address", ["/", "/articles/cars/", "/corrections/", "/ur/", "/zh-hans/articles/"])
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_no_page_is_wider_than_its_window(open_page: OpenPage, address: str, width: int) -> None:
    page = open_page(width=width)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
