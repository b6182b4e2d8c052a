"""The pages of one import: its plan, and the verbs. Verbs are POST only."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from indicators.catalogue.models import Series
from indicators.importing.applying import apply_steps, broken_by, discard_import
from indicators.importing.assembling import plan_of
from indicators.importing.forms import ImportForm, MappingForm
from indicators.importing.mapping import Mapping
from indicators.importing.models import DataImport
from indicators.importing.planning import Entry, Kind, Plan
from indicators.importing.progress import streamed
from indicators.importing.receiving import columns_of, receive_file, set_mapping
from indicators.importing.tables import FileRefused
from indicators.importing.undoing import undo_steps
from indicators.importing.wording import KINDS, change_in_words, new_in_words, old_in_words, reason_in_words
from taxonomy.printable import plain_line

CHANGE = "admin:indicators_dataimport_change"
MAY = "indicators.add_dataimport"
PER_PAGE, MOST_BROKEN = 100, 50


def add_page(request: HttpRequest) -> HttpResponse:
    """A new file. One that cannot be read is refused with row and column, and leaves nothing behind."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = _receive(form, file.read(), file.name, request.user)
        except FileRefused as refused:
            form.add_error("file", str(refused))
        else:
            return redirect(CHANGE, made.pk)
    return _page(request, "add", {"title": _("Import data"), "form": form})


def _receive(form: ImportForm, data: bytes, name: str, by: Any) -> DataImport:
    release = form.stating()
    try:
        return receive_file(data, name, release=release, by=by, at=timezone.now())
    except FileRefused:
        if not form.cleaned_data["release"]:
            release.delete()
        raise


def plan_page(request: HttpRequest, pk: int, mapping: MappingForm | None = None) -> HttpResponse:
    """What the file would change, what is wrong in it, and the buttons; or what it has changed."""
    kept = _kept(pk)
    waits = kept.state == DataImport.State.PLANNED
    plan = plan_of(kept) if waits else Plan()
    kind = request.GET.get("kind", "")
    chosen = _chosen(plan, kind)
    paged = Paginator(chosen, PER_PAGE).get_page(request.GET.get("p"))
    counts = plan.counts if waits else kept.counts
    changes = plan.changes
    broken = broken_by(plan, kept, timezone.now()) if waits and not plan.faults else []
    context = {
        "title": kept.filename,
        "kept": kept,
        "waits": waits,
        "faults": plan.faults,
        "tabs": [(name, label, counts.get(name, 0)) for name, label in _tabs().items()],
        "kind": kind,
        "paged": paged,
        "rows": _rows(list(paged)),
        "states": len(plan.entries) if waits else sum(counts.get(name, 0) for name in KINDS),
        "changes": len(changes),
        "revises": any(each.kind == Kind.REVISED for each in changes),
        "broken": broken[:MOST_BROKEN],
        "untrue": len(broken),
        "suspicious": counts.get("suspicious", 0),
        "seen": plan.fingerprint(),
        "mapping": mapping or _mapping_form(kept) if waits else None,
        "events": kept.events.select_related("by")[:PER_PAGE],
        "may": request.user.has_perm(MAY),
    }
    return _page(request, "plan", context)


def _tabs() -> dict[str, Any]:
    return {"": _("Changes"), "suspicious": _("To look at twice"), **KINDS}


def _chosen(plan: Plan, kind: str) -> list[Entry]:
    if kind == "suspicious":
        return [each for each in plan.entries if each.reasons]
    if kind in KINDS:
        return [each for each in plan.entries if each.kind == kind]
    return plan.changes


def _rows(entries: Sequence[Entry]) -> list[tuple[Entry, dict[str, Any]]]:
    """The lines of a page, with what their series measure: one query."""
    codes = {each.statement.series for each in entries}
    found = Series.objects.filter(code__in=codes).select_related("indicator", "area")
    names = {each.code: f"{each.indicator.label}, {each.area.label}" for each in found}
    return [(each, {"name": names.get(each.statement.series, ""), **_told(each)}) for each in entries]


def _told(entry: Entry) -> dict[str, Any]:
    return {
        "kind": KINDS[entry.kind],
        "change": change_in_words(entry),
        "old": old_in_words(entry),
        "new": new_in_words(entry),
        "reasons": [reason_in_words(each) for each in entry.reasons],
    }


def _mapping_form(kept: DataImport, given: Any = None) -> MappingForm | None:
    try:
        columns = columns_of(kept)
    except FileRefused:
        return None
    return MappingForm(given, columns=columns, mapping=Mapping.from_json(kept.mapping))


@require_POST
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the columns mean."""
    kept = _kept(pk, request)
    form = _mapping_form(kept, request.POST)
    if form is None or not form.is_valid():
        return plan_page(request, pk, form)
    set_mapping(kept, form.mapping(), by=request.user, at=timezone.now())
    return redirect(CHANGE, pk)


@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record it, and tell how far it is while it goes on. A page that is left early leaves nothing recorded."""
    kept = _kept(pk, request)
    steps = apply_steps(
        kept,
        by=request.user,
        at=timezone.now(),
        seen=request.POST.get("seen", ""),
        confirmed="confirmed" in request.POST,
        mends=plain_line(request.POST.get("mends", "")[:300]),
    )
    try:
        first = next(steps)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(CHANGE, pk)
    return streamed(request, kept, _("Recording"), first, steps)


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """State again what was known before, and tell how far it is."""
    kept = _kept(pk, request)
    steps = undo_steps(
        kept, by=request.user, at=timezone.now(), reason=plain_line(request.POST.get("reason", "")[:300])
    )
    try:
        first = next(steps)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(CHANGE, pk)
    return streamed(request, kept, _("Undoing"), first, steps)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it aside."""
    kept = _kept(pk, request)
    try:
        discard_import(kept, by=request.user, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(CHANGE, pk)


def _kept(pk: int, request: HttpRequest | None = None) -> DataImport:
    """Raises PermissionDenied where a verb is asked for by somebody who may not import."""
    if request is not None and not request.user.has_perm(MAY):
        raise PermissionDenied
    return get_object_or_404(DataImport.objects.select_related("release__source"), pk=pk)


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    shared = {**admin.site.each_context(request), "opts": DataImport._meta}
    return TemplateResponse(request, f"admin/indicators/dataimport/{name}.html", {**shared, **context})
