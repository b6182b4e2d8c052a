"""The catalogue in the admin: every page opens, lists are cheap, what is used is settled."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from indicators.catalogue.models import Area, Indicator, Series, Source, Unit
from indicators.importing.models import ImportEvent, ImportMapping
from indicators.observations.models import Observation, Telling, Vintage
from indicators.signals import catalogue_changed
from indicators.upstream_errors.models import UpstreamErrorEvent
from tests.integration.indicators.builders import a_series, a_source, an_observation, stated

pytestmark = pytest.mark.django_db
MODELS: list[Any] = [
    Source,
    Series,
    Unit,
    Area,
    Indicator,
    Observation,
    Vintage,
    apps.get_model("indicators.Release"),
]
names = [model._meta.model_name for model in MODELS]


def address(model: Any, page: str, *args: Any) -> str:
    return reverse(f"admin:indicators_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", MODELS, ids=names)
def test_every_page_opens(admin_client: Client, model: Any) -> None:
    stated(an_observation())
    row = model.objects.order_by("-pk").first()
    read_only = model in (Observation, Vintage)
    for page, args in (("changelist", ()), ("change", (row.pk,)), ("history", (row.pk,)), ("add", ())):
        answer = admin_client.get(address(model, page, *args))
        assert answer.status_code == (403 if read_only and page == "add" else 200), page
        assert b"<style>" not in answer.content
    assert admin_client.get(address(model, "changelist") + "?q=NBS").status_code == 200


@pytest.mark.parametrize("many", [2, 40])
@pytest.mark.parametrize("model", MODELS, ids=names)
def test_lists_cost_the_same_however_long(
    admin_client: Client, django_assert_max_num_queries: Any, model: Any, many: int
) -> None:
    for _ in range(many):
        stated(an_observation())
    admin_client.get(address(model, "changelist"))
    with django_assert_max_num_queries(8):
        assert admin_client.get(address(model, "changelist")).status_code == 200


@pytest.mark.parametrize("many", [2, 40])
def test_the_page_of_a_series_costs_the_same_however_long(
    admin_client: Client, django_assert_max_num_queries: Any, many: int
) -> None:
    series = a_series()
    for n in range(many):
        stated(an_observation(str(1980 + n), series=series))
    with django_assert_max_num_queries(18):
        html = admin_client.get(address(Series, "change", series.pk)).content.decode()
    assert html.count('rowspan="1"') == many
    assert html.count("Newer vintage") == many


@pytest.mark.parametrize("model", [Observation, Vintage], ids=["observation", "vintage"])
def test_what_was_stated_is_neither_edited_nor_deleted(admin_client: Client, model: Any) -> None:
    row = stated(an_observation())
    pk = row.pk if model is Vintage else row.observation_id
    html = admin_client.get(address(model, "change", pk)).content.decode()
    assert 'name="_save"' not in html
    assert admin_client.post(address(model, "change", pk), {"value": "1"}).status_code == 403
    assert admin_client.post(address(model, "delete", pk), {"post": "yes"}).status_code == 403
    deletion = {"action": "delete_selected", "index": "0", "_selected_action": [pk], "post": "yes"}
    admin_client.post(address(model, "changelist"), deletion)
    assert model.objects.filter(pk=pk).exists()


def test_what_is_observed_keeps_its_catalogue(admin_client: Client) -> None:
    vintage = stated(an_observation())
    series = vintage.observation.series
    for row in (series, series.source, series.unit, series.area, series.indicator, vintage.release):
        admin_client.post(address(type(row), "delete", row.pk), {"post": "yes"})
        assert type(row).objects.filter(pk=row.pk).exists(), row


def test_the_key_of_a_series_is_settled_once_something_is_observed(admin_client: Client) -> None:
    series = a_series()
    key_input = 'name="frequency"'
    assert key_input in admin_client.get(address(Series, "change", series.pk)).content.decode()
    stated(an_observation(series=series))
    assert key_input not in admin_client.get(address(Series, "change", series.pk)).content.decode()
    posted = {"frequency": "M", "source": a_source().pk, "note": "checked"}
    admin_client.post(address(Series, "change", series.pk), posted)
    series.refresh_from_db()
    assert (series.frequency, series.note) == ("A", "checked")


def test_codes_are_settled_once_a_series_uses_them(admin_client: Client) -> None:
    series = a_series()
    for row, field in (
        (series.source, "code"),
        (series.source, "slug"),
        (series.indicator, "code"),
        (series.indicator, "unit"),
        (series.unit, "factor"),
        (series.area, "code"),
    ):
        html = admin_client.get(address(type(row), "change", row.pk)).content.decode()
        assert f'name="{field}"' not in html, field
        assert 'name="name"' in html
    unused = a_source()
    assert 'name="code"' in admin_client.get(address(Source, "change", unused.pk)).content.decode()


def test_a_series_gets_its_readable_code_and_a_twin_is_refused(admin_client: Client) -> None:
    other = a_series()
    posted = {
        "indicator": other.indicator.pk,
        "area": other.area.pk,
        "frequency": "A",
        "unit": other.unit.pk,
        "adjustment": "N",
        "price_basis": "_Z",
        "source": a_source(code="CAAM").pk,
        "note": "",
    }
    admin_client.post(address(Series, "add"), posted)
    assert Series.objects.filter(code=f"{other.indicator.code}.CHN.A.CAAM").exists()
    twin = admin_client.post(address(Series, "add"), posted)
    assert "already exists" in twin.content.decode()


def test_names_in_other_languages_are_plain_inputs(admin_client: Client) -> None:
    source = a_source(translations={"ur": "دفتر"})
    html = admin_client.get(address(Source, "change", source.pk)).content.decode()
    assert 'value="دفتر"' in html
    assert 'dir="rtl"' in html
    posted = {
        "name": source.name,
        "name_ur": "",
        "name_zh_hans": "国家统计局",
        "slug": source.slug,
        "code": source.code,
    }
    admin_client.post(address(Source, "change", source.pk), {**posted, "homepage": "", "note": ""})
    source.refresh_from_db()
    assert source.translations == {"zh-hans": "国家统计局"}


def test_a_changed_name_is_told_to_the_layers_above(admin_client: Client) -> None:
    series = a_series()
    a_series()
    heard: list[set[int]] = []

    def listen(*, series: set[int], **_more: Any) -> None:
        heard.append(series)

    catalogue_changed.connect(listen)
    try:
        posted = {"name": "Bureau", "homepage": "", "note": "", "name_ur": "", "name_zh_hans": ""}
        admin_client.post(address(Source, "change", series.source.pk), posted)
        admin_client.post(address(Source, "change", series.source.pk), posted)
    finally:
        catalogue_changed.disconnect(listen)
    assert heard == [{series.pk}]


def test_pickers_find_releases_units_and_areas(admin_client: Client) -> None:
    vintage = stated(an_observation())
    asked = {
        "app_label": "indicators",
        "model_name": "vintage",
        "field_name": "release",
        "term": "communique",
    }
    found = admin_client.get("/admin/autocomplete/", asked).json()["results"]
    assert [row["text"] for row in found] == [str(vintage.release)]
    asked = {"app_label": "indicators", "model_name": "series", "field_name": "area", "term": "pakis"}
    assert [r["text"] for r in admin_client.get("/admin/autocomplete/", asked).json()["results"]] == [
        "Pakistan"
    ]


def test_every_model_of_keywords_and_figures_has_its_page() -> None:
    # A history is read on the page of what it is the history of, as is the log of an import or a declared error and
    # the meaning of columns; a telling repeats what vintages say.
    without_page = (Telling, ImportEvent, ImportMapping, UpstreamErrorEvent)
    models = [
        each
        for each in apps.get_app_config("indicators").get_models()
        if not hasattr(each, "history_id") and each not in without_page
    ]
    for model in models:
        assert admin.site.is_registered(model) or model._meta.auto_created, model
