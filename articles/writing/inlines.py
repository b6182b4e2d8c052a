"""Ordered rows of the article form: who wrote it, and its keywords."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.workflow.permissions import refusal
from articles.writing.choosing import RowChoice
from articles.writing.form_fields import plain
from articles.writing.formsets import ByAgent, ByKeyword
from articles.writing.models import ArticleKeyword, Contribution


class RowInline(admin.TabularInline):
    """Ordered rows, each a choice by typing. They are part of the article: who may write in it may write them."""

    template = "admin/articles/article/rows.html"
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("articles.view_article") and not (
            obj and refusal(request.user, "view", obj)
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return request.user.has_perm("articles.add_article")
        return request.user.has_perm("articles.change_article") and not refusal(request.user, "edit", obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return plain(super().formfield_for_dbfield(db_field, request, **kwargs), can_add=True)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs["widget"] = RowChoice(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ContributionInline(RowInline):
    """Who did what on the original."""

    model = Contribution
    formset = ByAgent
    autocomplete_fields = ["agent"]
    fields = ["agent", "role", "position"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("agent")


class KeywordInline(RowInline):
    """The keywords, in order."""

    model = ArticleKeyword
    formset = ByKeyword
    autocomplete_fields = ["keyword"]
    fields = ["keyword", "position"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("keyword")
