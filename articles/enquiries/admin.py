"""The messages of the contact form: read, answered by mail, marked as answered."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.enquiries.models import Enquiry
from articles.enquiries.verbs import mark_answered

FIELDS = ("name", "write_to", "text", "created_at", "answered_at", "address", "language")


@admin.register(Enquiry)
class EnquiryAdmin(admin.ModelAdmin):
    """Read only but for the verb."""

    list_display = ["words", "name", "created_at", "answered_at"]
    list_filter = [("answered_at", admin.EmptyFieldListFilter), "language"]
    search_fields = ["name", "email", "text"]
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = ["answered"]
    fields = FIELDS
    readonly_fields = FIELDS

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_answer_permission(self, request: HttpRequest) -> bool:
        """Whether this person answers messages."""
        return request.user.has_perm("articles.answer_enquiry")

    @admin.display(description=_("message"))
    def words(self, enquiry: Enquiry) -> str:
        """The beginning of the text."""
        return Truncator(enquiry.text).chars(400)

    @admin.display(description=_("e-mail"))
    def write_to(self, enquiry: Enquiry) -> SafeString | str:
        """A link that opens the mail program."""
        return format_html('<a href="mailto:{0}">{0}</a>', enquiry.email) if enquiry.email else ""

    @admin.action(description=_("Mark as answered"), permissions=["answer"])
    def answered(self, request: HttpRequest, enquiries: QuerySet[Enquiry]) -> None:
        """Somebody has written back."""
        now = timezone.now()
        done = sum(mark_answered(each, by=request.user, at=now) for each in enquiries)
        told = ngettext("%(n)d message marked as answered.", "%(n)d messages marked as answered.", done)
        self.message_user(request, told % {"n": done}, messages.SUCCESS)
