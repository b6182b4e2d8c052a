"""The checker at the pages and dialogs of an editor's work: nothing serious, on a narrow screen and a wide one."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Page

from articles.intake.formats import read_words
from articles.intake.receiving import receive_clipping
from articles.media.models import Image
from articles.models import Article
from articles.releases.actions import make_release
from articles.revisions.saving import Writing, keep_aside
from articles.revisions.storing import store_copy
from tests.browser.conftest import OpenPage
from tests.browser.theme.test_axe import complaints
from tests.newsroom import an_editor, an_image, an_import
from tests.seed import load_the_seed

type SignIn = Callable[[Page, User], None]
PAGES = {
    "notes": "/admin/articles/article/{article}/change/#notes",
    "figures": "/admin/articles/article/{article}/change/#figures",
    "withdraw": "/admin/articles/article/{article}/withdraw/",
    "calendar": "/admin/articles/article/calendar/",
    "composing the front page": "/admin/articles/frontpage/",
    "composing it in Urdu": "/admin/articles/frontpage/?language=ur",
    "trash": "/admin/articles/article/trash/",
    "releases": "/admin/articles/jointrelease/",
    "new release": "/admin/articles/jointrelease/add/",
    "images": "/admin/articles/image/",
    "new image": "/admin/articles/image/add/",
    "audit log": "/admin/articles/signin/",
    "plan": "/admin/articles/article/{article}/do/plan/",
    "front page": "/",
    "article": "/articles/new-quality-productive-forces/",
    "corrections": "/corrections/",
    "indicators": "/indicators/",
    "search": "/search/?q=growth",
    "contact": "/contact/",
    "message": "/contact/write/",
    "reply": "/articles/new-quality-productive-forces/reply/",
    "messages": "/admin/articles/enquiry/",
    "replies": "/admin/articles/reply/",
    "new clipping": "/admin/articles/clipping/add/",
    "clipping": "/admin/articles/clipping/{clipping}/change/",
    "new import": "/admin/indicators/dataimport/add/",
    "import": "/admin/indicators/dataimport/{import}/change/",
    "compare": "/admin/articles/article/{article}/compare/?from=r1&to=r2",
    "two texts": "/admin/articles/article/{article}/merge/{aside}/",
    "keyword report": "/admin/taxonomy/keyword/report/",
    "release": "/admin/articles/jointrelease/{release}/change/",
    "image": "/admin/articles/image/{image}/change/",
}


@pytest.fixture
def person(transactional_db: None) -> User:
    load_the_seed()
    an_image()
    return an_editor()


def what_the_addresses_name(person: User) -> dict[str, int]:
    """Ids for the addresses above: an article that was saved twice and once too late, and a release of it."""
    article, now = Article.objects.get(slug="new-quality-productive-forces"), timezone.now()
    for title in ("New quality productive forces", "Forces of a new quality"):
        version = Article.objects.get(pk=article.pk).version
        store_copy(article.pk, {"title": title}, by=person, at=now, writing=Writing(version))
    late = Writing(article.version)
    aside = keep_aside(article.pk, {"title": "New forces"}, by=person, at=now, writing=late)
    release = make_release("December", [article], by=person, at=now)
    image = Image.objects.get()
    text = "Forces\n\nIn 2023, solar cell production reached 540 million kilowatts. Output rose by 54.0%."
    clipping = receive_clipping(read_words(text), name="", by=person, at=now)
    kept = an_import("series,period,value\nCARS.CHN.A.STAT,2023,9.5\nNONE,2023,x\n")
    return {
        "article": article.pk,
        "aside": aside.number,
        "release": release.pk,
        "image": image.pk,
        "import": kept.pk,
        "clipping": clipping.pk,
    }


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_no_page_of_the_work_breaks_a_rule(
    open_page: OpenPage, sign_in: SignIn, person: User, scheme: str, width: int
) -> None:
    page = open_page(color_scheme=scheme, width=width)
    sign_in(page, person)
    ids = what_the_addresses_name(person)
    broken = {}
    for name, address in PAGES.items():
        page.goto("about:blank")
        answer = page.goto(address.format(**ids))
        assert answer, name
        assert answer.ok, name
        if found := complaints(page):
            broken[name] = found

    assert broken == {}


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1440)])
def test_no_dialog_of_the_form_breaks_a_rule(
    open_page: OpenPage, sign_in: SignIn, person: User, scheme: str, width: int
) -> None:
    page = open_page(color_scheme=scheme, width=width)
    sign_in(page, person)
    article = Article.objects.get(slug="new-quality-productive-forces")
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    broken = {}
    for dialog, opener in (("#ed-images", "Image"), ("#ed-picker", "Insert figure"), ("#ed-note", "Note")):
        page.locator(".ProseMirror p").first.click()
        page.get_by_role("button", name=opener).first.click()
        page.locator(dialog).wait_for()
        if found := complaints(page):
            broken[dialog] = found
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Publish…").click()
    page.locator("#ed-publish[open], #publish_form").first.wait_for()
    if found := complaints(page):
        broken["publish"] = found

    assert broken == {}
