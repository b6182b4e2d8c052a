"""The pages of a bulk action: first what will happen to each article, then what did."""

import re
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import Action, ActionLocation
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.workflow.bulk import MOST, do_all, foreseen
from articles.workflow.bulk_forms import PublishMany, TagMany, WithdrawMany
from articles.workflow.transitions import RULES
from articles.workflow.verb_forms import AssignForm, ConfirmForm
from articles.writing.models import Article

ACTIONS: dict[str, tuple[Any, type[forms.Form]]] = {
    "submit": (gettext_lazy("Submit for review"), ConfirmForm),
    "approve": (gettext_lazy("Approve"), ConfirmForm),
    "publish": (gettext_lazy("Publish now"), PublishMany),
    "withdraw": (gettext_lazy("Withdraw"), WithdrawMany),
    "tag": (gettext_lazy("Add a keyword"), TagMany),
    "assign": (gettext_lazy("Assign"), AssignForm),
    "trash": (gettext_lazy("Put in the trash"), ConfirmForm),
}


def bulk_actions(user: Any) -> dict[str, Action]:
    """The actions of the list that this person may do to some article at least."""
    rules = {verb: RULES["edit" if verb == "tag" else verb] for verb in ACTIONS}
    return {
        f"bulk_{verb}": Action(_action_of(verb), f"bulk_{verb}", title, title, [ActionLocation.CHANGE_LIST])
        for verb, (title, _form) in ACTIONS.items()
        if user.has_perm(rules[verb].permission)
    }


def _action_of(verb: str) -> Any:
    def action(page: ModelAdmin, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse | None:
        return bulk_page(page, request, chosen, verb)

    return action


def bulk_page(
    page: ModelAdmin, request: HttpRequest, chosen: QuerySet[Any], verb: str
) -> HttpResponse | None:
    """Ask, then do, then tell. `chosen` is what this person sees and ticked."""
    found = list(chosen.select_related("assigned_to").order_by("pk")[: MOST + 1])
    if len(found) > MOST:
        told = _("These are more than %(most)d articles. Choose fewer; nothing was done.")
        page.message_user(request, told % {"most": MOST}, messages.ERROR)
        return None
    title, form_class = ACTIONS[verb]
    confirmed = "confirmed" in request.POST
    form = form_class(request.POST if confirmed else None)
    now, person = timezone.now(), request.user
    context = {
        **admin.site.each_context(request),
        "title": title,
        "opts": Article._meta,
        "form": form,
        "media": page.media + form.media,
        "action": f"bulk_{verb}",
        "action_checkbox_name": ACTION_CHECKBOX_NAME,
    }
    if confirmed and form.is_valid():
        seen = versions_in(request.POST.get("seen", ""))
        outcomes = do_all(found, verb, form.cleaned_data, by=person, at=now, seen=seen)
        context |= {"outcomes": outcomes, "finished": True}
    else:
        outcomes = foreseen(found, verb, by=person, at=now)
        context |= {"outcomes": outcomes, "finished": False}
    context["seen"] = request.POST.get("seen") or " ".join(f"{each.pk}:{each.version}" for each in found)
    context["possible"] = sum(not each.why for each in outcomes)
    return TemplateResponse(request, "admin/articles/article/bulk.html", context)


def versions_in(text: str) -> dict[int, int]:
    """Which version of each article was shown: "12:3 15:1", the number of the article before that of its version."""
    pairs = re.findall(r"\b(\d{1,15}):(\d{1,9})\b", text[: 30 * MOST], re.ASCII)
    return {int(article): int(version) for article, version in pairs}
