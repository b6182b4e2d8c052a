"""The pages of the editorial verbs: publish, withdraw, cancel a schedule. Verbs are POST only."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.editions.models import Edition
from articles.house.panel import house_panel
from articles.workflow import correction_pages, schedule_pages
from articles.workflow.actions import cancel_schedule, publish, withdraw
from articles.workflow.blockers import Problem, PublishingBlocked, problems_of
from articles.workflow.forms import PublishForm, WithdrawForm
from articles.workflow.models import NextEdition
from articles.workflow.permissions import article_for
from articles.workflow.proposing import proposed_note
from articles.workflow.reader_changes import ReaderChanges, reader_changes
from articles.workflow.verb_pages import trash_page, verb_page
from articles.writing.models import Article

OVERRIDE = "articles.override_blockers"
FORM = "admin:articles_article_change"


def addresses(site: AdminSite) -> list[URLPattern]:
    """The addresses of the verbs, below the article's own."""
    return [
        path("trash/", site.admin_view(trash_page), name="articles_article_trash"),
        path("<int:pk>/do/<slug:verb>/", site.admin_view(verb_page), name="articles_article_verb"),
        *schedule_pages.addresses(site),
        *correction_pages.addresses(site),
        path("<int:pk>/publish/", site.admin_view(publish_page), name="articles_article_publish"),
        path("<int:pk>/withdraw/", site.admin_view(withdraw_page), name="articles_article_withdraw"),
        path("<int:pk>/cancel-schedule/", site.admin_view(cancel), name="articles_article_cancel_schedule"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def publish_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What will change for readers, what stands in the way, and the button."""
    article = article_for(request.user, "publish", pk)
    now = timezone.now()
    editions = list(Edition.objects.filter(article=pk).order_by("-number"))
    number = editions[0].number + 1 if editions else 1
    live = next((each for each in editions if each.published_at <= now and each.withdrawn_at is None), None)
    changes = reader_changes(live, article, at=now) if live else None
    seen = {"version": article.version, "number": number, **_prepared(article, changes)}
    form = PublishForm(request.POST or None, first=not editions, now=now, initial=seen)
    refused: list[Problem] = []
    if request.method == "POST" and form.is_valid():
        try:
            edition = _publish(request, article, form)
        except PublishingBlocked as blocked:
            refused = blocked.problems
            form.data = {**request.POST.dict(), "version": article.version, "number": number}
        else:
            _say_published(request, edition)
            return redirect(FORM, pk)
    problems = refused or _problems(article, form, first=not editions)
    errors = [each for each in problems if each.severity == "error"]
    context = {
        "title": _("Publish"),
        "form": form,
        "live": live,
        "withdrawn": bool(editions) and editions[0].withdrawn_at is not None,
        "number": number,
        "changes": changes,
        "errors": errors,
        "warnings": [each for each in problems if each.severity == "warning"],
        "refused": bool(refused),
        "house": house_panel(article.body, article.language, request.get_host()),
        "may_override": bool(errors)
        and all(each.may_override for each in errors)
        and request.user.has_perm(OVERRIDE),
    }
    part = request.method != "POST" and "part" in request.GET
    return _page(request, article, "publish_part" if part else "publish", context)


def _prepared(article: Article, changes: ReaderChanges | None) -> dict[str, str]:
    """The kind and note that were prepared for the next edition, or a note proposed from what it changes."""
    noted = NextEdition.objects.filter(article=article).first()
    if noted:
        return {"kind": noted.kind, "public_note": noted.public_note}
    return {"public_note": proposed_note(changes, article.language)} if changes else {}


def _publish(request: HttpRequest, article: Article, form: PublishForm) -> Edition:
    given = form.cleaned_data
    return publish(
        article,
        by=_person(request),
        at=timezone.now(),
        kind=form.edition_kind,
        note=given.get("public_note", ""),
        published_at=given["published_at"],
        confirm_warnings=given["confirm_warnings"],
        override_reason=given["override_reason"] if request.user.has_perm(OVERRIDE) else "",
        seen_version=given["version"],
        seen_number=given["number"],
    )


def _problems(article: Article, form: PublishForm, *, first: bool) -> list[Problem]:
    """Before the first attempt a missing note is no reproach: it is not counted."""
    kind = Edition.Kind.FIRST if first else Edition.Kind.UPDATE
    note = str(form.data.get("public_note", "")) if form.is_bound else "-"
    return problems_of(article, at=timezone.now(), kind=kind, note=note)


def _say_published(request: HttpRequest, edition: Edition) -> None:
    if edition.published_at > timezone.now():
        when = timezone.localtime(edition.published_at).strftime("%Y-%m-%d %H:%M")
        messages.success(
            request, _("Edition %(n)d is scheduled for %(when)s.") % {"n": edition.number, "when": when}
        )
    else:
        messages.success(request, _("Edition %(n)d is live.") % {"n": edition.number})


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then take the article back."""
    article = article_for(request.user, "withdraw", pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(article, by=_person(request), at=timezone.now(), reason=form.cleaned_data["reason"])
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            messages.success(request, _("The article is withdrawn."))
            return redirect(FORM, pk)
    live = Edition.objects.current(timezone.now()).filter(article=pk).first()
    return _page(request, article, "withdraw", {"title": _("Withdraw"), "form": form, "live": live})


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel the schedule of the coming edition."""
    article = article_for(request.user, "publish", pk)
    try:
        cancel_schedule(article, by=_person(request), at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The schedule is cancelled. The text stays as it is."))
    return redirect(FORM, pk)


def _person(request: HttpRequest) -> Any:
    return request.user


def _page(request: HttpRequest, article: Article, name: str, context: dict[str, Any]) -> HttpResponse:
    shared = {**admin.site.each_context(request), "article": article, "opts": Article._meta}
    return TemplateResponse(request, f"admin/articles/article/{name}.html", {**shared, **context})
