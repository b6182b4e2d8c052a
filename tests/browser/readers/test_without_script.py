"""A reader without script: whatever can be asked, sent or taken away works by links and forms."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.enquiries.models import Enquiry
from articles.replies.models import Reply
from articles.replies.tokens import form_token
from tests.browser.guard import Guard
from tests.browser.readers.conftest import Reader


@pytest.fixture
def page(reader: Reader) -> Page:
    return reader(javascript=False)


@pytest.fixture
def nobody_is_too_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms are taken at once: a person needs longer than the trap for programs, a test does not."""

    def made_before(subject: str, at: datetime) -> str:
        return form_token(subject, at - timedelta(minutes=1))

    for page in ("articles.replies.pages", "articles.enquiries.pages"):
        monkeypatch.setattr(f"{page}.form_token", made_before)


def test_results_are_narrowed_widened_and_sorted(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Search the library").fill("trains")
    page.get_by_role("button", name="Search").click()
    results = page.locator("ol.hits > li")
    expect(results).to_have_count(3)
    page.get_by_role("link", name="Newest first").click()
    assert "sort=newest" in page.url
    page.get_by_role("radio", name="Daily Post").check()
    page.get_by_role("button", name="Narrow", exact=True).click()
    expect(results).to_have_count(1)
    page.get_by_role("list", name="Filters in use").get_by_role("link").click()
    expect(results).to_have_count(3)


def test_charts_are_chosen_by_links_and_a_form(page: Page) -> None:
    page.goto("/indicators/CARS/")
    page.get_by_role("link", name="Last 5 years").click()
    expect(page.locator(".pt:visible")).to_have_count(6)
    page.get_by_role("link", name="Logarithmic").click()
    assert "scale=log" in page.url
    page.get_by_label("from", exact=True).fill("2016")
    page.get_by_role("navigation", name="What the charts show").get_by_role("button", name="Show").click()
    assert "from=2016" in page.url
    assert "scale=log" in page.url
    page.get_by_role("link", name="29 Feb 2024").click()
    expect(page.get_by_role("status").filter(has_text="as of")).to_contain_text("29 February 2024")
    expect(page.locator("#known-when")).to_be_hidden()


def test_references_are_taken_away_as_files(page: Page) -> None:
    page.goto("/articles/full-en/")
    for link, ending in (("RIS", ".ris"), ("BibTeX", ".bib"), ("CSL JSON", ".csl.json")):
        with page.expect_download() as taken:
            page.locator("#cite").get_by_role("link", name=link).click()
        assert taken.value.suggested_filename.endswith(ending)
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)


def test_a_reply_is_previewed_and_sent(page: Page, guard: Guard, nobody_is_too_quick: None) -> None:
    guard.expect("status of 4")
    page.goto("/articles/full-en/")
    page.get_by_role("link", name="Leave a reply").click()
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter your name.")
    page.get_by_label("Name").fill("A reader without script")
    page.get_by_label("E-mail", exact=False).first.fill("plain@example.org")
    page.get_by_label("Reply").fill("Words in a form.")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("region", name="Preview")).to_contain_text("Words in a form.")
    page.get_by_role("button", name="Send reply").click()
    expect(page.get_by_role("status")).to_contain_text("Your reply was received.")
    assert Reply.objects.get(email="plain@example.org").created_at <= timezone.now()


def test_a_message_is_sent(page: Page, nobody_is_too_quick: None) -> None:
    page.goto("/")
    page.get_by_role("link", name="Contact", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Write to us").click()
    page.get_by_label("Name").fill("A reader without script")
    page.get_by_label("E-mail").fill("plain@example.org")
    page.get_by_label("Message").fill("A question.")
    page.get_by_role("button", name="Send message").click()
    expect(page.get_by_role("status")).to_contain_text("Your message was received.")
    assert Enquiry.objects.filter(email="plain@example.org").count() == 1


def test_editions_are_compared_and_the_past_is_read(page: Page) -> None:
    page.goto("/articles/full-en/")
    page.get_by_role("link", name="Compare with edition 1").click()
    expect(page.locator("ins").first).to_be_visible()
    page.get_by_role("link", name="Edition 1", exact=True).click()
    expect(page.locator(".edition-line")).to_contain_text("You are reading edition 1")
    page.get_by_role("link", name="Edition 2 is current").click()
    assert page.url.endswith("/articles/full-en/")


def test_the_language_is_changed_by_a_link(page: Page) -> None:
    page.goto("/keywords/china/")
    page.get_by_role("navigation", name="Language").get_by_role("link", name="اردو").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.url.endswith("/ur/keywords/china/")
    page.goto("/articles/new-quality-productive-forces/")
    page.get_by_role("navigation", name="Language").get_by_role("link", name="中文").click()
    assert page.url.endswith("/zh-hans/articles/xin-zhi-sheng-chan-li/")


def test_mails_are_ended_by_a_button(page: Page, site: Any) -> None:
    page.goto(site.places["en: end of mails"].address)
    page.get_by_role("button", name="Stop the mails").click()
    expect(page.get_by_role("status")).to_contain_text("no more mails")
