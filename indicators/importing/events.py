"""The log of an import."""

from datetime import datetime
from typing import Any

from indicators.importing.models import DataImport, ImportEvent


def log_event(data_import: DataImport, verb: str, by: Any, at: datetime, detail: dict[str, Any]) -> None:
    """One row of the log."""
    ImportEvent.objects.create(data_import=data_import, verb=verb, by=by, at=at, detail=detail)
