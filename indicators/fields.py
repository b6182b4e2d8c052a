"""Decimals that stay decimals: kept as text, so that 54.0 remains 54.0, on SQLite too."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.expressions import Combinable
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext_lazy as _

WHOLE_DIGITS, PLACES, LONGEST = 40, 20, 80
MINUS = str.maketrans({"−": "-", "\u00a0": " "})
PRINTED = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?\Z", re.ASCII)
NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(E[+-]?\d{1,3})?\Z", re.ASCII | re.IGNORECASE)
# Text is not ordered as numbers are: whoever compares does so in Python.
ORDERING = frozenset({"gt", "gte", "lt", "lte", "range"})


def printed(number: Decimal) -> str:
    """The digits as printed, never with an exponent: `3335.71`, `54.0`, `1000`."""
    return format(number, "f")


def _refusal(value: object) -> ValidationError:
    return ValidationError(
        _("“%(value)s” is not a decimal number. Write digits and at most one point, such as 3,335.71."),
        code="invalid",
        params={"value": str(value)[:LONGEST] if not isinstance(value, int) else _("A very long number")},
    )


def _read(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    text = str(value).translate(MINUS).strip() if isinstance(value, str) and len(value) <= LONGEST else ""
    if not NUMBER.match(text):
        raise _refusal(value)
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation as error:
        raise _refusal(value) from error


def read_decimal(value: object) -> Decimal | None:
    """A finite Decimal of at most 40 whole digits and 20 places, or None for an empty text.

    Commas may stand between groups of three digits only: `1,5` is no number here.

    Raises:
        ValidationError: a float (it has lost what was printed), or no such number; the message says what to do.
    """
    if value is None or value == "":
        return None
    if isinstance(value, float):
        raise ValidationError(
            _("“%(value)s” arrived as a floating-point number. Write it as text, in quotes."),
            code="float",
            params={"value": value},
        )
    number = _read(value)
    exponent = number.as_tuple().exponent
    if (
        not isinstance(exponent, int)
        or number.adjusted() >= WHOLE_DIGITS
        or not -PLACES <= exponent < WHOLE_DIGITS
    ):
        raise _refusal(value)
    return number


class PrintedDecimalInput(forms.CharField):
    """A text input for a number as printed. Unlike a number input it keeps `54.0`; an exponent is refused."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": LONGEST, "empty_value": "", **kwargs})
        self.widget.attrs.update({"inputmode": "decimal", "autocomplete": "off", "size": "20"})

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        text = super().to_python(value) or ""
        if text and not PRINTED.match(text.translate(MINUS)):
            raise _refusal(text)
        return read_decimal(text)

    def run_validators(self, value: Any) -> None:
        """The length is bounded in `read_decimal`; CharField's validators expect text."""

    def prepare_value(self, value: Any) -> Any:
        return printed(value) if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """54.0 and 54.00 are one number, but not one print."""
        try:
            before, after = read_decimal(initial), read_decimal(data)
        except ValidationError:
            return True
        return (before is None) != (after is None) or (
            before is not None and after is not None and printed(before) != printed(after)
        )


class PrintedDecimalAttribute(DeferredAttribute):
    """Reads what is assigned: an instance never holds a float or a text where a Decimal is expected."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        ready = type(value) is Decimal or hasattr(value, "resolve_expression")
        instance.__dict__[self.field.attname] = value if ready else read_decimal(value)


class PrintedDecimalField(models.CharField):
    """A Decimal as the source printed it, stored as text on both databases. No arithmetic happens in SQL.

    Accepts Decimal, int and str, at the assignment already. Refuses float, NaN, infinities and numbers beyond
    40 whole digits or 20 places. Equality in a query compares prints: 54 does not find 54.0.
    """

    # What the type checker believes of attributes; CharField says str.
    _pyi_private_set_type: "Decimal | int | str | Combinable"  # type: ignore[assignment]
    _pyi_private_get_type: Decimal  # type: ignore[assignment]

    description = _("A decimal number, kept as printed")
    descriptor_class = PrintedDecimalAttribute

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 64, **kwargs})

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def to_python(self, value: Any) -> Decimal | None:
        return read_decimal(value)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Decimal | None:
        return None if value is None or value == "" else Decimal(value)

    def get_prep_value(self, value: Any) -> Any:
        if hasattr(value, "resolve_expression"):
            return value
        number = read_decimal(value)
        return None if number is None else printed(number)

    def get_lookup(self, lookup_name: str) -> Any:
        return None if lookup_name in ORDERING else super().get_lookup(lookup_name)

    def value_to_string(self, obj: models.Model) -> str | None:  # type: ignore[override]
        value: str | None = self.get_prep_value(self.value_from_object(obj))
        return value

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PrintedDecimalInput, "max_length": LONGEST, **kwargs})

    def run_validators(self, value: Any) -> None:
        """The length is bounded in `read_decimal`; CharField's validators expect text."""
