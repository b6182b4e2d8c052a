"""Readers who use no mouse, or listen to a page: its parts come in an order that makes sense, and have names."""

from playwright.sync_api import Page, expect

from tests.browser.guard import Guard
from tests.browser.readers.conftest import Reader

FOCUSED = "document.activeElement"


def tab(page: Page, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press("Tab")


def test_the_first_stop_leads_past_the_furniture(reader: Reader) -> None:
    page = reader()
    page.goto("/articles/full-en/")
    tab(page)
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    assert page.evaluate(f"{FOCUSED}.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    tab(page)
    assert page.evaluate(f"!!{FOCUSED}.closest('main')")


def test_a_figure_leads_to_its_note_and_back(reader: Reader) -> None:
    page = reader(javascript=False)
    page.goto("/articles/full-en/")
    figure = page.locator("#f3")
    figure.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#n3")
    tab(page)
    back = page.get_by_role("link", name="3, back to the text")
    expect(back).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#f3")
    tab(page)
    # The note follows the stretch that its figure stands in.
    expect(back).to_be_focused()


def test_a_note_that_opens_is_a_dialog_with_a_name_and_gives_the_focus_back(reader: Reader) -> None:
    page = reader()
    page.goto("/articles/full-en/")
    page.locator("#f1").focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name="Notes to the figures")
    expect(note).to_be_focused()
    expect(note).to_contain_text("33.35 million")
    assert note.evaluate("each => getComputedStyle(each).outlineStyle") != "none"
    page.keyboard.press("Escape")
    expect(page.locator("#f1")).to_be_focused()


def test_the_search_field_is_a_combobox(reader: Reader) -> None:
    page = reader()
    page.goto("/")
    field = page.get_by_role("combobox", name="Search the library")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("chin")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("search").get_by_role("status")).not_to_be_empty()
    field.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "none")
    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_be_focused()
    field.fill("")
    field.press_sequentially("china")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    leads_to = chosen.get_attribute("data-url")
    field.press("Enter")
    page.wait_for_url(f"**{leads_to}")


def test_values_of_a_chart_are_named_and_reached(reader: Reader) -> None:
    page = reader()
    page.goto("/indicators/CARS/")
    drawing = page.locator(".chart svg:visible").first
    names = drawing.get_by_role("img").evaluate_all("all => all.map((each) => each.ariaLabel)")
    assert "2023, CLUB: 40.1 million vehicles" in names
    assert len(names) == len(set(names)) == 11
    page.locator(".pt:visible").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(f"getComputedStyle({FOCUSED}.querySelector('.hit')).strokeWidth") == "3px"


def test_what_is_folded_opens_by_keyboard(reader: Reader) -> None:
    page = reader()
    page.goto("/articles/full-en/")
    page.get_by_text("Read as of another day").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Show what was known by")).to_be_visible()
    tab(page)
    expect(page.get_by_label("Show what was known by")).to_be_focused()


def test_errors_are_said_and_lead_to_their_fields(reader: Reader, guard: Guard) -> None:
    guard.expect("status of 4")
    page = reader()
    page.goto("/contact/write/")
    page.get_by_role("button", name="Send message").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Enter your name.")
    page.get_by_role("alert").get_by_role("link", name="Enter your e-mail address.").focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("E-mail")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Enter your e-mail address.")


def test_nothing_moves_for_whoever_asked_for_that(reader: Reader) -> None:
    page = reader(reduced_motion="reduce")
    for address in ("/", "/articles/full-en/", "/indicators/CARS/", "/search/?q=cars"):
        page.goto(address)
        moving = page.evaluate(
            """[...document.querySelectorAll("*")].filter((each) => {
              const style = getComputedStyle(each);
              return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
                || style.scrollBehavior === "smooth";
            }).map((each) => each.tagName)"""
        )
        assert moving == [], address


def test_with_forced_colours_states_and_series_are_told_apart_by_shape(reader: Reader) -> None:
    page = reader(forced_colors="active")
    page.goto("/how-we-check-figures/")
    states = ("holds", "rounded", "revised", "other", "contradicted")
    lines = {
        state: page.locator(f".fig[data-state={state}]").first.evaluate(
            """(each) => {
              const style = getComputedStyle(each);
              return `${style.textDecorationStyle} ${style.textDecorationThickness}`;
            }"""
        )
        for state in states
    }
    assert len(set(lines.values())) == len(states)
    shapes = page.locator("svg.mk").evaluate_all(
        "all => all.map((each) => [getComputedStyle(each).fill, getComputedStyle(document.body).backgroundColor])"
    )
    assert shapes
    assert all(fill != paper for fill, paper in shapes)
    page.goto("/indicators/CARS/")
    second = page.locator(".chart svg:visible .l2").first
    assert second.evaluate("each => getComputedStyle(each).strokeDasharray") != "none"
