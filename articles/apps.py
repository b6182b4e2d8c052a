"""The articles app."""

from importlib import import_module

from django.apps import AppConfig

from taxonomy import uses
from taxonomy.signals import keywords_changed


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        news = import_module("articles.editions.keyword_news")
        keywords_changed.connect(news.recompile_what_carries, dispatch_uid="articles.keyword_news")
        uses.register(news.ARTICLES)
