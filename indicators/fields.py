"""Decimals that stay decimals: kept as text, so that 54.0 remains 54.0 and SQLite never makes a float of it."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class PrintedDecimalField(models.CharField):
    """A Decimal as the source printed it, stored as text on both databases. No arithmetic happens in SQL.

    Accepts Decimal, int and str. Refuses float, NaN, infinities, exponents beyond 60 digits.
    """

    description = _("A decimal number, kept as printed")
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 64, **kwargs})

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or value == "":
            return None
        if isinstance(value, float):
            raise ValidationError(
                _("“%(value)s” arrived as a floating-point number. Write it as text, in quotes."),
                code="float",
                params={"value": value},
            )
        try:
            number = Decimal(str(value).strip().replace(",", ""))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or len(format(number, "f")) > 60:
            raise ValidationError(
                _("“%(value)s” is not a decimal number."), code="invalid", params={"value": str(value)[:80]}
            )
        return number

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Decimal | None:
        return None if value is None or value == "" else Decimal(value)

    def get_prep_value(self, value: Any) -> str | None:
        number = self.to_python(value)
        return None if number is None else format(number, "f")

    def value_to_string(self, obj: models.Model) -> str | None:  # type: ignore[override]
        return self.get_prep_value(self.value_from_object(obj))

    def run_validators(self, value: Any) -> None:
        """The length is bounded in `to_python`; CharField's validators expect text."""
