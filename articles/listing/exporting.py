"""The filtered list as a file, by django-import-export. Spreadsheets never get a cell that they would run."""

from collections.abc import Collection
from typing import Any

from django.utils import timezone
from django.utils.encoding import force_str
from import_export import fields, resources
from import_export.formats.base_formats import CSV, XLSX

from articles.listing import columns
from articles.writing import states
from articles.writing.models import Article
from taxonomy.csv_text import text_cell

MOST = 10_000
FORMATS: dict[str, Any] = {"csv": CSV, "xlsx": XLSX}
# By these a row is known again, whatever columns are chosen.
ALWAYS = ("title", "slug")


class ArticleRows(resources.ModelResource):
    """One row an article: what the list shows, in words. Named as the columns of the list are."""

    slug = fields.Field(attribute="slug", column_name="address")
    standing = fields.Field(column_name="state")
    figures = fields.Field(attribute="marks", column_name="figures")
    publication = fields.Field(attribute="publication__title", column_name="publication")
    changed = fields.Field(column_name="changed")
    assigned_to = fields.Field(attribute="assigned_to__username", column_name="assigned_to")
    created_by = fields.Field(attribute="created_by__username", column_name="begun_by")

    class Meta:
        model = Article
        fields = (*ALWAYS, *(name for name in columns.NAMES if name not in ALWAYS))

    def get_export_order(self) -> list[str]:
        return list(self._meta.fields)

    def dehydrate_standing(self, article: Any) -> str:
        return str(states.STATES.get(article.state, article.state))

    def dehydrate_changed(self, article: Any) -> str:
        return timezone.localtime(article.updated_at).isoformat(timespec="minutes")

    def export_field(self, field: Any, instance: Any, **kwargs: Any) -> str:
        told = super().export_field(field, instance, **kwargs)
        return text_cell("" if told is None else force_str(told))


def exported(articles: Any, form: str, chosen: Collection[str] = ()) -> bytes:
    """The rows as a file of a form in `FORMATS`.

    Args:
        articles: a queryset of at most `MOST` articles.
        chosen: columns of the list; none for all that there are.
    """
    told = states.with_marks(states.with_state(articles, timezone.now())).defer("body")
    rows = told.select_related(*columns.RELATED)
    data = FORMATS[form]().export_data(
        ArticleRows().export(rows, export_fields=[*ALWAYS, *chosen] if chosen else None)
    )
    return data.encode() if isinstance(data, str) else bytes(data)
