"""The filtered list as a file, by django-import-export. Spreadsheets never get a cell that they would run."""

from typing import Any

from django.utils import timezone
from django.utils.encoding import force_str
from import_export import fields, resources
from import_export.formats.base_formats import CSV, XLSX

from articles.writing import states
from articles.writing.models import Article

MOST = 10_000
FORMATS: dict[str, Any] = {"csv": CSV, "xlsx": XLSX}
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|")


def harmless(text: Any) -> str:
    """A cell that a spreadsheet shows and never runs (OWASP, CSV injection)."""
    written = "".join(
        each for each in force_str(text if text is not None else "") if each >= " " or each in "\t\n"
    )
    return f"'{written}" if written.startswith(RUNS) else written


class ArticleRows(resources.ModelResource):
    """One row an article: what the list shows, in words."""

    address = fields.Field(attribute="slug", column_name="address")
    state = fields.Field(column_name="state")
    publication = fields.Field(attribute="publication__name", column_name="publication")
    assigned_to = fields.Field(attribute="assigned_to__username", column_name="assigned_to")
    figures = fields.Field(attribute="marks", column_name="figures")
    changed = fields.Field(column_name="changed")

    class Meta:
        model = Article
        fields = (
            "title", "address", "state", "language", "publication", "issued", "figures", "assigned_to", "due_on",
            "planned_for", "changed",
        )  # fmt: skip

    def get_export_order(self) -> list[str]:
        return list(self._meta.fields)

    def dehydrate_state(self, article: Any) -> str:
        return str(states.STATES.get(article.state, article.state))

    def dehydrate_changed(self, article: Any) -> str:
        return timezone.localtime(article.updated_at).isoformat(timespec="minutes")

    def export_field(self, field: Any, instance: Any, **kwargs: Any) -> str:
        return harmless(super().export_field(field, instance, **kwargs))


def exported(articles: Any, form: str) -> bytes:
    """The rows as a file of a form in `FORMATS`.

    Args:
        articles: a queryset of at most `MOST` articles.
    """
    rows = states.with_marks(states.with_state(articles, timezone.now())).select_related(
        "publication", "assigned_to"
    )
    data = FORMATS[form]().export_data(ArticleRows().export(rows))
    return data.encode() if isinstance(data, str) else bytes(data)
