"""Listens to a page's console and requests, and holds every complaint against the test."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request

LOCAL_SCHEMES = {"data", "blob", "about"}


@dataclass
class Guard:
    """Hears errors, warnings, policy violations, uncaught exceptions and requests to other hosts."""

    home: str
    complaints: list[str] = field(default_factory=list)
    expected: list[re.Pattern[str]] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Says that complaints matching the pattern belong to this test, as the 404 that it asks for."""
        self.expected.append(re.compile(pattern))

    def watch(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", self._caught)
        page.on("request", self._requested)

    def unexpected(self) -> list[str]:
        return [
            complaint
            for complaint in self.complaints
            if not any(pattern.search(complaint) for pattern in self.expected)
        ]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self.complaints.append(
                f"console {message.type}: {message.text} ({message.location.get('url', '')})"
            )

    def _caught(self, error: Error) -> None:
        self.complaints.append(f"uncaught: {error}")

    def _requested(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme not in LOCAL_SCHEMES and asked.netloc != urlsplit(self.home).netloc:
            self.complaints.append(f"request to another host: {request.url}")
