"""The indicators app."""

from importlib import import_module

from django.apps import AppConfig

from taxonomy import carrying, uses


class IndicatorsConfig(AppConfig):
    name = "indicators"
    keeps_marker = True

    def ready(self) -> None:
        news = import_module("indicators.catalogue.keyword_news")
        uses.register(news.INDICATORS)
        import_module("indicators.catalogue.usages").declare_usages()
        for carrier in news.CARRIERS:
            carrying.register(carrier)
