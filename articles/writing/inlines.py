"""Ordered rows of the article form: who wrote it, and its keywords."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.writing.choosing import RowChoice
from articles.writing.form_fields import plain
from articles.writing.formsets import ByAgent, ByKeyword
from articles.writing.models import ArticleKeyword, Contribution


class RowInline(admin.TabularInline):
    """Ordered rows, each a choice by typing."""

    extra = 0

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
