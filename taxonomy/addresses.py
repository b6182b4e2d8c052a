"""Web addresses that readers may be led to: `http` and `https`, on every way in and on every way out."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

SCHEMES = ["http", "https"]
STARTS = tuple(f"{scheme}://" for scheme in SCHEMES)
TOLD = _("Write a web address that starts with https:// or http://.")


class WebAddressField(models.URLField):
    """A URL that forms, the ORM, `update`, `bulk_create` and fixtures can only set to a web address, or leave empty."""

    default_validators = [URLValidator(schemes=SCHEMES, message=TOLD)]

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if isinstance(value, str) and value:
            try:
                self.run_validators(value)
            except ValidationError as error:
                raise ValidationError({self.name: error.messages}) from error
        return super().get_db_prep_save(value, connection)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        """What got in beneath Django does not come out as an address."""
        return value if not value or value.lower().startswith(STARTS) else ""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
