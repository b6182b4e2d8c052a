"""Histories of models by django-simple-history, with who and from where, and without rights to change them."""

from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

from taxonomy.acting import current_person
from taxonomy.fields import AddressField

# Columns that change with each sign-in and are told by the log of sign-ins.
QUIET = {"last_login"}


class FromWhere(models.Model):
    """The column that every history row has besides the library's."""

    address = AddressField()

    class Meta:
        abstract = True


class Histories(HistoricalRecords):
    """The history of one model. A row is written on each save, also by a fixture; bulk writes keep none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"bases": [FromWhere], "get_user": _person, **options})

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        return {**super().get_meta_options(model), "default_permissions": ()}

    def get_meta_options_m2m(self, through_model: type[models.Model]) -> dict[str, Any]:
        return {**super().get_meta_options_m2m(through_model), "default_permissions": ()}

    def post_save(self, instance: Any, created: bool, using: str | None = None, **kwargs: Any) -> None:
        changed = kwargs.get("update_fields")
        if changed is None or not QUIET.issuperset(changed):
            super().post_save(instance, created, using, **kwargs)


def _person(instance: Any, **_context: Any) -> Any:
    return current_person()
