"""Descriptions of rows: what their members are called and are. They render nothing."""

from typing import Any

from rest_framework import serializers


class RowSerializer(serializers.Serializer):
    """Base of the descriptions of rows. With `fields=` a row has some members only, so none is required."""

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for field in fields.values():
            field.required = False
        return fields
