"""Every public page type: by name its address, or what was answered where more than a visit is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from playwright.sync_api import Page, Route

from articles.editions.models import Edition
from articles.reading.errors import server_error
from articles.replies.tokens import form_token, stop_token

# Asked as they stand; `{prefix}` is the language's, `{language}` part of the slug.
ADDRESSES = {
    "front page": "{prefix}/",
    "front page that composes itself": "{prefix}/?as_of=2025-03-01",
    "front page before anything": "{prefix}/?as_of=2020-01-01",
    "article with everything": "{prefix}/articles/full-{language}/",
    "article as of a day": "{prefix}/articles/full-{language}/?as_of=2025-02-20",
    "article of forty figures": "{prefix}/articles/forty-{language}/",
    "article closed to replies": "{prefix}/articles/closed-{language}/",
    "withdrawn article": "{prefix}/articles/gone-{language}/",
    "earlier edition": "{prefix}/articles/full-{language}/editions/1/",
    "editions compared": "{prefix}/articles/full-{language}/editions/1...2/",
    "form for a reply": "{prefix}/articles/full-{language}/reply/",
    "form for an answer": "{prefix}/articles/full-{language}/reply/?to={reply}",
    "reply received": "{prefix}/articles/full-{language}/reply/?sent",
    "no more replies": "{prefix}/articles/closed-{language}/reply/",
    "end of mails": "{prefix}/replies/stop/{stop}/",
    "articles": "{prefix}/articles/",
    "articles as of a day": "{prefix}/articles/?as_of=2024-05-01",
    "archive": "{prefix}/archive/",
    "year": "{prefix}/archive/2025/",
    "month": "{prefix}/archive/2025/02/",
    "section": "{prefix}/sections/trade/",
    "authors": "{prefix}/authors/",
    "publications": "{prefix}/publications/",
    "sections": "{prefix}/sections/",
    "sources": "{prefix}/sources/",
    "author": "{prefix}/authors/board/",
    "publication": "{prefix}/publications/daily-post/",
    "source": "{prefix}/sources/stat/",
    "keywords as a tree": "{prefix}/keywords/",
    "keywords by letter": "{prefix}/keywords/?by=letter",
    "keyword": "{prefix}/keywords/china/",
    "keyword with narrower ones": "{prefix}/keywords/economics/",
    "retired keyword": "{prefix}/keywords/old-words/",
    "indicators": "{prefix}/indicators/",
    "indicator of two sources": "{prefix}/indicators/CARS/",
    "indicator chosen": "{prefix}/indicators/CARS/?scale=log&from=2018&to=2023",
    "indicator as of a day": "{prefix}/indicators/CARS/?as_of=2024-05-01",
    "indicator of few values": "{prefix}/indicators/RD_EXP/",
    "chart in a frame": "{prefix}/indicators/CARS/embed/",
    "corrections": "{prefix}/corrections/",
    "how we check figures": "{prefix}/how-we-check-figures/",
    "search without words": "{prefix}/search/",
    "search": "{prefix}/search/?q=cars",
    "search in Urdu": "{prefix}/search/?q=جہاز",
    "search for a figure": "{prefix}/search/?q=33.27",
    "search narrowed": "{prefix}/search/?q=trains&year=2023",
    "nothing found": "{prefix}/search/?q=nothing-like-this",
    "did you mean": "{prefix}/search/?q=pakisten",
    "contact": "{prefix}/contact/",
    "form for a message": "{prefix}/contact/write/",
    "message received": "{prefix}/contact/write/?sent",
    "preview": "/preview/{preview}/",
    "no preview": "/preview/nothing/",
    "API": "/api/docs/",
    "not found": "{prefix}/articles/nothing/",
    "not published by then": "{prefix}/articles/forty-{language}/?as_of=2025-01-01",
    "bad question": "{prefix}/articles/?as_of=yesterday",
}


# Further uses of a template, and what has no language of its own: English is enough.
ONCE = {
    "front page that composes itself",
    "article as of a day",
    "articles as of a day",
    "year",
    "month",
    "keyword with narrower ones",
    "indicator of few values",
    "indicator as of a day",
    "search narrowed",
    "preview",
    "no preview",
    "API",
    "comment with errors",
    "comment without its key",
    "server error",
    "too large",
}
# The rest is the same in Chinese, but its letters are not.
IN_CHINESE = {
    "front page": "/zh-hans/",
    "article": "/zh-hans/articles/xin-zhi-sheng-chan-li/",
    "search": "/zh-hans/search/?q=cars",
    "indicator": "/zh-hans/indicators/RD_EXP/",
    "form for a message": "/zh-hans/contact/write/",
}


@dataclass(frozen=True)
class Place:
    """A page: asked for by a browser, or answered to a client before and shown under its address."""

    address: str
    answer: HttpResponse | None = None

    def leads_to(self) -> str:
        """The path, without what is asked there."""
        return unquote(self.address.partition("?")[0])

    def open(self, page: Page) -> None:
        """Go there. Leaves no page behind that a fragment or a form could have changed."""
        if self.answer is None:
            page.goto(self.address)
            return
        body, status = self.answer.content, self.answer.status_code
        headers = {name: value for name, value in self.answer.items() if name != "Content-Length"}

        def fulfil(route: Route) -> None:
            route.fulfill(status=status, headers=headers, body=body)

        page.route(f"**{self.address}", fulfil, times=1)
        page.goto(self.address)


def places(named: dict[str, Any]) -> dict[str, Place]:
    """Pages by `language: name`."""
    found = {}
    for language, prefix in (("en", ""), ("ur", "/ur")):
        known = {
            "prefix": prefix,
            "language": language,
            "reply": named[f"reply-{language}"],
            "stop": stop_token(named[f"reply-{language}"]),
            "preview": named[f"preview-{language}"],
        }
        for name, address in ADDRESSES.items():
            if prefix and name in ONCE:
                continue
            found[f"{language}: {name}"] = Place(address.format(**known))
        for name, answer in _answers(language, prefix, known).items():
            if prefix and name in ONCE:
                continue
            found[f"{language}: {name}"] = Place(f"{prefix}/answered/{len(found)}/", answer)
    return found | {f"zh-hans: {name}": Place(address) for name, address in IN_CHINESE.items()}


def _answers(language: str, prefix: str, known: dict[str, Any]) -> dict[str, HttpResponse]:
    edition = Edition.objects.filter(article__slug=f"full-{language}").latest("number")
    earlier = timezone.now() - timedelta(minutes=2)
    token = form_token(f"reply-{edition.article_id}", earlier)
    reply, message = f"{prefix}/articles/full-{language}/reply/", f"{prefix}/contact/write/"
    words = {"name": "A reader", "email": "reader@example.org", "text": "One.\n\nTwo.", "token": token}
    post: Callable[..., Any] = Client(HTTP_HOST="localhost").post
    strict: Callable[..., Any] = Client(HTTP_HOST="localhost", enforce_csrf_checks=True).post
    return {
        "reply previewed": post(reply, words | {"preview": "1"}),
        "reply with errors": post(reply, {"token": token, "email": "nobody"}),
        "reply sent too late": post(reply, words | {"token": "old"}),
        "answer with errors": post(reply, {"token": token, "to": known["reply"]}),
        "message with errors": post(message, {"email": "nobody"}),
        "mails ended": post(f"{prefix}/replies/stop/{known['stop']}/"),
        "comment with errors": _commented(known["preview"]),
        "comment without its key": strict(f"/preview/{known['preview']}/", {}),
        "server error": server_error(RequestFactory().get("/")),
        "too large": post(
            reply, {f"field{n}": "" for n in range((settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0) + 1)}
        ),
    }


def _commented(token: str) -> Any:
    return Client(HTTP_HOST="localhost").post(f"/preview/{token}/", {"name": "", "text": ""})
