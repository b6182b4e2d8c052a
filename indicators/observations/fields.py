"""The first and last day of a period, derived from its code on every way in."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from indicators.observations.periods import parse_period


class PeriodBoundField(models.DateField):
    """Keeps the start or the end of `<instance>.period`."""

    def __init__(self, *args: Any, bound: str = "start", **kwargs: Any) -> None:
        self.bound = bound
        super().__init__(*args, **{"editable": False, **kwargs})

    def pre_save(self, model_instance: models.Model, add: bool) -> date:
        try:
            found = parse_period(getattr(model_instance, "period"))  # noqa: B009  (any model with a period)
        except ValueError as error:
            raise ValidationError({"period": str(error)}) from error
        value = found.start if self.bound == "start" else found.end
        setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateField", args, kwargs
