"""The taxonomy app."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from taxonomy.asking.watching import watch


class TaxonomyConfig(AppConfig):
    name = "taxonomy"
    verbose_name = _("Keywords")
    keeps_marker = True

    def ready(self) -> None:
        import_module("taxonomy.own_usages").declare_usages()
        post_migrate.connect(watch, dispatch_uid="taxonomy.asking.watching")
