"""How pages sit: what belongs together stands together, on any screen, with letters of any size, and on paper."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.readers.conftest import Reader, Site

TWICE = "document.documentElement.style.fontSize = '200%'"
WIDER = "document.documentElement.scrollWidth"


def box(found: Locator) -> dict[str, float]:
    measured = found.bounding_box()
    assert measured
    x, y, width, height = (measured[each] for each in ("x", "y", "width", "height"))
    return {"x": x, "y": y, "width": width, "height": height, "right": x + width, "bottom": y + height}


def opened(reader: Reader, site: Site, name: str, width: int) -> Page:
    page = reader(width=width)
    site.places[name].open(page)
    return page


def test_what_is_chosen_stands_under_a_short_lead_and_beside_the_record(reader: Reader, site: Site) -> None:
    page = opened(reader, site, "en: front page", 1440)
    lead, picks, latest = (box(page.locator(each)) for each in (".lead", ".first > .sec", ".latest"))
    assert 0 < picks["y"] - lead["bottom"] < 60
    assert picks["right"] < latest["x"]
    assert abs(latest["bottom"] - picks["bottom"]) < latest["height"] / 2
    page.set_viewport_size({"width": 390, "height": 900})
    tops = [box(page.locator(each))["y"] for each in (".lead", ".first > .sec", ".latest")]
    assert tops == sorted(tops)


def test_without_a_choice_the_figures_of_the_week_fill_the_room_under_the_lead(
    reader: Reader, site: Site
) -> None:
    page = reader(width=1440)
    page.goto("/?as_of=2024-06-01")
    expect(page.locator(".first .numbers")).to_be_visible()
    assert box(page.locator(".first .numbers"))["right"] < box(page.locator(".latest"))["x"]


@pytest.mark.parametrize("width", [1440, 820])
def test_letters_that_a_script_makes_twice_as_large_get_the_whole_width(
    reader: Reader, site: Site, width: int
) -> None:
    page = opened(reader, site, "en: article with everything", width)
    page.evaluate(TWICE)
    text, notes = box(page.locator(".stretch .prose").first), box(page.locator(".stretch .notes").first)
    assert text["width"] > width * 0.85
    assert notes["y"] >= text["bottom"]
    assert page.evaluate(WIDER) <= width


@pytest.mark.parametrize("language", ["en", "ur", "zh-hans"])
def test_every_section_is_in_sight_on_the_narrowest_screen(reader: Reader, site: Site, language: str) -> None:
    page = opened(reader, site, f"{language}: front page", 320)
    links = page.locator(".sections li a").filter(visible=True)
    assert links.count() == 4
    for n in range(4):
        found = box(links.nth(n))
        assert found["x"] >= 0
        assert found["right"] <= 320


def test_a_table_with_more_to_the_side_says_so_and_is_scrolled_by_key(reader: Reader, site: Site) -> None:
    page = opened(reader, site, "en: indicator of two sources", 320)
    page.evaluate(TWICE)
    table = page.get_by_role("region", name="Table of figures")
    assert table.evaluate("each => each.scrollWidth > each.clientWidth")
    # Two covers move with the table, and two shades stay at the edges under them.
    attached = table.evaluate("each => getComputedStyle(each).backgroundAttachment")
    assert attached.startswith("local, local, scroll, scroll")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("each => each.scrollLeft > 0", arg=table.element_handle())


def test_a_list_of_indicators_draws_how_each_came_to_its_value(reader: Reader, site: Site) -> None:
    page = opened(reader, site, "en: indicators", 1280)
    drawn = page.get_by_role("img", name="From 2.5 million in 2014 to 33.35 million in 2023")
    expect(drawn).to_be_visible()
    for name in ("en: indicators", "ur: indicators"):
        page = opened(reader, site, name, 390)
        both = page.locator("td:has(.trail + .trail)").first.locator(".trail")
        first, second = sorted((box(both.nth(n)) for n in range(2)), key=lambda each: each["x"])
        assert second["x"] - first["right"] >= 8
        assert page.evaluate(WIDER) <= 390


def test_on_paper_a_table_is_a_table_and_a_chart_as_wide_as_the_text(reader: Reader, site: Site) -> None:
    page = opened(reader, site, "en: indicator of two sources", 552)
    page.emulate_media(media="print")
    expect(page.get_by_role("region", name="Table of vintages").locator("thead")).to_be_visible()
    assert box(page.locator(".chart svg.wide"))["width"] > 500
    expect(page.locator(".chart svg.narrow")).to_be_hidden()
    assert page.evaluate(WIDER) <= 552


@pytest.mark.parametrize("language", ["en", "ur"])
def test_whoever_previews_a_reply_sees_name_and_words_on_one_side(
    reader: Reader, site: Site, language: str
) -> None:
    page = opened(reader, site, f"{language}: reply previewed", 390)
    who, words = page.locator(".reply-words .who"), page.locator(".reply-words .words")
    directions = [each.evaluate("each => getComputedStyle(each).direction") for each in (who, words)]
    assert directions == ["ltr", "ltr"]
