"""The indicators app."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from indicators.observations.forgetting import forget_on_change
from taxonomy import carrying, uses


class IndicatorsConfig(AppConfig):
    name = "indicators"
    verbose_name = _("Figures")
    keeps_marker = True

    def ready(self) -> None:
        news = import_module("indicators.catalogue.keyword_news")
        uses.register(news.INDICATORS)
        import_module("indicators.catalogue.usages").declare_usages()
        import_module("indicators.observations.tellings")
        post_migrate.connect(forget_on_change, dispatch_uid="indicators.observations.forgetting")
        for carrier in news.CARRIERS:
            carrying.register(carrier)
