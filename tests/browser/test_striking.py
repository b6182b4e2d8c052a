"""A file revises R&D 2023 where only the first statement is known: from the file to the edition that says why."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from articles.editions.models import Edition
from articles.writing.models import Article
from indicators.catalogue.models import Source
from tests.browser.test_clicks import COUNT, clicks
from tests.newsroom import a_series, an_article, an_editor, figure, published, stated

REFERENCE = "RD_EXP.CHN.A.NBS:2023"
FIRST = date(2024, 2, 29)
FILE = "series,period,value,unit_mult\nRD_EXP.CHN.A.NBS,2023,3335.71,9\n"
SLUG = "spending"


@pytest.fixture
def article(transactional_db: None) -> Article:
    """It prints what the statistics office stated first."""
    stated(a_series("RD_EXP", source="NBS", unit="CNY"), "2023", "3327.8", FIRST, unit_mult=9)
    body = (
        f"<p>China spent {figure('3,327.8 billion RMB', REFERENCE)} on research and development in 2023.</p>"
    )
    made = an_article(body, slug=SLUG, title="Spending")
    published(made)
    return made


@pytest.fixture
def desk(page: Page, article: Article, sign_in: Callable[..., None]) -> Page:
    sign_in(page, an_editor())
    page.add_init_script(COUNT)
    return page


def import_the_file(page: Page, folder: Path) -> None:
    file = folder / "revised.csv"
    file.write_text(FILE)
    page.goto("/admin/indicators/dataimport/add/")
    page.locator("#id_file").set_input_files(file)
    page.locator("#id_source").select_option(label=str(Source.objects.get(code="NBS")))
    page.locator("#id_title").fill("Statistical bulletin on R&D spending in 2023")
    page.locator("#id_published_on").fill("2024-10-02")
    page.get_by_role("button", name="Show the plan").click()
    # What would break is told before anything is recorded.
    broken = page.get_by_text("prints 3,327.8 billion RMB; NBS would state 3,335.71 billion instead.")
    expect(broken).to_be_visible()
    page.get_by_label("I have looked at").check()
    page.get_by_role("button", name="Record 1 statement").click()
    expect(page.get_by_text("Done: 1 statements.")).to_be_visible()


def test_a_revised_figure_turns_up_everywhere_and_is_corrected_with_three_clicks(
    desk: Page, article: Article, tmp_path: Path
) -> None:
    desk.goto(f"/articles/{SLUG}/")
    expect(desk.get_by_text("3,335.71")).to_have_count(0)
    import_the_file(desk, tmp_path)
    # The article, the page of the indicator, the list of corrections, the API and the feed.
    desk.goto(f"/articles/{SLUG}/")
    expect(desk.locator("a.fig")).to_have_attribute("data-state", "revised")
    expect(desk.locator("p.notice")).to_contain_text("1 figure in this article has been revised")
    expect(desk.locator("#n1")).to_contain_text("Since revised to 3,335.71 billion, 2024-10-02")
    desk.goto("/indicators/RD_EXP/")
    expect(desk.locator("#quoted .state")).to_contain_text("Revised since")
    desk.goto("/corrections/")
    expect(desk.get_by_role("row", name="Production of rd_exp")).to_contain_text("3,335.71 billion")
    told = desk.request.get("/api/v1/quotations/?verdict=superseded").json()["results"]
    assert [(row["article"], row["newer"]["printed"]) for row in told] == [(SLUG, "3,335.71 billion")]
    assert "since revised to 3,335.71 billion" in desk.request.get("/corrections/revised.atom").text()
    # The desk, and the correction.
    desk.goto("/admin/")
    desk.evaluate("sessionStorage.n = 0")
    desk.get_by_role("button", name="Write a correction Spending").click()
    expect(desk.locator("ins").first).to_have_text("3,335.71")
    desk.get_by_role("button", name="Publish edition 2").click()
    expect(desk.locator(".messagelist")).to_contain_text("2")
    assert clicks(desk) <= 3
    assert Edition.objects.current(Edition.objects.get(article=article, number=2).published_at).count() == 1
    # The new edition shows the new figure and says why; the old one is still there.
    desk.goto(f"/articles/{SLUG}/")
    expect(desk.locator("a.fig data")).to_contain_text("3,335.71")
    expect(desk.locator("a.fig")).to_have_attribute("data-state", "holds")
    why = "revised by Office NBS on 2024-10-02 from 3,327.8 billion RMB to 3,335.71 billion RMB."
    expect(desk.locator("#editions")).to_contain_text(why)
    desk.goto(f"/articles/{SLUG}/editions/1/")
    expect(desk.locator("a.fig data")).to_contain_text("3,327.8")
    desk.goto("/admin/")
    expect(desk.get_by_text("Every published figure agrees with its source.")).to_be_visible()
