"""The fields of the article form: their size, and what a choice offers."""

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.forms import Textarea, Widget
from django.http import HttpRequest

from articles.writing.choosing import RowChoice
from articles.writing.models import Article


class FormFields(admin.ModelAdmin):
    """How the form asks for each field."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "title":
            kwargs["widget"] = Textarea(attrs={"rows": 2})
        if db_field.name in {"standfirst", "permission_note", "printed_citation"}:
            kwargs["widget"] = Textarea(attrs={"rows": 3})
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return plain(field) if db_field.name in {"publication", "translation_of", "lead_image"} else field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """A choice offers what this person may open; what is chosen already stays."""
        if db_field.name == "translation_of":
            match = request.resolver_match
            own = str(match.kwargs.get("object_id", "")) if match else ""
            chosen = Article.objects.filter(translations=int(own) if own.isdecimal() else 0)
            offered = Article.objects.visible_to(request.user).order_by()
            kwargs["queryset"] = Article.objects.filter(
                Q(pk__in=offered.values("pk")) | Q(pk__in=chosen.values("pk"))
            )
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = RowChoice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {} if obj else {"slug": ["title"]}


def plain(field: Any, *, can_add: bool = False) -> Any:
    """Without the icons beside the autocomplete field, but for adding where that is wanted."""
    widget: Widget = field.widget
    if not can_add and hasattr(widget, "can_add_related"):
        widget.can_add_related = False
    for name in ("can_change_related", "can_delete_related", "can_view_related"):
        if hasattr(widget, name):
            setattr(widget, name, False)
    return field
