"""“Put into a release” on the list of articles: a release in preparation, one page away from going live."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.options import Action, ActionLocation
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.releases.actions import make_release
from articles.releases.composing import MOST_ITEMS

TITLE: Any = gettext_lazy("Put into a release")
NAME = "bulk_release"


def release_actions(user: Any) -> dict[str, Action]:
    """The action, for those who make releases."""
    if not (user.has_perm("articles.change_jointrelease") and user.has_perm("articles.add_edition")):
        return {}
    return {NAME: Action(_put_into_a_release, NAME, TITLE, TITLE, [ActionLocation.CHANGE_LIST])}


def _put_into_a_release(page: ModelAdmin, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse | None:
    """Nothing goes live here: the release is in preparation, and its page shows what stands in the way."""
    found = list(chosen.order_by("pk")[: MOST_ITEMS + 1])
    now = timezone.now()
    day = timezone.localtime(now).strftime("%Y-%m-%d %H:%M")
    try:
        made = make_release(_("Release of %(day)s") % {"day": day}, found, by=request.user, at=now)
    except ValidationError as error:
        page.message_user(request, " ".join(error.messages), messages.ERROR)
        return None
    return redirect("admin:articles_jointrelease_change", made.pk)
