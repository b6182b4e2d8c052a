"""What stands around the content of every public page: name, contact, languages, sections, the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language

from articles.contact.current import About, ContactDetails, contact
from articles.reading.dates import day_with_weekday
from taxonomy.asking.as_of import AsOf, BadAsOf, read_as_of
from taxonomy.languages import Language, direction, language_tag

ENDONYMS = {"en": "English", "ur": "اردو", "zh-hans": "中文"}
PREFIXES = {"en": "", "ur": "/ur", "zh-hans": "/zh-hans"}


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """One entry of the language switch."""

    code: str
    lang: str
    name: str
    url: str
    current: bool


def prefix_of(language: str) -> str:
    """What an address of this language starts with: nothing for English, else `/ur` or `/zh-hans`."""
    return PREFIXES[language]


def unprefixed(path: str) -> str:
    """The path without its language: `/articles/` for `/ur/articles/`."""
    for prefix in ("/ur", "/zh-hans"):
        if path == prefix or path.startswith(f"{prefix}/"):
            return path[len(prefix) :] or "/"
    return path


class Frame:
    """The frame of one page. Everything is worked out when a template asks for it, and only then."""

    def __init__(
        self,
        *,
        language: str,
        asof: AsOf,
        path: str,
        asked: Mapping[str, str] | None = None,
        details: ContactDetails | None = None,
    ) -> None:
        self.language = language
        self.asof = asof
        self.path = path
        self.asked = asked or {}
        self._details = details

    @cached_property
    def contact(self) -> ContactDetails:
        return self._details or contact()

    @property
    def about(self) -> About:
        """What the site is about, as readers of the page are told it."""
        return self.contact.about_in(self.language)

    @property
    def lang(self) -> str:
        """The value of the HTML attribute."""
        return language_tag(self.language)

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def prefix(self) -> str:
        return prefix_of(self.language)

    @property
    def day(self) -> date:
        return self.asof.day

    @property
    def today(self) -> date:
        return timezone.localdate(self.asof.now)

    @property
    def day_in_words(self) -> str:
        return day_with_weekday(self.asof.day, self.language)

    @property
    def carry(self) -> str:
        """The query that keeps the reader in the day that was asked for."""
        return f"?as_of={self.asof.day.isoformat()}" if self.asof.given else ""

    @property
    def back(self) -> str:
        """The same page, of today."""
        return f"?{urlencode(self.kept)}"

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What else was asked for, which the form for another day sends along."""
        return [(name, value) for name, value in self.asked.items() if name not in ("as_of", "before")][:20]

    @property
    def languages(self) -> list[LanguageLink]:
        """The same page in every language. `path` may be a marker, which is then left for the shell to fill."""
        return [
            LanguageLink(
                code=code,
                lang=language_tag(code),
                name=name,
                url=self.address_in(code),
                current=code == self.language,
            )
            for code, name in ENDONYMS.items()
        ]

    def address_in(self, language: str) -> str:
        """This page's address in another language."""
        return f"{prefix_of(language)}{unprefixed(self.path)}{self.carry}"


def path_of(request: HttpRequest) -> str:
    """The path as a link may carry it: it starts with one slash, so that it cannot name another host."""
    return escape_uri_path("/" + request.path_info.lstrip("/"))


def frame_of(request: HttpRequest, *, details: ContactDetails | None = None) -> Frame:
    """The frame for a request. A malformed `as_of` counts as none: refusing it is the view's business."""
    now = timezone.now()
    try:
        asof = read_as_of(request.GET.get("as_of"), now=now)
    except BadAsOf:
        asof = read_as_of(None, now=now)
    language = get_language() or Language.ENGLISH
    asked = {name: value for name, value in request.GET.items() if isinstance(value, str)}
    return Frame(language=language, asof=asof, path=path_of(request), asked=asked, details=details)


class _FrameLater:
    """Stands in a template's context and works the frame out when it is used. The admin never does."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def _frame(self) -> Frame:
        return frame_of(self._request)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._frame, name)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `frame` in every template, so that a page only has to extend `base.html`."""
    return {"frame": _FrameLater(request)}
