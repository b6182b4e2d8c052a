"""The admin speaks the language of its reader, down to the names of apps and columns."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.utils import translation

from articles.workflow.models import Transition


@pytest.mark.parametrize("app", ["articles", "indicators", "taxonomy"])
def test_an_app_has_a_name_in_every_language(app: str) -> None:
    name = apps.get_app_config(app).verbose_name
    said = set()
    for language in ("en", "ur", "zh-hans"):
        with translation.override(language):
            said.add(str(name))

    assert len(said) == 3


@pytest.mark.django_db
def test_the_columns_of_the_log_are_named_in_urdu(admin_client: Client) -> None:
    columns = admin.site.get_model_admin(Transition).list_display
    admin_client.post("/admin/language/", {"language": "ur"})

    page = admin_client.get("/admin/articles/transition/").content.decode()

    assert "edition_number" not in columns
    assert "Edition number" not in page
    assert "کیا ہوا" in page
