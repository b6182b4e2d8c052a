"""The articles app."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        """Listen for news from the layers below (see `articles.editions.news`)."""
        from articles.editions.news import vintages_were_recorded  # models must be loaded first
        from indicators.signals import vintages_recorded

        vintages_recorded.connect(vintages_were_recorded, dispatch_uid="articles.editions")
