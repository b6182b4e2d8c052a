"""The editors' working copy. The public side never reads it: it reads editions."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.citations.models import Agent, Publication
from articles.media.models import Image
from articles.writing.fields import BodyField, IssuedField
from articles.writing.querysets import ArticleManager
from articles.writing.stages import Stage
from taxonomy.addresses import WebAddressField
from taxonomy.fields import LineField, ParagraphsField
from taxonomy.languages import Language
from taxonomy.models import Keyword


class ArticleKeywordManager(models.Manager[Any]):
    def get_by_natural_key(self, article: str, keyword: str) -> Any:
        return self.get(article__slug=article, keyword__slug=keyword)


class ContributionManager(models.Manager[Any]):
    def get_by_natural_key(self, article: str, agent: str, role: str) -> Any:
        return self.get(article__slug=article, agent__slug=agent, role=role)


class Article(models.Model):
    """A working copy: plain columns that a plain form edits. Publishing compiles it into an edition."""

    slug = models.SlugField(
        _("address"), max_length=120, unique=True, help_text=_("The last part of the public address.")
    )
    language = models.CharField(_("language"), max_length=8, choices=Language, default=Language.ENGLISH)
    title = LineField(_("title"), max_length=300)
    standfirst = ParagraphsField(_("standfirst"), max_length=2000, blank=True)
    body = BodyField(_("body"), blank=True)
    lead_image = models.ForeignKey(
        Image, verbose_name=_("lead image"), related_name="+", null=True, blank=True, on_delete=models.PROTECT
    )
    lead_alternative = LineField(
        _("what the lead image says"),
        max_length=400,
        blank=True,
        help_text=_(
            "For people who do not see it. Left empty, the alternative text of the image itself is used."
        ),
    )

    publication = models.ForeignKey(
        Publication,
        verbose_name=_("publication"),
        related_name="articles",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    issued = IssuedField(
        _("first printed"),
        max_length=10,
        blank=True,
        help_text=_("2024, 2024-03 or 2024-03-31."),
    )
    section = LineField(_("section"), max_length=120, blank=True)
    page = LineField(_("page"), max_length=40, blank=True)
    url = WebAddressField(_("address of the original"), max_length=500, blank=True)
    rights = LineField(_("rights"), max_length=300, blank=True)
    permission_note = ParagraphsField(_("permission"), blank=True)
    printed_citation = ParagraphsField(
        _("citation as printed"), blank=True, help_text=_("The citation line as it stands in the clipping.")
    )
    translation_of = models.ForeignKey(
        "self",
        verbose_name=_("translation of"),
        related_name="translations",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    keywords = models.ManyToManyField(Keyword, through="ArticleKeyword", related_name="+")

    # Where the work stands: written by the verbs of `articles.workflow`, never by the form.
    stage = models.CharField(
        _("stage"), max_length=17, choices=Stage, default=Stage.DRAFT, editable=False, db_index=True
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
    )
    due_on = models.DateField(_("due"), null=True, blank=True, editable=False)
    planned_for = models.DateField(_("planned for"), null=True, blank=True, editable=False)
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)
    trashed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
    )

    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL
    )
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[Any] = ArticleManager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-updated_at"]
        permissions = [
            ("override_blockers", _("Can publish against errors, with a reason")),
            ("edit_any_article", _("Can see and edit articles of other people")),
            ("approve_article", _("Can approve articles and request changes")),
            ("assign_article", _("Can assign articles to people")),
        ]
        indexes = [
            models.Index(fields=["due_on"], name="article_by_due_day"),
            # The list of articles, whose first page is the last changes.
            models.Index(
                fields=["-updated_at", "-id"],
                name="article_last_changed",
                condition=models.Q(trashed_at=None),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(translation_of=models.F("id")), name="article_is_not_its_own_translation"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class ArticleKeyword(models.Model):
    """A keyword of an article, in the editors' order."""

    article = models.ForeignKey(Article, related_name="keyword_rows", on_delete=models.CASCADE)
    keyword = models.ForeignKey(
        Keyword, verbose_name=_("keyword"), related_name="+", on_delete=models.PROTECT
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects: ClassVar[ArticleKeywordManager] = ArticleKeywordManager()

    class Meta:
        verbose_name = _("keyword")
        verbose_name_plural = _("keywords")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "keyword"], name="article_has_a_keyword_once")
        ]

    def __str__(self) -> str:
        return str(self.keyword)

    def natural_key(self) -> tuple[str, str]:
        return (self.article.slug, self.keyword.slug)


class Contribution(models.Model):
    """Who did what on the original, in which order."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("Author")
        EDITOR = "editor", _("Editor")
        TRANSLATOR = "translator", _("Translator")

    article = models.ForeignKey(Article, related_name="contributions", on_delete=models.CASCADE)
    agent = models.ForeignKey(
        Agent, verbose_name=_("person or organisation"), related_name="+", on_delete=models.PROTECT
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.AUTHOR)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects: ClassVar[ContributionManager] = ContributionManager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "agent", "role"], name="contribution_is_not_given_twice"
            )
        ]

    def __str__(self) -> str:
        return f"{self.agent} ({self.get_role_display()})"

    def natural_key(self) -> tuple[str, str, str]:
        return (self.article.slug, self.agent.slug, self.role)
