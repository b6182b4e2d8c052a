"""Text columns that clean themselves on every way in: form, ORM save, bulk create, update, fixture."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django_prose_editor.fields import ProseEditorField

from articles.citations.dates import parse_issued
from articles.figures.marks import with_values
from articles.writing.sanitising import EXTENSIONS, sanitised
from taxonomy.fields import LineField


class BodyField(ProseEditorField):
    """Sanitised HTML with the rich-text editor as its widget."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", {**EXTENSIONS, "FigureMark": True})
        super().__init__(*args, **{**kwargs, "sanitize": sanitised})

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = self.get_prep_value(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        # The value of each figure is recomputed from its words, whatever way the text comes in.
        return with_values(sanitised(value)) if isinstance(value, str) else super().get_prep_value(value)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("extensions", None)
        return name, path, args, kwargs


class IssuedField(LineField):
    """A date of year, month or day precision: `2024`, `2024-03`, `2024-03-31`."""

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        self._check(text)
        return text

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        self._check(value)

    def _check(self, text: str | None) -> None:
        try:
            if text:
                parse_issued(text)
        except ValueError as error:
            raise ValidationError(str(error), code="issued") from error
