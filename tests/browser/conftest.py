"""A real browser for the tests in this folder, against a live server that serves static files too."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from scripts.chromium import NOWHERE, installed_chromium
from tests.browser.guard import Guard

HERE = Path(__file__).parent
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-default-apps",
    "--metrics-recording-only",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
PATIENCE = 15_000


class OpenPage(Protocol):
    """Opens a guarded page in a fresh context, with whatever else Playwright can emulate; addresses may be relative."""

    def __call__(
        self, *, width: int = ..., height: int = ..., javascript: bool = ..., **emulated: Any
    ) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def live_server(django_db_setup: None) -> Iterator[LiveServer]:
    """The live server, made after the database: made before, it would share one in-memory connection by threads."""
    server = LiveServer("localhost")
    yield server
    server.stop()


def arguments() -> list[str]:
    """What Chromium is started with."""
    return [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the run; where there is none, the tests fail."""
    path = installed_chromium()
    if path is None:
        pytest.fail(NOWHERE, pytrace=False)
    # Playwright keeps an event loop running in this thread, and Django would refuse to query beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments())
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def guard(live_server: LiveServer) -> Iterator[Guard]:
    """Fails the test at its end if any page complained of something the test did not expect."""
    guard = Guard(home=live_server.url)
    yield guard
    assert guard.unexpected() == []


@contextmanager
def opening(browser: Browser, home: str, guard: Guard) -> Iterator[OpenPage]:
    """Opens guarded pages of a site, each in a fresh context, and closes them at the end."""
    contexts = []

    def open_(*, width: int = 1280, height: int = 900, javascript: bool = True, **emulated: Any) -> Page:
        context = browser.new_context(
            base_url=home,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            **{"locale": "en-GB", "reduced_motion": "reduce", **emulated},
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        guard.watch(page)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer, guard: Guard) -> Iterator[OpenPage]:
    with opening(browser, live_server.url, guard) as open_:
        yield open_


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """One page as most readers have it: English, light, 1280 pixels wide."""
    return open_page()


@pytest.fixture
def sign_in(live_server: LiveServer) -> Callable[[Page, User], None]:
    """Signs somebody in on a page without going through the form."""

    def sign_in_(page: Page, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )

    return sign_in_
