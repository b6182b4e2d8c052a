"""Tours of the seed as its readers make them: on a phone, at a desk, in Urdu, without script and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.contact.current import forget_contact
from tests.browser.conftest import OpenPage
from tests.newsroom import FEBRUARY, an_article, published
from tests.seed import load_the_seed

pytestmark = pytest.mark.django_db(transaction=True)
ARTICLE = "/articles/new-quality-productive-forces/"
IN_URDU = "/ur/articles/nai-mayari-pedawari-quwwaten/"
# Less than a thousandth is told as 0 by those who measure.
STILL = 0.001
SHIFTS = """() => new Promise((told) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => (sum += each.value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => told(sum), 300));
})"""


@pytest.fixture(autouse=True)
def seed(django_db_serialized_rollback: None, transactional_db: None) -> Iterator[None]:
    """The library as `make run` fills it; what migrations wrote is put back before each test."""
    forget_contact()
    load_the_seed()
    yield
    forget_contact()


def fits(page: Page) -> bool:
    """Nothing is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def look_for(page: Page, words: str) -> None:
    page.get_by_role("search").locator("[name=q]").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")


def section(page: Page, heading: str) -> Locator:
    return page.locator("section", has=page.get_by_role("heading", name=heading, exact=True))


def test_on_a_phone_from_the_front_page_to_the_source_of_a_figure(open_page: OpenPage) -> None:
    page = open_page(width=390, height=844)
    page.goto("/")
    assert fits(page)
    page.locator(".lead h1").get_by_role("link").click()
    page.wait_for_url(f"**{ARTICLE}")
    assert fits(page)
    expect(page.get_by_role("navigation", name="Sections").get_by_role("link")).to_have_count(4)
    note = page.get_by_role("dialog")
    page.locator("#f9").click()
    expect(note).to_contain_text("Since revised to 3,335.71 billion")
    page.keyboard.press("Escape")
    expect(page.locator("#f9")).to_be_focused()
    expect(page.locator("#f9")).to_be_in_viewport()
    page.locator("#f9").click()
    note.get_by_role("link", name="NBS").click()
    page.wait_for_url("**/indicators/RD_EXP/")
    assert fits(page)
    statements = section(page, "What was stated, and when")
    expect(statements).to_contain_text("3,327.8 billion RMB")
    expect(statements).to_contain_text("from 3,327.8 billion RMB")
    look_for(page, "9.443 million")
    assert fits(page)
    found = page.locator(".hit-fig").first
    expect(found).to_contain_text("National Bureau of Statistics of China")
    expect(found).to_contain_text("Quoted in 3 articles")
    found.get_by_role("link").first.click()
    page.wait_for_url("**/indicators/NEV_PROD/")
    assert page.context.cookies() == []


def test_at_a_desk_an_article_is_cited_shared_and_read_in_another_language(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(ARTICLE)
    # What a figure is stands beside it: nothing has to be pointed at.
    expect(page.locator("#n9 .state")).to_be_visible()
    expect(page.locator("#n9 .state")).to_contain_text("3,335.71 billion")
    references = section(page, "Cite this article")
    references.get_by_role("button", name="Copy").first.click()
    expect(references.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Yang, Y. (2024, March 31). New quality productive forces")
    shared = section(page, "Share this article")
    links = shared.get_by_role("link").evaluate_all("all => all.map((each) => [each.href, each.rel])")
    assert len(links) >= 4
    assert not [href for href, _rel in links if "utm_" in href or "fbclid" in href]
    assert all(rel == "bookmark" or "noreferrer" in rel for _href, rel in links)
    shared.get_by_role("button", name="Copy link").click()
    expect(shared.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(ARTICLE)
    page.get_by_role("navigation", name="Language").get_by_role("link", name="中文").click()
    page.wait_for_url("**/zh-hans/articles/xin-zhi-sheng-chan-li/")
    expect(page.get_by_role("heading", level=1)).to_have_text("新质生产力推动中国高质量发展")
    assert page.context.cookies() == []


def test_at_a_desk_two_editions_are_compared(page: Page) -> None:
    article = an_article("<p>The minister said it on Tuesday.</p>", slug="said", title="What was said")
    published(article)
    article.body = "<p>The minister said it on Wednesday.</p>"
    article.save()
    published(article, at=FEBRUARY, kind="correction", note="The minister spoke on Wednesday.")
    page.goto("/articles/said/")
    expect(page.locator(".notice")).to_contain_text("The minister spoke on Wednesday.")
    section(page, "Editions and corrections").get_by_role("link", name="Compare with edition 1").click()
    page.wait_for_url("**/articles/said/editions/1...2/")
    expect(page.locator("del")).to_have_text("Tuesday.")
    expect(page.locator("ins")).to_have_text("Wednesday.")
    page.get_by_role("link", name="Edition 1", exact=True).click()
    expect(page.locator(".edition-line")).to_contain_text("You are reading edition 1")
    page.goto("/corrections/")
    page.get_by_role("link", name="Compare with edition 1").click()
    page.wait_for_url("**/articles/said/editions/1...2/")


def test_in_urdu(open_page: OpenPage) -> None:
    page = open_page(locale="ur-PK", width=1440)
    page.goto(ARTICLE)
    page.get_by_role("navigation", name="Language").get_by_role("link", name="اردو").click()
    page.wait_for_url(f"**{IN_URDU}")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ur", "rtl"]
    expect(page.locator(".by").nth(1)).to_contain_text("31 مارچ 2024")
    # A figure keeps its own order within the sentence: the percent sign stands behind the number.
    figure = page.locator("#f1 data")
    expect(figure).to_have_text("2.7%")
    assert figure.evaluate("each => getComputedStyle(each).unicodeBidi") == "plaintext"
    first = page.get_by_role("heading", level=1).bounding_box()
    rule = page.locator(".sections").bounding_box()
    assert first
    assert rule
    assert first["y"] > rule["y"] + rule["height"]
    figures = page.locator(".figbox").bounding_box()
    assert figures
    assert figures["x"] < first["x"]  # The margin is on the left.
    assert fits(page)
    look_for(page, "پیداواری")
    page.locator(".hits h3").get_by_role("link").first.click()
    page.wait_for_url(f"**{IN_URDU}")
    page.get_by_role("navigation", name="زبان").get_by_role("link", name="English").click()
    page.wait_for_url(f"**{ARTICLE}")
    assert page.context.cookies() == []


def test_without_script_all_of_it_is_there(open_page: OpenPage) -> None:
    page = open_page(javascript=False, width=390, height=844)
    page.goto(ARTICLE)
    page.locator("#f9").click()
    assert page.url.endswith("#n9")
    expect(page.locator("#n9")).to_be_in_viewport()
    page.locator("#n9 summary").click()
    expect(page.locator("#n9 details")).to_contain_text("3,327,800,000,000 yuan")
    page.locator("#n9").get_by_role("link", name="9, back to the text").click()
    assert page.url.endswith("#f9")
    page.locator("#n9").get_by_role("link", name="NBS").click()
    page.wait_for_url("**/indicators/RD_EXP/")
    days = page.get_by_role("list", name="What was known when")
    expect(page.locator("#known-when")).to_be_hidden()
    days.get_by_role("link").first.click()
    expect(page.locator(".asof-band")).to_contain_text("You are reading the site as of")
    page.goto("/indicators/RD_EXP/?as_of=2024-05-01")
    expect(page.locator(".versus")).to_contain_text("3,327.8")
    expect(page.locator(".versus")).not_to_contain_text("3,335.71")
    page.goto("/")
    page.get_by_role("searchbox", name="Search the library").fill("vehicle")
    page.get_by_role("button", name="Search").click()
    page.locator(".hits h3").get_by_role("link").first.click()
    page.goto("/contact/write/")
    expect(page.get_by_role("button", name="Send message")).to_be_visible()


@pytest.mark.parametrize("address", ["/", ARTICLE, IN_URDU, "/indicators/NEV_PROD/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_moves_while_a_page_opens(open_page: OpenPage, address: str, width: int) -> None:
    page = open_page(width=width)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFTS) < STILL
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate(SHIFTS) < STILL
    assert page.context.cookies() == []


def pages_of(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page/") + pdf.count(b"/Type /Page ")


@pytest.mark.parametrize(("address", "most"), [(ARTICLE, 4), (IN_URDU, 3)])
def test_an_article_on_paper_is_text_and_notes_with_addresses(page: Page, address: str, most: int) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 560, "height": 900})
    for gone in ("nav", "form", ".find", "footer", "button", ".tally"):
        assert not [each for each in page.locator(gone).all() if each.is_visible()], gone
    figures = page.locator(".prose data").count()
    expect(page.locator(".notes li[id]")).to_have_count(figures)
    last, note = page.locator(".prose p").last.bounding_box(), page.locator("#n1").bounding_box()
    assert last
    assert note
    assert note["y"] > last["y"]
    # What a note folds away on the screen is open on paper.
    expect(page.locator("#n1 details p")).to_be_visible()
    expect(page.locator(".print-only")).to_contain_text(f"{address}editions/1/")
    for link in page.locator(".notes a[rel=external]").all():
        written = link.evaluate("each => getComputedStyle(each, '::after').content")
        assert str(link.get_attribute("href")) in written
    assert 1 <= pages_of(page.pdf(format="A4")) <= most


@pytest.mark.parametrize(
    "address", ["/indicators/RD_EXP/", "/ur/indicators/NEV_PROD/", "/corrections/", "/ur/corrections/"]
)
def test_tables_on_paper_are_not_cut_off(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 552, "height": 800})  # What the margins of a sheet of A4 leave.
    assert fits(page)
    ends = page.locator("table").evaluate_all(
        "all => all.map((each) => each.scrollWidth - each.closest('.scroll, main').clientWidth)"
    )
    assert ends
    assert max(ends) <= 0
    for gone in ("form", "nav", ".more", ".tune", "footer"):
        assert not [each for each in page.locator(gone).all() if each.is_visible()], gone
