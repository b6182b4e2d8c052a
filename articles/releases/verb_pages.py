"""The verbs of a release, each a POST: send it off, cancel it, put in, take out."""

from datetime import timedelta
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from articles.releases.actions import (
    ReleaseBlocked,
    cancel_release,
    describe_items,
    move_release,
    publish_release,
    put_in,
    take_import_out,
    take_out,
)
from articles.releases.models import SCHEDULED, JointRelease
from articles.releases.pages import CHANGE, OVERRIDE, members_form, release_of
from articles.workflow.blockers import shown_time
from articles.workflow.forms import GoingLiveForm


@require_POST
def send_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish or schedule everything, or move what is scheduled; all or nothing."""
    release = release_of(request, pk)
    person: Any = request.user
    now = timezone.now()
    form = GoingLiveForm(request.POST)
    when = form.cleaned_data["published_at"] if form.is_valid() else None
    if not form.is_valid() or (when is not None and when <= now - timedelta(minutes=1)):
        messages.error(request, _("This time has passed: it is %(now)s.") % {"now": shown_time(now)})
        return redirect(CHANGE, pk)
    try:
        if release.state(now) == SCHEDULED and when:
            move_release(release, published_at=when, by=person, at=now)
        else:
            describe_items(release, _described(request, release), by=person, at=now)
            confirmed = form.cleaned_data["confirm_warnings"]
            when = publish_release(
                release,
                by=person,
                at=now,
                published_at=when,
                confirm_warnings=confirmed,
                override_reason=form.cleaned_data["override_reason"] if person.has_perm(OVERRIDE) else "",
                seen=_seen(request),
            )
    except ReleaseBlocked as blocked:
        for each in blocked.refused:
            told = " ".join(problem.message for problem in each.problems)
            messages.error(request, f"{each.item.label}: {told}")
        messages.error(request, _("Nothing was published."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The release is live from %(when)s.") % {"when": shown_time(when or now)})
    return redirect(CHANGE, pk)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel the schedule of the whole release."""
    person: Any = request.user
    try:
        cancel_release(release_of(request, pk), by=person, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The schedule of the release is cancelled. Nothing of it is public."))
    return redirect(CHANGE, pk)


@require_POST
def put_members_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Further articles or imports. Fields: `articles`, `imports`."""
    release, person = release_of(request, pk), cast(Any, request.user)
    form = members_form(person, request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(told) for field in form.errors.values() for told in field))
        return redirect(CHANGE, pk)
    given = form.cleaned_data
    try:
        put_in(release, given["articles"], imports=given["imports"], by=person, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        n = len(given["articles"]) + len(given["imports"])
        told = ngettext("%(n)d more is in the release.", "%(n)d more are in the release.", n) % {"n": n}
        messages.success(request, told)
    return redirect(CHANGE, pk)


@require_POST
def take_member_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one article go its own way, or an import. Field: `article` or `import`."""
    release, person = release_of(request, pk), cast(Any, request.user)
    if "import" in request.POST:
        return _take_import_out(request, release)
    article = get_object_or_404(release.articles, pk=_number(request.POST.get("article", "")))
    try:
        take_out(release, article, by=person, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("“%(title)s” is not in the release any more.") % {"title": article.title})
    return redirect(CHANGE, pk)


def _take_import_out(request: HttpRequest, release: JointRelease) -> HttpResponse:
    person: Any = request.user
    try:
        take_import_out(release, _number(request.POST["import"]), by=person, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The import waits by itself again."))
    return redirect(CHANGE, release.pk)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def _described(request: HttpRequest, release: JointRelease) -> dict[int, tuple[str, str]]:
    rows = release.items.values_list("article_id", "kind", "public_note")
    return {
        pk: (request.POST.get(f"kind-{pk}", kind), request.POST.get(f"note-{pk}", note))
        for pk, kind, note in rows
    }


def _seen(request: HttpRequest) -> dict[str, int]:
    given = (
        (name.removeprefix("seen-"), value)
        for name, value in request.POST.dict().items()
        if name[:5] == "seen-"
    )
    return {
        key: int(value) for key, value in given if value.isascii() and value.isdigit() and len(value) < 10
    }
