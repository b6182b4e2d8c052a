"""The articles app."""

from importlib import import_module

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        """Listen for news from the layers below; receivers need the models, which are loaded by now."""
        import_module("articles.editions.news")
