"""An article in a browser: forty figures do not tear the text apart, on any screen or on paper, and nothing jumps."""

from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from articles.contact.current import forget_contact
from articles.writing.models import Article
from indicators.catalogue.models import Area, Unit
from tests.browser.conftest import OpenPage
from tests.newsroom import FEBRUARY, a_series, an_article, an_image, figure, placed, published, stated
from tests.seed import load_the_seed

pytestmark = pytest.mark.django_db(transaction=True)
SENTENCE = "Of what the yards of the corridor made {}, and of what they sold {}, a part went south by rail. "
GAPS = """() => {
  const found = [...document.querySelectorAll(".text .prose > :is(p, h2)")];
  const blocks = found.map((each) => each.getBoundingClientRect());
  return blocks.slice(1).map((each, n) => Math.round(each.top - blocks[n].bottom));
}"""
NARROWEST_NOTES = 100  # One row of shapes and two lines of what has changed.


@pytest.fixture
def forty() -> Article:
    """Forty figures in five paragraphs, one of them revised since."""
    forget_contact()
    Unit.objects.get_or_create(code="vehicle", defaults={"name": "vehicles", "dimension": "vehicle"})
    Area.objects.get_or_create(code="CHN", defaults={"name": "China"})
    series = [a_series(f"CARS{n}") for n in range(8)]
    for each in series:
        stated(each, "2024", "9.443")
    marks = [figure("9.443 million", f"{each.code}:2024") for each in series]
    pairs = zip(marks[::2], marks[1::2], strict=True)
    paragraph = "".join(SENTENCE.format(*pair) for pair in pairs)
    bodies = [f"<p>{paragraph}</p>" for _ in range(5)]
    bodies.insert(2, "<h2>Ports</h2>")
    article = an_article("".join(bodies) + "<p>That is all.</p>", slug="forty", title="Forty figures")
    published(article)
    stated(series[3], "2024", "9.5", on=date(2025, 2, 10), at=FEBRUARY)
    return article


def test_forty_figures_in_five_paragraphs_do_not_tear_them_apart(page: Page, forty: Article) -> None:
    page.goto("/articles/forty/")
    for width in (1440, 1000, 820, 390):
        page.set_viewport_size({"width": width, "height": 900})
        gaps = page.evaluate(GAPS)
        assert len(gaps) == 6
        assert max(gaps) <= (60 if width > 992 else NARROWEST_NOTES), width
    expect(page.locator(".notes li[id]")).to_have_count(40)
    page.locator("#f12").click()
    expect(page.get_by_role("dialog")).to_contain_text("9.5 million")


def test_on_paper_notes_are_footnotes_with_their_addresses(page: Page, forty: Article) -> None:
    page.goto("/articles/forty/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 560, "height": 900})
    assert max(page.evaluate(GAPS)) <= 40
    last = page.locator(".text .prose > p").last.bounding_box()
    first_note = page.locator("#n1").bounding_box()
    assert last
    assert first_note
    assert first_note["y"] > last["y"] + last["height"]
    printed = page.locator(".notes a[rel=external]").first
    assert "https://example.org/" in printed.evaluate("each => getComputedStyle(each, '::after').content")
    expect(page.locator(".print-only")).to_contain_text("/articles/forty/editions/1/")
    expect(page.locator(".tally").first).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_nothing_moves_while_a_page_with_pictures_loads(page: Page) -> None:
    forget_contact()
    port, ship = an_image("Port"), an_image("Ship")
    body = f"<p>{'Words. ' * 60}</p>{placed(ship, caption='A ship')}<p>{'Words. ' * 60}</p>"
    published(an_article(body, slug="port", lead_image=port, lead_alternative="A port"))
    page.goto("/articles/port/")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    shifts = """() => new Promise((told) => new PerformanceObserver((list) =>
      told(list.getEntries().map((each) => each.value))).observe({ type: "layout-shift", buffered: true }) ||
      setTimeout(() => told([]), 500))"""
    assert sum(page.evaluate(shifts)) == 0
    widths = page.evaluate("[...document.querySelectorAll('.pic img')].map((each) => each.naturalWidth > 0)")
    assert widths == [True, True]


def test_the_parts_of_an_article_page_are_accessible(open_page: OpenPage, forty: Article) -> None:
    load_the_seed()
    forty.body = "<p>Other words.</p>"
    forty.save()
    published(forty, at=FEBRUARY, kind="correction", note="Other words.")
    addresses = (
        "/articles/forty/editions/1/",
        "/articles/forty/editions/1...2/",
        "/articles/forty/",
        "/how-we-check-figures/",
        "/ur/how-we-check-figures/",
        "/ur/articles/nai-mayari-pedawari-quwwaten/",
        "/zh-hans/articles/xin-zhi-sheng-chan-li/",
    )
    broken: dict[str, Any] = {}
    for scheme, width in (("light", 1440), ("dark", 390)):
        page = open_page(color_scheme=scheme, width=width)
        for address in addresses:
            page.goto(address)
            if found := violations(page):
                broken[f"{address} {scheme}"] = found
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert broken == {}


def violations(page: Page) -> list[str]:
    """The rules of WCAG 2.2 AA that the page breaks, with where."""
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    return [
        f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}"
        for each in found.response["violations"]
    ]
