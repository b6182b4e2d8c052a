"""The pages of declared errors: declaring one, the page of one, and the verbs. Verbs are POST only."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from indicators.observations.models import Vintage
from indicators.observations.tables import in_words
from indicators.upstream_errors import declaring
from indicators.upstream_errors.forms import DeclareForm, InformForm, RejectForm, ReplyForm
from indicators.upstream_errors.models import UpstreamError
from indicators.upstream_errors.wording import STATUSES, right_in_words

CHANGE = "admin:indicators_upstreamerror_change"
MAY_DECLARE, MAY_CHANGE = "indicators.add_upstreamerror", "indicators.change_upstreamerror"
MOST_EVENTS = 100
LONGEST_REFERENCE = 120

type Verb = Callable[[HttpRequest, int], HttpResponse]


def declare_page(request: HttpRequest) -> HttpResponse:
    """Which observation, `?observation=SERIES:PERIOD`; then what is right and why, beside what the source states."""
    if not request.user.has_perm(MAY_DECLARE):
        raise PermissionDenied
    reference = request.GET.get("observation", "").strip()[:LONGEST_REFERENCE]
    expect = _newest(reference) if reference else None
    if expect is None:
        return _page(request, "choose", {"title": _("Declare an error"), "reference": reference})
    form = DeclareForm(request.POST or None, expect=expect)
    if request.method == "POST" and form.is_valid():
        made = _declared(request, form, expect)
        if made is not None:
            messages.success(request, _("Declared. Articles that quote the figure say so now."))
            return redirect(CHANGE, made.pk)
    context = {
        "title": _("Declare an error: %(observation)s") % {"observation": reference},
        "form": form,
        "expect": expect,
        "stated": in_words(expect),
    }
    return _page(request, "declare", context)


def _newest(reference: str) -> Vintage | None:
    series, _colon, period = reference.replace("\x00", "").rpartition(":")
    found = Vintage.objects.filter(observation__series__code=series, observation__period=period)
    newest: Vintage | None = found.with_catalogue().as_known_at(timezone.now()).first()
    return newest


def _declared(request: HttpRequest, form: DeclareForm, expect: Vintage) -> UpstreamError | None:
    """None where it is refused: the form says why. Another statement than the one shown is none of what was meant."""
    if request.POST.get("expect") != str(expect.pk):
        form.add_error(None, _("The source has stated something else meanwhile. Look at it first."))
        return None
    given = form.cleaned_data
    try:
        return declaring.declare(
            expect,
            right=form.right(),
            reason=given["reason"],
            informed_on=given["informed_on"],
            by=request.user,
            at=timezone.now(),
        )
    except ValidationError as refusal:
        form.show(refusal)
        return None


def error_page(request: HttpRequest, pk: int, refused: Form | None = None) -> HttpResponse:
    """What was declared, what became of it, and what can be done."""
    error = get_object_or_404(UpstreamError.objects.with_catalogue().select_related("declared_by"), pk=pk)
    error.expect.observation = error.observation
    if error.closing is not None:
        error.closing.observation = error.observation
    may = request.user.has_perm(MAY_CHANGE)
    forms: dict[str, Form] = {"inform": InformForm(), "reply": ReplyForm(), "reject": RejectForm()}
    if refused is not None:
        forms[FORMS[type(refused)]] = refused
    context = {
        "title": error.observation.reference,
        "error": error,
        "original": error,
        "status": STATUSES[error.status_on(timezone.localdate())],
        "stated": in_words(error.expect),
        "right": right_in_words(error, get_language() or "en"),
        "now": in_words(error.closing) if error.closing is not None else "",
        "forms": forms if may and error.closed_on is None else {},
        "may_look": may and error.closing is not None and error.looked_at is None,
        "events": error.events.select_related("by")[:MOST_EVENTS],
    }
    return _page(request, "error", context)


FORMS: dict[type[Form], str] = {InformForm: "inform", ReplyForm: "reply", RejectForm: "reject"}


def _verb(form_of: type[Form] | None, act: Callable[..., Any]) -> Verb:
    @require_POST
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        if not request.user.has_perm(MAY_CHANGE):
            raise PermissionDenied
        error = get_object_or_404(UpstreamError, pk=pk)
        form = form_of(request.POST) if form_of is not None else None
        if form is not None and not form.is_valid():
            return error_page(request, pk, form)
        try:
            act(error, **(form.cleaned_data if form is not None else {}), by=request.user, at=timezone.now())
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("Noted."))
        return redirect(CHANGE, pk)

    return view


VERBS: dict[str, Verb] = {
    "inform": _verb(InformForm, declaring.inform),
    "reply": _verb(ReplyForm, declaring.record_reply),
    "reject": _verb(RejectForm, declaring.reject),
    "look": _verb(None, declaring.look),
}


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    shared = {**admin.site.each_context(request), "opts": UpstreamError._meta}
    return TemplateResponse(request, f"admin/indicators/upstreamerror/{name}.html", {**shared, **context})
