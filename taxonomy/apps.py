"""The taxonomy app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from taxonomy.asking.watching import watch


class TaxonomyConfig(AppConfig):
    name = "taxonomy"
    keeps_marker = True

    def ready(self) -> None:
        post_migrate.connect(watch, dispatch_uid="taxonomy.asking.watching")
