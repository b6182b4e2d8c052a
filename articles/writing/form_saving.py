"""What happens when the article form is sent: a stale save is refused, each other one is kept as a revision."""

from typing import Any, cast

from django.conf import settings
from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.csp import CSP

from articles.revisions import stale
from articles.revisions.posted import writing_of
from articles.revisions.saving import StaleSave, begun_by, claim_version, save_revision, version_written_on
from articles.workflow.models import Transition
from articles.workflow.next_step import asked_verb, do_after_saving
from articles.workflow.verbs import log, text_changed
from articles.writing.form_page import page_of
from articles.writing.tag_form import tag_posted

WORKFLOW_COLUMNS = ["stage", "assigned_to", "due_on", "planned_for", "trashed_at", "trashed_by"]


class FormSaving(admin.ModelAdmin):
    """Saving, and where to go then."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """A stale save is refused, its text kept aside, and both are laid side by side."""
        if request.method == "POST" and not object_id:
            begun = begun_by(writing_of(request.POST).session, cast(Any, request.user))
            object_id = str(begun) if begun else None
        if request.method == "POST" and object_id and stale.is_stale(request, object_id):
            return stale.refused(request, int(object_id))
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except StaleSave:
            return stale.refused(request, int(object_id or 0))
        # The preview beside the text is a page of ours in a frame; no other page of the admin has one.
        response._csp_config = {**settings.SECURE_CSP, "frame-src": [CSP.SELF]}  # type: ignore[attr-defined]
        return response

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            writing = writing_of(request.POST)
            claim_version(obj, expected=version_written_on(obj.pk, writing))
            # The row is locked by now: what a verb wrote since it was read is not written over.
            obj.refresh_from_db(fields=WORKFLOW_COLUMNS)
        else:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        person: Any = request.user
        with transaction.atomic():
            super().save_related(request, form, formsets, change)
            now = timezone.now()
            tag_posted(request, form.instance, form.cleaned_data.get("pasted_keywords", []))
            save_revision(form.instance, by=person, at=now, writing=writing_of(request.POST))
            text_changed(form.instance, by=person, at=now)
            if not change:
                log(form.instance, Transition.Verb.BEGIN, by=person, at=now)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        context.update(page_of(context["adminform"].form, kwargs.get("obj"), request))
        return super().render_change_form(request, context, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if verb := asked_verb(request):
            do_after_saving(request, obj, verb)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]))
        if "_publish" in request.POST and "_dialog" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]) + "#publish")
        if "_publish" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_publish", args=[obj.pk]))
        return super().response_change(request, obj)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        if "_publish" in request.POST or asked_verb(request):
            return self.response_change(request, obj)
        return super().response_add(request, obj, post_url_continue)
