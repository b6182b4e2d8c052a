"""Every kind of page of the admin, in light and dark, narrow and mirrored: the checker finds nothing serious."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page

from articles.desk.models import Preference
from articles.models import Article
from indicators.models import Area, Series
from taxonomy.models import Keyword
from tests.browser.conftest import OpenPage
from tests.newsroom import a_keyword, an_editor
from tests.seed import load_the_seed

type SignIn = Callable[[Page, User], None]
PAGES = {
    "desk": "/admin/",
    "list": "/admin/articles/article/",
    "list of keywords": "/admin/taxonomy/keyword/?kind__exact=topic",
    "empty list": "/admin/articles/article/?q=nothing-like-this",
    "form": "/admin/articles/article/{article}/change/",
    "details": "/admin/articles/article/{article}/change/#details",
    "history": "/admin/articles/article/{article}/change/#history",
    "settings": "/admin/articles/article/{article}/change/#settings",
    "add form": "/admin/articles/article/add/",
    "publish": "/admin/articles/article/{article}/publish/",
    "delete": "/admin/indicators/area/{area}/delete/",
    "object history": "/admin/taxonomy/keyword/{keyword}/history/",
    "series": "/admin/indicators/series/{series}/change/",
    "candidates": "/admin/taxonomy/keyword/report/",
    "pairs": "/admin/taxonomy/keyword/report/?show=alike",
    "merge": "/admin/taxonomy/keyword/{keyword}/merge/",
    "calendar": "/admin/articles/article/calendar/",
    "joint releases": "/admin/articles/jointrelease/",
    "new joint release": "/admin/articles/jointrelease/add/",
    "images": "/admin/articles/image/",
    "password": "/admin/password_change/",
}


@pytest.fixture
def person(transactional_db: None) -> User:
    load_the_seed()
    a_keyword("Digital economi", status="candidate")
    return an_editor()


def complaints(page: Page) -> list[str]:
    """The rules that the page breaks in a serious or critical way, with where."""
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return [
        f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}"
        for each in found.response["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def walk(page: Page) -> dict[str, list[str]]:
    """Every page type, and what it breaks."""
    broken = {}
    pks: dict[str, Any] = {"article": Article, "area": Area, "keyword": Keyword, "series": Series}
    known = {
        name: model.objects.order_by("pk").values_list("pk", flat=True)[0] for name, model in pks.items()
    }
    for name, address in PAGES.items():
        page.goto("about:blank")
        page.goto(address.format(**known))
        page.wait_for_load_state("load")
        if found := complaints(page):
            broken[name] = found
    return broken


@pytest.mark.parametrize(("scheme", "width"), [("dark", 1440), ("light", 390)])
def test_no_page_breaks_a_rule(
    open_page: OpenPage, sign_in: SignIn, person: User, scheme: str, width: int
) -> None:
    page = open_page(color_scheme=scheme, width=width)
    sign_in(page, person)

    assert walk(page) == {}


def test_no_page_breaks_a_rule_in_urdu(open_page: OpenPage, sign_in: SignIn, person: User) -> None:
    Preference.objects.create(person=person, language="ur")
    page = open_page(width=1440)
    sign_in(page, person)

    page.goto("/admin/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert walk(page) == {}


@pytest.mark.parametrize("scheme", ["light"])
def test_what_opens_over_a_page_breaks_no_rule(
    open_page: OpenPage, sign_in: SignIn, person: User, scheme: str
) -> None:
    page = open_page(color_scheme=scheme, width=1440)
    page.goto("/admin/login/")
    assert complaints(page) == []
    sign_in(page, person)
    page.goto("/admin/taxonomy/keyword/")
    page.keyboard.press("Control+k")
    page.locator("#ed-palette [role=option]").first.wait_for()
    assert complaints(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    shortcuts = page.get_by_role("dialog", name="Keyboard shortcuts")
    shortcuts.wait_for()
    assert complaints(page) == []
    page.keyboard.press("Escape")
    shortcuts.wait_for(state="hidden")
    page.get_by_role("button", name="Filter").click()
    assert complaints(page) == []
