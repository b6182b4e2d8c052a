"""The queue of moderators: what waits, many decisions at once, by mouse or keyboard."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.replies import verbs
from articles.replies.models import HoldWord, Reply
from articles.replies.visitor_pages import visitor_page

SHOWN = 400
FIELDS = (
    "article", "parent", "name", "email", "text", "state", "look",
    "address", "created_at", "notify", "language",
)  # fmt: skip


@admin.register(Reply)
class ReplyAdmin(admin.ModelAdmin):
    """Read only but for the verbs."""

    list_display = ["words", "name", "email", "about", "look", "state", "created_at"]
    list_filter = ["state", "language"]
    search_fields = ["name", "email", "text"]
    list_select_related = ["article", "parent"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = ["approve", "reject", "spam"]
    fields = FIELDS
    readonly_fields = FIELDS

    class Media:
        js = [Script("articles/admin/replies.js", type="module")]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What waits comes first: without a question, that is what is shown."""
        if request.method == "GET" and not request.GET and self.has_view_permission(request):
            return redirect(f"{request.path}?state__exact={Reply.State.HELD}")
        context = {"ed_hint": _("Arrow keys go through the list; A approves, R rejects, S marks as spam.")}
        return super().changelist_view(request, context | (extra_context or {}))

    def get_urls(self) -> list[URLPattern]:
        mine = path("visitor/", self.admin_site.admin_view(visitor_page), name="articles_reply_visitor")
        return [mine, *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """Whether this person decides about replies."""
        return request.user.has_perm("articles.moderate_reply")

    @admin.display(description=_("reply"))
    def words(self, reply: Reply) -> str:
        """The beginning of the text."""
        return Truncator(reply.text).chars(SHOWN)

    @admin.display(description=_("article"))
    def about(self, reply: Reply) -> str:
        """The article, and whom it answers."""
        if reply.parent:
            return _("%(article)s, to %(name)s") % {"article": reply.article.title, "name": reply.parent.name}
        return str(reply.article.title)

    @admin.display(description=_("look closely"))
    def look(self, reply: Reply) -> str:
        """What deserves a closer look."""
        return ", ".join(_reason(each) for each in reply.reasons)

    @admin.action(description=_("Approve"), permissions=["moderate"])
    def approve(self, request: HttpRequest, replies: QuerySet[Reply]) -> None:
        """Show them to readers."""
        self._each(request, replies, verbs.approve)

    @admin.action(description=_("Reject"), permissions=["moderate"])
    def reject(self, request: HttpRequest, replies: QuerySet[Reply]) -> None:
        """Do not show them."""
        self._each(request, replies, verbs.reject)

    @admin.action(description=_("Mark as spam"), permissions=["moderate"])
    def spam(self, request: HttpRequest, replies: QuerySet[Reply]) -> None:
        """Advertising."""
        self._each(request, replies, verbs.mark_spam)

    def _each(self, request: HttpRequest, replies: QuerySet[Reply], verb: Callable[..., bool]) -> None:
        """Oldest first, so that a reply is decided about before its answers. Each is told by itself."""
        at, done = timezone.now(), 0
        for reply in replies.select_related("parent", "article").order_by("created_at", "pk"):
            try:
                if reply.parent:
                    reply.parent.refresh_from_db()
                done += verb(reply, by=request.user, at=at)
            except ValidationError as error:
                self.message_user(request, f"{reply.name}: {' '.join(error.messages)}", messages.WARNING)
        told = ngettext("%(n)d reply decided.", "%(n)d replies decided.", done) % {"n": done}
        self.message_user(request, told, messages.SUCCESS)


@admin.register(HoldWord)
class HoldWordAdmin(admin.ModelAdmin):
    """Words that a moderator wants to be told of."""

    search_fields = ["word"]


def _reason(code: str) -> str:
    kind, _colon, what = code.partition(":")
    if kind == "links":
        return ngettext("%(n)s link", "%(n)s links", int(what)) % {"n": what}
    return f"“{what}”"
