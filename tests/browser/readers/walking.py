"""One walk through all pages of a language, on which every page is asked everything; the tests read what was found."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser.readers.checks import (
    OF_COLOUR,
    OF_ROOM,
    broken_rules,
    cut_off,
    flaws_of_outline,
    moved,
    unseen_focus,
)
from tests.browser.readers.places import Place

WIDE, PHONE, NARROWEST, HIGH = 1280, 390, 320, 900

type Found = dict[str, list[str]]


@dataclass
class Findings:
    """By question, what was found on which page."""

    by_question: dict[str, Found] = field(default_factory=lambda: defaultdict(dict))

    def note(self, question: str, name: str, found: list[str]) -> None:
        if found:
            self.by_question[question][name] = found


def walk(page: Page, large: Page, places: dict[str, Place], *, once: bool) -> Findings:
    """Open each page in a browser as it comes and in one whose letters are twice as large.

    Args:
        once: ask too what has the same answer in every language.
    """
    findings = Findings()
    for name, place in places.items():
        place.open(page)
        for question, asked in QUESTIONS.items():
            if once or question not in SAME_IN_EVERY_LANGUAGE:
                findings.note(question, name, asked(page))
        place.open(large)
        findings.note("with large letters", name, cut_off(large))
        if once:
            findings.note("room with large letters", name, broken_rules(large, OF_ROOM))
            findings.note("moved on a phone", name, _moved_on_a_phone(page, place))
    return findings


def _moved_on_a_phone(page: Page, place: Place) -> list[str]:
    page.set_viewport_size({"width": PHONE, "height": HIGH})
    place.open(page)
    found = moved(page)
    page.set_viewport_size({"width": WIDE, "height": HIGH})
    return found


def _in_the_dark(page: Page) -> list[str]:
    page.emulate_media(color_scheme="dark")
    found = broken_rules(page, OF_COLOUR)
    page.emulate_media(color_scheme="light")
    return found


def _on_the_narrowest_screen(page: Page) -> list[str]:
    page.set_viewport_size({"width": NARROWEST, "height": HIGH})
    found = cut_off(page)
    page.set_viewport_size({"width": WIDE, "height": HIGH})
    return found


def _room_on_the_narrowest_screen(page: Page) -> list[str]:
    page.set_viewport_size({"width": NARROWEST, "height": HIGH})
    found = broken_rules(page, OF_ROOM)
    page.set_viewport_size({"width": WIDE, "height": HIGH})
    return found


QUESTIONS: dict[str, Callable[[Page], list[str]]] = {
    "moved": moved,
    "as it comes": broken_rules,
    "in the dark": _in_the_dark,
    "on the narrowest screen": _on_the_narrowest_screen,
    "room on the narrowest screen": _room_on_the_narrowest_screen,
    "headings and landmarks": flaws_of_outline,
    "focus": unseen_focus,
}
SAME_IN_EVERY_LANGUAGE = ("moved", "in the dark", "room on the narrowest screen", "focus")
