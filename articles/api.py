"""Manifest: the addresses of this app in the API."""

from articles.editions.api import resources as editions
from articles.figures.api import resources as quotations

resources = [*editions, *quotations]
