"""The contact details: one row, so the list leads straight to its form."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from articles.contact.forms import ContactForm
from articles.contact.models import Contact


@admin.register(Contact)
class ContactAdmin(admin.ModelAdmin):
    """How readers reach the library."""

    form = ContactForm
    fields = ["site_name", "about", "about_ur", "about_zh_hans", "phone", "email", "address"]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        contact = Contact.objects.first()
        if contact is None:
            return redirect("admin:articles_contact_add")
        return redirect("admin:articles_contact_change", contact.pk)

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        """As in the index of the apps, which every page of the admin makes: the one row is not looked for."""
        return {
            "add": False,
            "change": self.has_change_permission(request),
            "delete": False,
            "view": self.has_view_permission(request),
        }

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Contact.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
