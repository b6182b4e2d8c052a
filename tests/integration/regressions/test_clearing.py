"""Tests that clear their database: each begins with what the migrations wrote."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType

from indicators.catalogue.models import Unit


@pytest.mark.parametrize("turn", ["first", "second", "third"])
@pytest.mark.django_db(transaction=True)
def test_what_the_migrations_wrote_is_there_again(turn: str) -> None:
    assert Group.objects.filter(name="Editor").count() == 1
    assert Unit.objects.filter(code="percent").exists()
    assert ContentType.objects.filter(app_label="articles", model="article").count() == 1
