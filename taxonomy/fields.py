"""A column that is always the folded form of another one, on every way in (save, bulk create, fixture)."""

from typing import Any

from django.db import models

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
