"""What every form of visitors is asked before it is taken: from where it was sent, and how long it was open."""

from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from articles.replies.tokens import OLDEST, QUICKEST, age_of

# Kept by nobody but the browser that shows it: with `no-store` that forgets what was typed when its reader goes back.
kept_by_its_reader = cache_control(private=True, no_cache=True, max_age=0)


class Untimely(NamedTuple):
    """Why it is not taken now, and the token that the form goes on with; empty for a new one."""

    told: str
    token: str


def from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that another site sent the form."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site != "same-origin"
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc != request.get_host()


def typed(request: HttpRequest) -> str:
    """The text of a form that leads to no form again, so that it can be copied."""
    return str(request.POST.get("text", "")) if request.method == "POST" else ""


def too_old(token: str, subject: str, at: datetime) -> Untimely | None:
    """A form that is not ours, or was open for too long."""
    age = age_of(token, subject, at)
    if age is None or age > OLDEST:
        return Untimely(_("The form was open for too long. Your text is still here: send it again."), "")
    return None


def untimely(token: str, subject: str, at: datetime) -> Untimely | None:
    """The same, or one that was filled in faster than a person can."""
    if problem := too_old(token, subject, at):
        return problem
    if (age_of(token, subject, at) or 0) < QUICKEST:
        return Untimely(_("That was very quick. Read what you wrote once more, then send it."), token)
    return None
