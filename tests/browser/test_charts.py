"""Charts in a browser: values by keyboard, choices in place and without script, and a frame on somebody else's page."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from articles.contact.current import forget_contact
from indicators.catalogue.models import Area, Unit
from tests.browser.conftest import OpenPage
from tests.browser.guard import Guard
from tests.integration.data_pages.charting import a_revised_indicator
from tests.newsroom import a_series, stated

pytestmark = pytest.mark.django_db(transaction=True)
CARS = "/indicators/CARS/"
# What the line of status says after each task in which it changed.
HEAR = """() => {
  const said = document.querySelector("#tuned"), heard = [];
  const keep = () => { heard.push(said.textContent); document.documentElement.dataset.heard = heard.join("|"); };
  new MutationObserver(keep).observe(said, { childList: true, characterData: true, subtree: true });
}"""
ADDRESSES = [CARS, f"{CARS}?scale=log&as_of=2024-05-01", f"/ur{CARS}", f"{CARS}embed/"]


@pytest.fixture(autouse=True)
def cars() -> None:
    forget_contact()
    # A live server's database is emptied after each test, of what migrations wrote too.
    Unit.objects.get_or_create(code="vehicle", defaults={"name": "vehicles", "dimension": "vehicle"})
    Area.objects.get_or_create(code="CHN", defaults={"name": "China"})
    a_revised_indicator()
    stated(a_series("CARS", source="CLUB"), "2023", "40.1", date(2024, 1, 11))


@contextmanager
def another_site(body: str) -> Iterator[str]:
    """The address of a page elsewhere with that body, under a policy that allows frames and scripts, and no style."""

    class Story(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header(
                "Content-Security-Policy",
                "default-src 'none'; img-src data:; frame-src http:; script-src http:",
            )
            self.end_headers()
            self.wfile.write(f"<!doctype html><link rel=icon href=data:,>{body}".encode())

        def log_message(self, *args: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Story)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/story"
    server.shutdown()
    server.server_close()


def place_of_chart(page: Page) -> Any:
    return page.locator(".chart svg:visible").first.bounding_box()


def test_the_arrow_keys_go_from_value_to_value(page: Page) -> None:
    page.goto(CARS)
    first = page.locator(".pt:visible").first
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".pt:visible").nth(1)).to_be_focused()
    assert page.evaluate("document.activeElement.ariaLabel") == "2015, STAT: 3.5 million vehicles"
    page.keyboard.press("End")
    expect(page.locator(".pt:visible").last).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.pt')") is None


def test_without_script_every_value_is_a_stop_that_says_what_it_is(open_page: OpenPage) -> None:
    page = open_page(javascript=False)
    page.goto(CARS)
    stops = page.locator('.pt[tabindex="0"]:visible')
    assert stops.count() == 11
    stops.nth(2).focus()
    expect(stops.nth(2).locator(".tip")).to_have_css("opacity", "1")
    expect(stops.nth(3).locator(".tip")).to_have_css("opacity", "0")
    page.get_by_role("link", name="Logarithmic").click()
    assert page.url.endswith("?scale=log")
    page.get_by_role("link", name="29 Feb 2024").click()
    assert page.url.endswith("?scale=log&as_of=2024-02-29")
    expect(page.locator(".chart desc").first).to_contain_text("33.27")
    expect(page.locator("#known-when")).to_be_hidden()


def test_scale_and_periods_are_chosen_in_place(page: Page) -> None:
    page.goto(CARS)
    page.evaluate("document.documentElement.dataset.same = 'yes'")
    before = place_of_chart(page)
    page.get_by_role("link", name="Logarithmic").click()
    expect(page.locator(".chart figcaption").first).to_contain_text("logarithmic scale")
    assert place_of_chart(page)["height"] == before["height"]
    expect(page.get_by_role("link", name="Logarithmic")).to_be_focused()
    page.get_by_label("from", exact=True).fill("2018")
    page.keyboard.press("Enter")
    expect(page.locator(".pt:visible")).to_have_count(7)
    assert page.url.endswith("?scale=log&from=2018")
    expect(page.locator("#tuned")).to_contain_text("The page now shows what you chose.")
    page.go_back()
    expect(page.locator(".pt:visible")).to_have_count(11)
    assert page.evaluate("document.documentElement.dataset.same") == "yes"


def test_the_same_words_are_said_again_after_each_choice(page: Page) -> None:
    """What is emptied and filled in one go has not changed for a screen reader, which then says nothing."""
    page.goto(CARS)
    said = "The page now shows what you chose."
    page.get_by_role("link", name="logarithmic").click()
    expect(page.locator("#tuned")).to_have_text(said)
    page.evaluate(HEAR)
    page.get_by_role("link", name="linear").click()
    expect(page.locator("html")).to_have_attribute("data-heard", f"|{said}")


def test_one_of_very_many_areas_is_chosen_from_a_list_in_place(page: Page) -> None:
    for n in range(10):
        Area.objects.get_or_create(code=f"A{n}", defaults={"name": f"Area {n}"})
        series = a_series("CARS", area=f"A{n}")
        for year in range(2014, 2024):
            stated(series, str(year), f"{n}.5", date(2024, 2, 29))
    page.goto(CARS)
    area = page.get_by_role("combobox", name="Area")
    area.select_option("A7")
    area.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".chart")).to_have_count(1)
    assert page.url.endswith("?area=A7")
    expect(page.locator("#show-area")).to_be_focused()
    page.get_by_label("from", exact=True).fill("2030")
    page.get_by_label("to", exact=True).fill("2010")
    page.keyboard.press("Enter")
    expect(page.locator("#tuned")).to_contain_text("This range of periods was not understood")
    page.go_back()
    page.go_back()
    expect(page.get_by_role("combobox", name="Area")).to_have_value("")


def test_the_slider_goes_through_what_was_known_when(page: Page) -> None:
    page.goto(CARS)
    slider = page.get_by_label("Day on which it was known")
    expect(slider).to_have_attribute("aria-valuetext", "Today")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.get_by_role("status").filter(has_text="as of")).to_contain_text("11 January 2024")
    slider = page.get_by_label("Day on which it was known")
    expect(slider).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".chart desc").first).to_contain_text("33.27")
    assert page.url.endswith("?as_of=2024-02-29")
    assert page.locator(".sections a").first.get_attribute("href") == "/?as_of=2024-02-29"
    page.keyboard.press("End")
    expect(page.locator(".asof-band")).to_have_count(0)
    assert not page.url.endswith("as_of=2024-02-29")


def test_a_frame_grows_to_its_chart_on_another_site(page: Page, guard: Guard) -> None:
    guard.expect("127.0.0.1")
    page.goto(CARS)
    code = page.get_by_label("Following new figures").input_value()
    with another_site(code) as address:
        page.goto(address)
        frame = page.locator("iframe")
        expect(frame).not_to_have_attribute("height", "660")
        assert frame.evaluate("frame => getComputedStyle(frame).borderTopWidth") == "0px"
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("link", name="Figures, sources and history")).to_be_visible()
    high = page.frames[1].evaluate("document.documentElement.getBoundingClientRect().height")
    assert abs(float(frame.get_attribute("height") or 0) - high) < 2


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1440)])
def test_no_page_of_charts_breaks_a_rule_or_its_window(open_page: OpenPage, scheme: Any, width: int) -> None:
    page = open_page(color_scheme=scheme, width=width)
    broken = {}
    for address in ADDRESSES:
        page.goto(address)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        if found.response["violations"]:
            broken[address] = [
                (each["id"], [node["target"] for node in each["nodes"]][:4])
                for each in found.response["violations"]
            ]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert broken == {}
