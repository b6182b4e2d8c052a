"""The page between “Merge into…” and the merge: what will happen, and into which keyword."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from taxonomy.change_log import KeywordChange
from taxonomy.forms import MergeForm
from taxonomy.merging import merge
from taxonomy.models import Keyword
from taxonomy.previewing import preview

MOST_AT_ONCE = 20


def merge_page(page: ModelAdmin, request: HttpRequest, chosen: QuerySet[Keyword]) -> HttpResponse | None:
    """Ask for the keyword that stays; once it is given, merge all chosen ones into it, or none of them."""
    if chosen.count() > MOST_AT_ONCE:
        most = {"n": MOST_AT_ONCE}
        page.message_user(request, _("Merge at most %(n)d keywords at once.") % most, messages.ERROR)
        return None
    asked = "merge" in request.POST or "preview" in request.POST
    form = MergeForm(request.POST if asked else request.GET if "into" in request.GET else None)
    if form.is_bound and form.is_valid() and "merge" in request.POST:
        into = form.cleaned_data["into"]
        try:
            _merge_all(request, list(chosen), into)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            _tell(page, request, list(chosen), into)
            return None
    return TemplateResponse(
        request, "admin/taxonomy/keyword/merge.html", _context(page, request, chosen, form)
    )


@transaction.atomic
def _merge_all(request: HttpRequest, chosen: list[Keyword], into: Keyword) -> None:
    for keyword in chosen:
        merge(keyword, into, by=request.user, at=timezone.now())  # type: ignore[arg-type]


def _tell(page: ModelAdmin, request: HttpRequest, merged: list[Keyword], into: Keyword) -> None:
    changes = KeywordChange.objects.filter(
        keyword__in=[keyword.pk for keyword in merged], other=into, verb=KeywordChange.Verb.MERGE
    )
    said = format_html(_("Merged into “{}”."), into.name)
    for change in changes.order_by("-pk")[: len(merged)]:
        address = reverse("admin:taxonomy_keyword_undo_merge", args=[change.pk])
        words = _("Undo the merge of “%(name)s”") % {"name": change.name}
        said += format_html(' <a href="{}">{}</a>', address, words)
    page.message_user(request, said, messages.SUCCESS)


def _context(
    page: ModelAdmin, request: HttpRequest, chosen: QuerySet[Keyword], form: MergeForm
) -> dict[str, Any]:
    into = form.cleaned_data.get("into") if form.is_bound and form.is_valid() else None
    return {
        **page.admin_site.each_context(request),
        "title": _("Merge keywords"),
        "opts": Keyword._meta,
        "previews": [preview(keyword, into) for keyword in chosen],
        "into": into,
        "form": form,
        "media": page.media + form.media,
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
    }
