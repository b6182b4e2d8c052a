"""Manifest: the addresses of the catalogue in the API."""

from django.urls import path

from indicators.catalogue.series_api import IndicatorDetail, IndicatorList, SeriesDetail, SeriesList
from indicators.catalogue.sources_api import ReleaseDetail, ReleaseList, SourceDetail, SourceList

resources = [
    path("indicators/", IndicatorList.as_view(), name="indicators"),
    path("indicators/<str:key>/", IndicatorDetail.as_view(), name="indicator"),
    path("series/", SeriesList.as_view(), name="series"),
    path("series/<str:key>/", SeriesDetail.as_view(), name="series-one"),
    path("sources/", SourceList.as_view(), name="sources"),
    path("sources/<str:key>/", SourceDetail.as_view(), name="source"),
    path("releases/", ReleaseList.as_view(), name="releases"),
    path("releases/<str:key>/", ReleaseDetail.as_view(), name="release"),
]
