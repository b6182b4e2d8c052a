"""The articles app."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from taxonomy import carrying, uses
from taxonomy.signals import keywords_changed


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")
    keeps_marker = True
    # What pages, feeds and lists of readers are made of. A working copy is not among them.
    marked_models = frozenset(
        {
            "Agent",
            "Edition",
            "EditionAuthor",
            "EditionImage",
            "EditionKeyword",
            "FrontPage",
            "FrontPageArticle",
            "FrontPageFigure",
            "Publication",
            "Quotation",
            "Withdrawal",
        }
    )

    def ready(self) -> None:
        """Listen for news from the layers below; receivers need the models, which are loaded by now."""
        import_module("articles.desk.preferences")
        import_module("articles.editions.news")
        import_module("articles.striking.mailing")
        import_module("articles.striking.declarers")
        import_module("articles.upkeep.checks")
        breaking = import_module("indicators.observations.breaking")
        breaking.register(import_module("articles.striking.breaking").broken_by)
        news = import_module("articles.editions.keyword_news")
        keywords_changed.connect(news.recompile_what_carries, dispatch_uid="articles.keyword_news")
        writing = import_module("articles.writing.keyword_news")
        carrying.register(writing.ARTICLES)
        carrying.register(news.EDITIONS)
        uses.register(news.ARTICLES)
        import_module("articles.usage.declarations").declare_usages()
        import_module("articles.releases.readiness").register(
            import_module("articles.releases.imports").items
        )
        import_module("articles.audit.sign_ins").connect()
        roles = import_module("articles.workflow.roles")
        post_migrate.connect(roles.keep_roles, dispatch_uid="articles.roles")
