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
from django.utils import timezone
from django.utils.translation import gettext as _

from taxonomy.forms import MergeForm
from taxonomy.merging import merge
from taxonomy.models import Keyword
from taxonomy.uses import uses, with_counts


def merge_page(page: ModelAdmin, request: HttpRequest, chosen: QuerySet[Keyword]) -> HttpResponse | None:
    """Ask for the keyword that stays; once it is given, merge all chosen ones into it, or none of them."""
    form = MergeForm(request.POST if "merge" in request.POST else None)
    if form.is_bound and form.is_valid():
        into = form.cleaned_data["into"]
        try:
            _merge_all(request, list(chosen), into)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            page.message_user(request, _("Merged into “%(name)s”.") % {"name": into.name}, messages.SUCCESS)
            return None
    return TemplateResponse(
        request, "admin/taxonomy/keyword/merge.html", _context(page, request, chosen, form)
    )


@transaction.atomic
def _merge_all(request: HttpRequest, chosen: list[Keyword], into: Keyword) -> None:
    for keyword in chosen:
        merge(keyword, into, by=request.user, at=timezone.now())  # type: ignore[arg-type]


def _context(
    page: ModelAdmin, request: HttpRequest, chosen: QuerySet[Keyword], form: MergeForm
) -> dict[str, Any]:
    ids = [keyword.pk for keyword in chosen]
    counted = with_counts(Keyword.objects.filter(pk__in=ids), timezone.now())
    rows = [(k, [(use.label, getattr(k, use.column)) for use in uses()]) for k in counted]
    return {
        **page.admin_site.each_context(request),
        "title": _("Merge keywords"),
        "opts": Keyword._meta,
        "rows": rows,
        "form": form,
        "media": page.media + form.media,
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
    }
