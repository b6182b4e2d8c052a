"""The indicators app."""

from importlib import import_module

from django.apps import AppConfig

from taxonomy import uses
from taxonomy.signals import keywords_changed


class IndicatorsConfig(AppConfig):
    name = "indicators"
    keeps_marker = True

    def ready(self) -> None:
        news = import_module("indicators.catalogue.keyword_news")
        keywords_changed.connect(news.move_to_the_keyword_that_stays, dispatch_uid="indicators.keyword_news")
        uses.register(news.INDICATORS)
