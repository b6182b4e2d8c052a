"""The language of the editors' pages: kept for the person, and carried by the session so that no page asks for it."""

from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from articles.desk.models import Preference

KEY = "interface_language"
CODES = frozenset(code for code, _ in settings.LANGUAGES)


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language for the signed-in person, and go back to the page they came from."""
    language = request.POST.get("language", "")
    if language in CODES:
        person: Any = request.user
        Preference.objects.update_or_create(person=person, defaults={"language": language})
        request.session[KEY] = language
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = reverse("admin:index")
    return HttpResponseRedirect(back)


def language_of(request: HttpRequest) -> str | None:
    """The language that the session carries; None without a session, which is then not opened either."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    chosen = request.session.get(KEY)
    return chosen if chosen in CODES else None


def remember_language(sender: Any, request: HttpRequest, user: Any, **news: Any) -> None:
    """At login, hand the person's language to the new session."""
    language = Preference.objects.filter(person=user).values_list("language", flat=True).first()
    if language:
        request.session[KEY] = language


user_logged_in.connect(remember_language, dispatch_uid="articles.desk.language")
