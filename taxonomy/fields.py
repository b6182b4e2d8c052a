"""Columns that fill themselves on every way in (save, bulk create, fixture)."""

from typing import Any

from django.db import models

from taxonomy.acting import current_address
from taxonomy.folding import fold
from taxonomy.printable import plain_line, plain_text


class LineField(models.CharField):
    """A single line of plain text without control characters or direction overrides."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return plain_line(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class ParagraphsField(models.TextField):
    """Plain text of several lines without control characters or direction overrides."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return plain_text(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        return self.to_python(super().get_prep_value(value))

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs


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
