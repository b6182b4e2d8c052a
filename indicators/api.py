"""Manifest: the addresses of this app in the API."""

from indicators.catalogue.api import resources as catalogue
from indicators.observations.api import resources as observations

resources = [*catalogue, *observations]
