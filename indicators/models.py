"""Manifest: gathers the models of this app's slices."""

from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.importing.models import DataImport, ImportEvent, ImportMapping
from indicators.observations.models import Observation, Telling, Vintage
from indicators.upstream_errors.models import UpstreamError, UpstreamErrorEvent

__all__ = [
    "Area",
    "DataImport",
    "ImportEvent",
    "ImportMapping",
    "Indicator",
    "Observation",
    "Release",
    "Series",
    "Source",
    "Telling",
    "Unit",
    "UpstreamError",
    "UpstreamErrorEvent",
    "Vintage",
]
