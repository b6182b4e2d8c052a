"""Buttons beside the composition, each a POST: cancel a coming one, go back to a former one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles.front_page.models import FrontPage
from articles.front_page.pages import COMPOSE, address, number
from articles.front_page.previewing import preview
from articles.front_page.verbs import cancel, chosen_in, restore


@require_POST
def cancel_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what is composed for later."""
    found = _composition(request, pk)
    try:
        cancel(found, by=request.user, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The coming front page is cancelled."))
    return redirect(address(found.language))


@require_POST
def restore_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Go back to what stood on the page once, or look at it first."""
    former = _composition(request, pk)
    now = timezone.now()
    if request.POST.get("do") == "preview":
        return preview(request, former.language, chosen_in(former), at=now)
    try:
        made = restore(former, by=request.user, at=now, seen=number(request.POST.get("seen", "")) or None)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        when = f"{timezone.localtime(former.starts_at):%Y-%m-%d %H:%M}"
        messages.success(request, _("The front page of %(when)s is back.") % {"when": when})
        _tell_what_is_left_out(request, former, made)
    return redirect(address(former.language))


def _composition(request: HttpRequest, pk: int) -> Any:
    if not request.user.has_perm(COMPOSE):
        raise PermissionDenied
    return get_object_or_404(FrontPage, pk=pk)


def _tell_what_is_left_out(request: HttpRequest, former: Any, made: FrontPage) -> None:
    missing = len(chosen_in(former).articles) - len(chosen_in(made).articles)
    if missing:
        told = ngettext(
            "%(n)d article is left out: readers do not have it any more.",
            "%(n)d articles are left out: readers do not have them any more.",
            missing,
        )
        messages.warning(request, told % {"n": missing})
