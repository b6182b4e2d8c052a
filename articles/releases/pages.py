"""What a release looks like: a new one, its readiness, what may be added to it. Who may see it asks here too."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.releases.actions import make_release
from articles.releases.composing import MOST_ITEMS
from articles.releases.forms import MembersForm, ReleaseForm
from articles.releases.models import OPEN, STATES, JointRelease, JointReleaseItem
from articles.releases.readiness import Readiness, readiness_of
from articles.workflow.forms import LATER_KINDS, GoingLiveForm
from articles.writing import states
from articles.writing.models import Article
from articles.writing.stages import Stage
from indicators.importing.models import DataImport

CHANGE = "admin:articles_jointrelease_change"
PUBLISH = "articles.add_edition"
OVERRIDE = "articles.override_blockers"
IMPORT = "indicators.add_dataimport"
# Beyond every stored key; a number of more digits is no key of any database.
MOST_KEY = 10**12
WAITING = [states.DRAFT, states.CHANGED, Stage.IN_REVIEW, Stage.APPROVED]


def new_release(request: HttpRequest) -> HttpResponse:
    """A name, and articles that readers do not have as they are now; `articles` may prefill the choice."""
    check_maker(request)
    person: Any = request.user
    asked = [int(pk) for pk in request.GET.getlist("articles")[:MOST_ITEMS] if pk.isascii() and pk.isdigit()]
    chosen = [pk for pk in asked if pk < MOST_KEY]
    form = ReleaseForm(request.POST or None, initial={"articles": chosen})
    offer(form, person, chosen)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = make_release(
                given["title"], given["articles"], by=person, at=timezone.now(), imports=given["imports"]
            )
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            return redirect(CHANGE, made.pk)
    return _page(request, "add", {"title": _("New joint release"), "form": form})


def members_form(person: Any, posted: Any = None) -> MembersForm:
    """What may still be put into a release in preparation."""
    form = MembersForm(posted)
    offer(form, person)
    return form


def offer(form: MembersForm, person: Any, chosen: Sequence[int] = ()) -> None:
    """Let the form offer what waits to be published and is in no other release, the latest first, and the chosen."""
    now = timezone.now()
    known = Article.objects.visible_to(person)
    bound = JointReleaseItem.objects.open(now).values("article")
    waiting = states.with_state(known, now).filter(state__in=WAITING).exclude(pk__in=bound)
    offered = waiting.order_by("-updated_at").values_list("pk", flat=True)[:MOST_ITEMS]
    form.fields["articles"].queryset = known.filter(pk__in=[*offered, *chosen]).order_by("-updated_at", "pk")  # type: ignore[attr-defined]
    if person.has_perm(IMPORT):
        form.fields["imports"].queryset = _waiting_imports()  # type: ignore[attr-defined]


def _waiting_imports() -> QuerySet[DataImport]:
    newest = DataImport.objects.filter(state="planned").values_list("pk", flat=True)[:MOST_ITEMS]
    return DataImport.objects.filter(pk__in=list(newest)).select_related("release")


def release_page(request: HttpRequest, release: JointRelease) -> HttpResponse:
    """Its readiness item by item, what may be added, and the button."""
    now = timezone.now()
    state = release.state(now)
    told = readiness_of(release, by=request.user, at=now) if state == OPEN else []
    context = {
        "title": release.title,
        "release": release,
        "state": state,
        "state_word": STATES[state],
        "form": GoingLiveForm(),
        "members": members_form(request.user) if state == OPEN else None,
        "readiness": told,
        "rows": release.items.select_related("article"),
        "ready": sum(each.ready for each in told),
        "warnings": any(each.warnings for each in told),
        "may_override": request.user.has_perm(OVERRIDE) and _can_be_overridden(told),
        "events": release.events.select_related("by")[:MOST_ITEMS],
        "kinds": LATER_KINDS,
        "may_delete": request.user.has_perm("articles.delete_jointrelease") and release.published_at is None,
    }
    return _page(request, "readiness", context)


def _can_be_overridden(told: list[Readiness]) -> bool:
    errors = [problem for each in told for problem in each.errors]
    return bool(errors) and all(problem.may_override for problem in errors)


def check_maker(request: HttpRequest) -> None:
    """Raises PermissionDenied, with a sentence, for who may not make releases."""
    if not (request.user.has_perm("articles.change_jointrelease") and request.user.has_perm(PUBLISH)):
        raise PermissionDenied(_("Only editors make releases. Submit the article for review."))


def release_of(request: HttpRequest, pk: int) -> JointRelease:
    """The release, for those who make releases."""
    check_maker(request)
    return get_object_or_404(JointRelease, pk=pk)


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    shared = {**admin.site.each_context(request), "opts": JointRelease._meta}
    return TemplateResponse(request, f"admin/articles/jointrelease/{name}.html", {**shared, **context})
