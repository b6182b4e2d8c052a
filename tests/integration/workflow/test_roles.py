"""The groups outlive a clearing of the database, as `flush` does it."""

import pytest
from django.contrib.auth.models import Group
from django.core.management.sql import emit_post_migrate_signal

from articles.workflow.roles import ROLES

pytestmark = pytest.mark.django_db


def test_a_cleared_database_gets_its_groups_again() -> None:
    Group.objects.all().delete()

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)
