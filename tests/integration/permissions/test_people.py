"""An administrator makes people with roles, and cannot raise themselves or reach a superuser."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.newsroom import an_editor, somebody

pytestmark = pytest.mark.django_db


def test_an_administrator_raises_nobody_above_the_roles(client: Client) -> None:
    person = somebody("Administrator")
    client.force_login(person)
    at = f"/admin/auth/user/{person.pk}/change/"
    joined = {"date_joined_0": "2025-01-15", "date_joined_1": "09:00:00", "is_active": "on", "is_staff": "on"}
    given = {"username": "administrator", **joined, "is_superuser": "on", "first_name": "Role"}
    groups = [group.pk for group in person.groups.all()]
    assert client.post(at, {**given, "groups": groups}).status_code == 302
    stored = User.objects.get(pk=person.pk)
    assert (stored.first_name, stored.is_superuser) == ("Role", False)


def test_an_administrator_does_not_reach_a_superuser(client: Client) -> None:
    client.force_login(somebody("Administrator"))
    above = an_editor("above")
    for what in ("change", "delete", "password"):
        assert client.post(f"/admin/auth/user/{above.pk}/{what}/", {"post": "yes"}).status_code == 403
    assert User.objects.get(pk=above.pk).check_password("a long password")
