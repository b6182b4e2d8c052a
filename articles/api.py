"""Manifest: the addresses of this app in the API."""

from articles.editions.api import resources as editions
from articles.figures.api import resources as quotations
from articles.intake.programs.api import resources as clippings

resources = [*editions, *quotations, *clippings]
