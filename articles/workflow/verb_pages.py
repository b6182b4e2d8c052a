"""One page for each verb: what it does, what it asks, and the button. A verb is POST only."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models.functions import Left
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from articles.figures.marks import plain_text
from articles.replies.rules import RuleForm, rule_of, set_rule
from articles.workflow import trash, verbs
from articles.workflow.permissions import article_for
from articles.workflow.verb_forms import AssignForm, ConfirmForm, PlanForm, ReasonForm
from articles.writing.models import Article

FORM = "admin:articles_article_change"
TRASH = "admin:articles_article_trash"
MOST_WORDS = 30


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one verb, its form and its function."""

    do: Callable[..., Any]
    title: Any
    told: Any
    done: Any
    form: type = ConfirmForm
    present: Callable[[Article], dict[str, Any]] = lambda article: {}


PAGES = {
    "submit": Page(
        verbs.submit,
        gettext_lazy("Submit for review"),
        gettext_lazy("An editor looks at it next. You can still write in it."),
        gettext_lazy("Submitted for review."),
    ),
    "approve": Page(
        verbs.approve,
        gettext_lazy("Approve"),
        gettext_lazy("You agree to the text as it is stored now. Readers see nothing of it yet."),
        gettext_lazy("Approved."),
    ),
    "request_changes": Page(
        verbs.request_changes,
        gettext_lazy("Ask for changes"),
        gettext_lazy("It goes back to its author with what you write here."),
        gettext_lazy("Changes are requested."),
        ReasonForm,
    ),
    "reopen": Page(
        verbs.reopen,
        gettext_lazy("Take back as a draft"),
        gettext_lazy("It leaves the review, and is nobody's to approve until it is submitted again."),
        gettext_lazy("It is a draft again."),
    ),
    "assign": Page(
        verbs.assign,
        gettext_lazy("Assign"),
        gettext_lazy("The person may then see and edit it."),
        gettext_lazy("Assigned."),
        AssignForm,
    ),
    "plan": Page(
        verbs.plan,
        gettext_lazy("Plan"),
        gettext_lazy("The day for which it is meant. Nothing is published by it."),
        gettext_lazy("Planned."),
        PlanForm,
    ),
    "replies": Page(
        set_rule,
        gettext_lazy("Replies of readers"),
        gettext_lazy("As usual: an article takes replies for some time after its first publication."),
        gettext_lazy("Set."),
        RuleForm,
        rule_of,
    ),
    "trash": Page(
        trash.trash,
        gettext_lazy("Put in the trash"),
        gettext_lazy("It leaves every list. It can be restored for 30 days; its address stays taken."),
        gettext_lazy("It is in the trash. It can be restored for 30 days."),
    ),
    "restore": Page(
        trash.restore,
        gettext_lazy("Restore"),
        gettext_lazy("It comes back as it was."),
        gettext_lazy("It is restored."),
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def verb_page(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Ask, then do."""
    if verb not in PAGES:
        raise Http404
    article = article_for(request.user, verb, pk)
    page = PAGES[verb]
    asked = {"person": article.assigned_to_id, "due_on": article.due_on, "planned_for": article.planned_for}
    form = page.form(
        request.POST if request.method == "POST" else None, initial=asked | page.present(article)
    )
    if request.method == "POST" and form.is_valid():
        try:
            page.do(article, by=request.user, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            messages.success(request, page.done)
            return redirect(TRASH) if verb == "trash" else redirect(FORM, pk)
    context = {
        **admin.site.each_context(request),
        "title": page.title,
        "told": page.told,
        "form": form,
        "article": article,
        "opts": Article._meta,
    }
    return TemplateResponse(request, "admin/articles/article/verb.html", context)


@require_safe
def trash_page(request: HttpRequest) -> HttpResponse:
    """What this person put away or may restore, the latest first."""
    person: Any = request.user
    found = Article.objects.known_to(person).trashed().select_related("trashed_by")
    found = found.defer("body").annotate(start=Left("body", 60 * MOST_WORDS))
    paged = Paginator(found, 50).get_page(request.GET.get("p"))
    context = {
        **admin.site.each_context(request),
        "title": _("Trash"),
        "opts": Article._meta,
        "articles": paged,
        "may_restore": person.has_perm("articles.delete_article"),
        "put_away": [_put_away(each) for each in paged],
    }
    return TemplateResponse(request, "admin/articles/article/trash.html", context)


def _put_away(article: Any) -> dict[str, Any]:
    """One line of the trash, with the first words of the text: what it was, without opening it."""
    return {
        "article": article,
        "until": article.trashed_at + trash.KEPT,
        "begins": Truncator(article.standfirst or plain_text(article.start)).words(MOST_WORDS),
    }
