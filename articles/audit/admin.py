"""The audit log has its place in the admin, and no page there that changes it."""

from django.contrib import admin
from django.http import HttpRequest
from django.urls import URLPattern

from articles.audit.models import SignIn
from articles.audit.pages import addresses


@admin.register(SignIn)
class AuditAdmin(admin.ModelAdmin):
    """Only the log and its export: none of the addresses of a model's admin exists."""

    def get_urls(self) -> list[URLPattern]:
        return addresses(self.admin_site)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False
