"""Columns that fill themselves on every way in (save, bulk create, fixture)."""

from typing import Any

from django.db import models

from taxonomy.acting import current_address
from taxonomy.folding import fold


class FoldedField(models.CharField):
    """Keeps `fold(<other field>)`. `pre_save` runs for forms, ORM, `bulk_create` and raw fixtures alike."""

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **{"max_length": 200, "editable": False, "db_index": True, **kwargs})

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = fold(getattr(model_instance, self.of))[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class AddressField(models.GenericIPAddressField):
    """The network address of the request in which a log row was written; empty outside requests."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"null": True, "blank": True, "editable": False, **kwargs})

    def pre_save(self, model_instance: models.Model, add: bool) -> str | None:
        if add and getattr(model_instance, self.attname) is None:
            setattr(model_instance, self.attname, current_address())
        value: str | None = super().pre_save(model_instance, add)
        return value

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.GenericIPAddressField", args, kwargs
