"""A newsroom for a day: one browser a role, a clock that can be moved, and a camera for the manual."""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from PIL import Image as Picture
from playwright.sync_api import Page

from articles.writing.models import Article
from tests.browser.conftest import OpenPage
from tests.newsroom import somebody
from tests.seed import load_the_seed

COLOURS = 96


@dataclass
class Clock:
    """The time of the server, which is a thread of this process: `move` takes it forward."""

    ahead: timedelta = field(default_factory=timedelta)

    def move(self, by: timedelta) -> None:
        self.ahead += by


@dataclass
class Camera:
    """Keeps what a page looks like, where `SCREENS` names a folder; otherwise it does nothing."""

    folder: str = field(default_factory=lambda: os.environ.get("SCREENS", ""))

    def take(self, page: Page, name: str) -> None:
        if not self.folder:
            return
        page.mouse.move(0, 0)
        raw = page.screenshot(animations="disabled", caret="hide")
        picture = Picture.open(io.BytesIO(raw)).convert("RGB")
        few = picture.quantize(COLOURS, method=Picture.Quantize.MEDIANCUT, dither=Picture.Dither.NONE)
        few.save(Path(self.folder) / f"{name}.png", optimize=True)


@dataclass
class Newsroom:
    """The seed, a person for each role with a page of their own, and the clock."""

    author: Page
    editor: Page
    data: Page
    administrator: Page
    reader: Page
    clock: Clock
    camera: Camera

    @property
    def article(self) -> Article:
        """The one that is written on this day."""
        return Article.objects.order_by("pk").last()

    def form(self) -> str:
        return f"/admin/articles/article/{self.article.pk}/change/"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made, real = Clock(), timezone.now

    def now() -> datetime:
        return real() + made.ahead

    monkeypatch.setattr(timezone, "now", now)
    return made


@pytest.fixture
def newsroom(
    transactional_db: None, open_page: OpenPage, sign_in: Callable[[Page, User], None], clock: Clock
) -> Newsroom:
    load_the_seed()
    pages = {}
    for name, role in (
        ("author", "Author"),
        ("editor", "Editor"),
        ("data", "Data editor"),
        ("administrator", "Administrator"),
    ):
        pages[name] = open_page(height=800)
        sign_in(pages[name], somebody(role))
    return Newsroom(**pages, reader=open_page(height=800), clock=clock, camera=Camera())
