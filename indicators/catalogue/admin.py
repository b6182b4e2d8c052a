"""The catalogue in the admin. What bodies of articles refer to is settled once it is used."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Model, Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.counting import how_many
from indicators.catalogue.forms import TranslatedForm
from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.signals import catalogue_changed

NAMES = ["name", "name_ur", "name_zh_hans"]


class CatalogueAdmin(ModelAdmin):
    """A row of the catalogue, with how many rows point at it.

    Attributes:
        counted: annotation -> (model, its foreign key, heading).
        settled: fields that addresses and values depend on; read-only once a series uses the row.
        series_by: the lookup from a series to the row.
    """

    counted: ClassVar[Mapping[str, tuple[type[Model], str, Any]]] = {}
    settled: ClassVar[tuple[str, ...]] = ()
    series_by: ClassVar[tuple[str, ...]] = ()
    show_full_result_count = False
    list_per_page = 100

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        counts = {name: how_many(rows, points) for name, (rows, points, _label) in self.counted.items()}
        counted: QuerySet[Any] = super().get_queryset(request).annotate(**counts)
        return counted

    def get_list_display(self, request: HttpRequest) -> Any:
        return [*self.list_display, *(_column(name, label) for name, (_r, _p, label) in self.counted.items())]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = self.settled if obj is not None and self._series_of(obj).exists() else ()
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = self.get_readonly_fields(request, obj)
        return {k: v for k, v in super().get_prepopulated_fields(request, obj).items() if k not in fixed}

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        """Names and definitions stand in compiled pages: tell the layers above whose series changed."""
        super().save_related(request, form, formsets, change)
        if change and form.has_changed():
            ids = set(self._series_of(form.instance).values_list("pk", flat=True))
            catalogue_changed.send(sender=self.model, series=ids, at=timezone.now())

    def _series_of(self, obj: Any) -> QuerySet[Series]:
        using = Q(pk=None)
        for lookup in self.series_by:
            using |= Q(**{lookup: obj})
        found: QuerySet[Series] = Series.objects.filter(using).distinct()
        return found


def _column(name: str, label: Any) -> Any:
    @admin.display(description=label, ordering=name)
    def column(row: Any) -> int:
        return int(getattr(row, name))

    return column


@admin.register(Source)
class SourceAdmin(CatalogueAdmin):
    form = TranslatedForm
    list_display = ["name", "code"]
    counted = {
        "series_count": (Series, "source", _("series")),
        "release_count": (Release, "source", _("releases")),
    }
    settled = ("slug", "code")
    series_by = ("source",)
    search_fields = ["name", "code", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    fields = [*NAMES, "slug", "code", "homepage", "note"]


@admin.register(Release)
class ReleaseAdmin(CatalogueAdmin):
    list_display = ["title", "source", "published_on", "next_release_on"]
    list_filter = ["source"]
    list_select_related = ["source"]
    series_by = ("observations__vintages__release",)
    search_fields = ["title", "slug", "source__name", "source__code", "published_on"]
    autocomplete_fields = ["source"]
    prepopulated_fields = {"slug": ["title"]}


@admin.register(Unit)
class UnitAdmin(CatalogueAdmin):
    form = TranslatedForm
    list_display = ["code", "name", "symbol", "dimension", "factor"]
    list_filter = ["is_count", ("iso4217", admin.EmptyFieldListFilter)]
    counted = {"series_count": (Series, "unit", _("series"))}
    settled = ("code", "dimension", "factor")
    series_by = ("unit", "indicator__unit")
    search_fields = ["code", "name", "symbol"]
    fields = [*NAMES, "code", "symbol", "dimension", "factor", "ucum", "iso4217", "is_count"]


@admin.register(Area)
class AreaAdmin(CatalogueAdmin):
    form = TranslatedForm
    list_display = ["name", "code", "kind", "keyword"]
    list_filter = ["kind"]
    list_select_related = ["keyword"]
    counted = {"series_count": (Series, "area", _("series"))}
    settled = ("code",)
    series_by = ("area",)
    search_fields = ["name", "code", "alpha2"]
    autocomplete_fields = ["keyword"]
    fields = [*NAMES, "code", "alpha2", "kind", "coverage_note", "keyword"]


@admin.register(Indicator)
class IndicatorAdmin(CatalogueAdmin):
    form = TranslatedForm
    list_display = ["code", "name", "kind", "unit"]
    list_filter = ["kind"]
    list_select_related = ["unit"]
    counted = {"series_count": (Series, "indicator", _("series"))}
    settled = ("code", "unit")
    series_by = ("indicator",)
    search_fields = ["code", "name", "short_name"]
    autocomplete_fields = ["unit", "base_indicator", "keywords"]
    fields = [
        *NAMES,
        "short_name",
        "code",
        "kind",
        "definition",
        "unit",
        "decimals",
        "base_indicator",
        "keywords",
    ]
