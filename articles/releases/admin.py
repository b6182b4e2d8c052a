"""The pages of releases: the list, a new one, its readiness, and the verbs. Verbs are POST only."""

from datetime import timedelta
from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.releases.actions import (
    MOST_ITEMS,
    ReleaseBlocked,
    cancel_release,
    describe_items,
    make_release,
    move_release,
    publish_release,
    take_import_out,
    take_out,
)
from articles.releases.forms import ReleaseForm, TimeForm
from articles.releases.models import OPEN, SCHEDULED, STATES, JointRelease
from articles.releases.readiness import Readiness, readiness_of
from articles.workflow.blockers import shown_time
from articles.workflow.forms import LATER_KINDS
from articles.writing import states
from articles.writing.models import Article
from articles.writing.stages import Stage
from indicators.importing.models import DataImport

CHANGE = "admin:articles_jointrelease_change"
PUBLISH = "articles.add_edition"
OVERRIDE = "articles.override_blockers"
IMPORT = "indicators.add_dataimport"
WAITING = [states.DRAFT, states.CHANGED, Stage.IN_REVIEW, Stage.APPROVED]


@admin.register(JointRelease)
class JointReleaseAdmin(admin.ModelAdmin):
    """Releases: several articles at one instant."""

    list_display = ["title", "standing", "published_at", "created_by"]
    list_select_related = ["created_by"]
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    @admin.display(description=gettext_lazy("state"))
    def standing(self, release: JointRelease) -> str:
        return str(STATES[release.state(timezone.now())])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What has been sent off stays in the record."""
        if obj is not None and obj.published_at is not None:
            return False
        return super().has_delete_permission(request, obj)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("<int:pk>/publish/", wrap(send_off), name="articles_jointrelease_publish"),
            path("<int:pk>/cancel/", wrap(cancel), name="articles_jointrelease_cancel"),
            path("<int:pk>/take-out/", wrap(take_member_out), name="articles_jointrelease_take_out"),
        ]
        return [*own, *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return _add(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not (object_id.isascii() and object_id.isdigit()):
            return super().change_view(request, object_id, form_url, extra_context)
        return _readiness(request, _release(request, int(object_id)), TimeForm())


def _add(request: HttpRequest) -> HttpResponse:
    """A name, and articles that readers do not have as they are now; `articles` may prefill the choice."""
    _may(request)
    person: Any = request.user
    now = timezone.now()
    known = Article.objects.known_to(person).filter(trashed_at=None)
    waiting = states.with_state(known, now).filter(state__in=WAITING)
    chosen = [
        pk
        for pk in request.GET.getlist("articles")[:MOST_ITEMS]
        if pk.isascii() and pk.isdigit() and len(pk) < 12
    ]
    form = ReleaseForm(request.POST or None, initial={"articles": chosen})
    offered = waiting.order_by("-updated_at").values_list("pk", flat=True)[:MOST_ITEMS]
    form.fields["articles"].queryset = known.filter(pk__in=[*offered, *map(int, chosen)])  # type: ignore[attr-defined]
    if person.has_perm(IMPORT):
        form.fields["imports"].queryset = _waiting_imports()  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = make_release(
                given["title"], given["articles"], by=person, at=now, imports=given["imports"]
            )
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            return redirect(CHANGE, made.pk)
    return _page(request, "add", {"title": _("New joint release"), "form": form})


def _waiting_imports() -> QuerySet[DataImport]:
    newest = DataImport.objects.filter(state="planned").values_list("pk", flat=True)[:MOST_ITEMS]
    return DataImport.objects.filter(pk__in=list(newest)).select_related("release")


def _readiness(request: HttpRequest, release: JointRelease, form: TimeForm) -> HttpResponse:
    now = timezone.now()
    state = release.state(now)
    told = readiness_of(release, by=request.user, at=now) if state == OPEN else []
    context = {
        "title": release.title,
        "release": release,
        "state": state,
        "state_word": STATES[state],
        "form": form,
        "readiness": told,
        "rows": release.items.select_related("article"),
        "ready": sum(each.ready for each in told),
        "warnings": any(each.warnings for each in told),
        "may_override": request.user.has_perm(OVERRIDE) and _can_be_overridden(told),
        "events": release.events.select_related("by")[:MOST_ITEMS],
        "kinds": LATER_KINDS,
    }
    return _page(request, "readiness", context)


def _can_be_overridden(told: list[Readiness]) -> bool:
    errors = [problem for each in told for problem in each.errors]
    return bool(errors) and all(problem.may_override for problem in errors)


@require_POST
def send_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish or schedule everything, or move what is scheduled; all or nothing."""
    release = _release(request, pk)
    person: Any = request.user
    now = timezone.now()
    form = TimeForm(request.POST)
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
        cancel_release(_release(request, pk), by=person, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The schedule of the release is cancelled. Nothing of it is public."))
    return redirect(CHANGE, pk)


@require_POST
def take_member_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one article go its own way, or an import. Field: `article` or `import`."""
    release, person = _release(request, pk), cast(Any, request.user)
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


def _may(request: HttpRequest) -> None:
    if not (request.user.has_perm("articles.change_jointrelease") and request.user.has_perm(PUBLISH)):
        raise PermissionDenied(_("Only editors make releases. Submit the article for review."))


def _release(request: HttpRequest, pk: int) -> JointRelease:
    _may(request)
    return get_object_or_404(JointRelease, pk=pk)


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    shared = {**admin.site.each_context(request), "opts": JointRelease._meta}
    return TemplateResponse(request, f"admin/articles/jointrelease/{name}.html", {**shared, **context})
