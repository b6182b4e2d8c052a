"""Manifest: gathers the admin pages of this app's slices."""

from indicators.catalogue.admin import AreaAdmin, IndicatorAdmin, ReleaseAdmin, SourceAdmin, UnitAdmin
from indicators.importing.admin import DataImportAdmin
from indicators.observations.admin import ObservationAdmin, VintageAdmin
from indicators.observations.series_admin import SeriesAdmin
from indicators.upstream_errors.admin import UpstreamErrorAdmin

__all__ = [
    "AreaAdmin",
    "DataImportAdmin",
    "IndicatorAdmin",
    "ObservationAdmin",
    "ReleaseAdmin",
    "SeriesAdmin",
    "SourceAdmin",
    "UnitAdmin",
    "UpstreamErrorAdmin",
    "VintageAdmin",
]
