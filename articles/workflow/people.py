"""Accounts: a person, the roles, and whether they may sign in. Superusers are the business of superusers."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

from articles.audit.people import is_in_log

RAISING = ("is_superuser", "user_permissions")

admin.site.unregister(User)


@admin.register(User)
class PeopleAdmin(UserAdmin):
    """An administrator makes people and gives roles, and can raise nobody above the roles."""

    list_display = ["username", "first_name", "last_name", "email", "is_staff", "is_active"]
    list_filter = ["groups", "is_staff", "is_active"]
    filter_horizontal = ["groups"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        given = list(super().get_readonly_fields(request, obj))
        return given if request.user.is_superuser else [*given, *RAISING]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _reaches(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody whom the log names: take away “Active” instead."""
        allowed = super().has_delete_permission(request, obj) and _reaches(request, obj)
        return allowed and (obj is None or not is_in_log(obj))


def _reaches(request: HttpRequest, person: Any) -> bool:
    return person is None or not person.is_superuser or bool(request.user.is_superuser)
