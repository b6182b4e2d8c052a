"""Which machinery runs for whom: readers get the language of the address and nothing that knows a login.

The stock classes stay in `MIDDLEWARE` (as the subclasses below, which Django's own checks accept), so the admin has
its full chain; a reader's GET passes by sessions, cross-site tokens, users and messages, and can set no cookie.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.deprecation import MiddlewareMixin

from articles.desk.preferences import language_of
from articles.reading.errors import BadQuestion, bad_request
from nqpf.client_address import client_address
from taxonomy.acting import asking_from
from taxonomy.asking.as_of import BadAsOf

SAFE = ("GET", "HEAD", "OPTIONS")
# The admin, and previews: their form for comments needs a token. Neither is ever kept by a cache.
BEHIND_LOGIN = ("/admin/", "/preview/")
PREFIXED = tuple((f"/{code}/", code) for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE)


def is_reading(request: HttpRequest) -> bool:
    """Whether this is a reader's or a program's question, which no login can change the answer to."""
    return request.method in SAFE and not request.path_info.startswith(BEHIND_LOGIN)


def language_of_address(path: str) -> str:
    """The language that the address names, else the site's own."""
    for prefix, code in PREFIXED:
        # Without its slash too, so that the reader is led to the address that has it.
        if f"{path}/".startswith(prefix):
            return code
    return settings.LANGUAGE_CODE


class PassedByReaders(MiddlewareMixin):
    """Mixed in before a stock middleware: readers' requests go straight on."""

    def __call__(self, request: HttpRequest) -> Any:
        if is_reading(request):
            return self.get_response(request)
        return super().__call__(request)


class SessionsOfEditors(PassedByReaders, SessionMiddleware):
    """Sessions behind the login only."""


class UsersOfTheAdmin(PassedByReaders, AuthenticationMiddleware):
    """`request.user` behind the login only."""


class MessagesToEditors(PassedByReaders, MessageMiddleware):
    """Messages behind the login only."""


class TokensOfForms(PassedByReaders, CsrfViewMiddleware):
    """Cross-site tokens for the admin and for everything that is sent to the site."""

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: Sequence[Any],
        callback_kwargs: Mapping[str, Any],
    ) -> Any:
        if is_reading(request):
            return None
        return super().process_view(request, callback, tuple(callback_args), dict(callback_kwargs))


class LanguageOfAddress(LocaleMiddleware):
    """Readers: the language of the address, whatever the browser, a cookie or a login says, also when they send a form.

    The admin and previews: what the person chose, else the browser's.
    """

    def process_request(self, request: HttpRequest) -> None:
        """Of what is not reading: the admin, and forms that are sent."""
        if request.path_info.startswith(BEHIND_LOGIN):
            language = language_of(request) or translation.get_language_from_request(request)
        else:
            language = language_of_address(request.path_info)
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()

    def __call__(self, request: HttpRequest) -> Any:
        if not is_reading(request):
            return super().__call__(request)
        language = language_of_address(request.path_info)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = cast(HttpResponseBase, self.get_response(request))
        response.headers.setdefault("Content-Language", language)
        return response


class PeopleAtWork:
    """Behind the login and for everything that is sent: who asks, and from where, for whatever is logged meanwhile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if is_reading(request):
            return self.get_response(request)
        forwarded = request.headers.get("X-Forwarded-For", "")
        address = client_address(request.META.get("REMOTE_ADDR", ""), forwarded, settings.TRUSTED_PROXIES)
        with asking_from(address, lambda: request.user):
            return self.get_response(request)


class MalformedQuestion:
    """A page that was asked for with a malformed `as_of` or cursor answers 400 and says what is wrong."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        return bad_request(request, exception) if isinstance(exception, BadAsOf | BadQuestion) else None
