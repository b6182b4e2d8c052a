"""Manifest: who states numbers, in which documents, of what, in which unit, where, and in which series."""

from indicators.catalogue.series import Indicator, Series
from indicators.catalogue.sources import Release, Source
from indicators.catalogue.vocabulary import Area, Translated, Unit

__all__ = ["Area", "Indicator", "Release", "Series", "Source", "Translated", "Unit"]
