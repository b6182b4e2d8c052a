"""One library for all tests of readers' pages: it is built once, and what readers send is left in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.test import TransactionTestCase, override_settings
from django.utils import translation
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from articles.contact.current import forget_contact
from scripts.chromium import installed_chromium
from tests.browser.conftest import PATIENCE, OpenPage, arguments, opening
from tests.browser.guard import Guard
from tests.browser.readers.library import a_library
from tests.browser.readers.places import Place, places
from tests.browser.readers.walking import HIGH, WIDE, Findings, walk

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Site:
    """Where it is served, where its pictures are, and its pages by name."""

    url: str
    media: Path
    places: dict[str, Place]


type Reader = OpenPage

LARGE = "--blink-settings=defaultFontSize=32"


# Before xdist reads the marks.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            # One process builds the library for all of them.
            item.add_marker(pytest.mark.xdist_group("readers"))
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="package")
def site(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The library behind a server of its own. The database is emptied when the last of these tests is done."""
    media = tmp_path_factory.mktemp("media")
    clear: Any = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: None)
        server = LiveServer("localhost")
        server._live_server_modified_settings.enable()
        # Asking for pages in another language leaves that language behind.
        with override_settings(MEDIA_ROOT=media), translation.override("en"):
            forget_contact()
            found = places(a_library())
        yield Site(server.url, media, found)
        server._live_server_modified_settings.disable()
        server.stop()
        clear(None)


@pytest.fixture(autouse=True)
def _pictures_are_where_the_library_keeps_them(
    site: Site, settings: Any, _files_go_to_a_place_of_their_own: None
) -> None:
    settings.MEDIA_ROOT = site.media


@pytest.fixture
def guard(site: Site) -> Iterator[Guard]:
    """Fails the test at its end if any page complained of something the test did not expect."""
    guard = Guard(home=site.url)
    yield guard
    assert guard.unexpected() == []


@pytest.fixture
def reader(browser: Browser, site: Site, guard: Guard) -> Iterator[Reader]:
    with opening(browser, site.url, guard) as open_:
        yield open_


@pytest.fixture(scope="package")
def findings(browser: Browser, site: Site) -> Callable[[str], Findings]:
    """What a walk through the pages of a language finds; each language is walked once."""

    @cache
    def walked(language: str) -> Findings:
        # Letters twice as large are a setting of the browser: what is measured in letters grows with them.
        large = browser.browser_type.launch(executable_path=installed_chromium(), args=[*arguments(), LARGE])
        here = {name: place for name, place in site.places.items() if name.startswith(f"{language}:")}
        page, page_with_large_letters = _page(browser, site), _page(large, site)
        try:
            return walk(page, page_with_large_letters, here, once=language == "en")
        finally:
            page.context.close()
            large.close()

    return walked


def _page(browser: Browser, site: Site) -> Page:
    context = browser.new_context(
        base_url=site.url, viewport={"width": WIDE, "height": HIGH}, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()
