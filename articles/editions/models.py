"""Editions: what we published of one article, from `published_at` until `superseded_at`.

Refers to the working copy by name only. The first block of columns never changes after it is written (the database
refuses); the second closes the interval; the third is derived and can be recompiled.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.citations.models import Agent, Publication
from articles.editions.querysets import EditionManager, WithdrawalManager
from taxonomy.fields import ParagraphsField
from taxonomy.languages import Language
from taxonomy.models import Keyword


class Edition(models.Model):
    """One numbered publication of an article."""

    class Kind(models.TextChoices):
        FIRST = "first", _("First publication")
        UPDATE = "update", _("Update")
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")

    # What was published.
    article = models.ForeignKey("articles.Article", related_name="editions", on_delete=models.PROTECT)
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=13, choices=Kind, default=Kind.FIRST)
    public_note = ParagraphsField(_("public note"), blank=True)
    published_at = models.DateTimeField(_("published at"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    slug = models.SlugField(max_length=120)
    language = models.CharField(max_length=8, choices=Language)
    title = models.CharField(max_length=300)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True)
    snapshot = models.JSONField(help_text="Citation, contributors, keywords and links as they were.")

    # The interval, and whether the article has been withdrawn since.
    superseded_at = models.DateTimeField(_("superseded at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(
        null=True, blank=True, help_text="The end date of the article: from then on every edition is gone."
    )
    # Set for the moment of its deletion only: the database lets nothing go that was not cancelled before its time.
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)

    # Derived: `manage.py recompile` rebuilds these from the columns above and from the vintages.
    first_published_at = models.DateTimeField()
    publication = models.ForeignKey(
        Publication, null=True, blank=True, related_name="editions", on_delete=models.PROTECT
    )
    issued_year = models.PositiveSmallIntegerField(null=True, blank=True)
    section = models.SlugField(
        max_length=120,
        null=True,
        blank=True,
        db_index=False,
        allow_unicode=True,
        help_text="The printed section, as an address.",
    )
    keywords = models.ManyToManyField(Keyword, through="EditionKeyword", related_name="editions")
    authors = models.ManyToManyField(Agent, through="EditionAuthor", related_name="editions")
    translations = models.JSONField(
        default=list, help_text="Editions of it in other languages, with their intervals."
    )
    figures = models.JSONField(default=list, help_text="One entry a figure, with its timeline.")
    bound_numbers = models.PositiveIntegerField(
        null=True, editable=False, help_text="Figures of the body that quote an observation that is stored."
    )
    unbound_numbers = models.PositiveIntegerField(
        null=True, editable=False, help_text="Further numbers that the extraction finds in it."
    )
    head_html = models.TextField(blank=True)
    page_html = models.TextField(blank=True)
    card_html = models.TextField(blank=True)
    # Without a value until it is compiled: a column that may be null is added without remaking the table.
    entry_html = models.TextField(null=True, blank=True)
    api_row = models.TextField(blank=True)
    api_detail = models.TextField(blank=True)
    settled_on = models.DateField(help_text="The compiled pages are right from this day on.")
    etag = models.CharField(max_length=32, blank=True)

    objects: ClassVar[Any] = EditionManager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="edition_number_is_unique"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(superseded_at=None), name="edition_one_open_per_article"
            ),
            models.CheckConstraint(
                condition=Q(superseded_at=None) | Q(superseded_at__gte=F("published_at")),
                name="edition_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(kind="first") | ~Q(public_note=""), name="edition_after_the_first_has_a_note"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-first_published_at", "-id"],
                condition=Q(withdrawn_at=None),
                name="edition_newest_first",
            ),
            models.Index(
                fields=["language", "-first_published_at", "-id"],
                condition=Q(withdrawn_at=None),
                name="edition_by_language",
            ),
            models.Index(fields=["publication", "-first_published_at", "-id"], name="edition_by_publication"),
            models.Index(fields=["kind", "-published_at"], name="edition_by_kind"),
            models.Index(
                fields=["section", "-first_published_at", "-id"],
                condition=Q(section__isnull=False),
                name="edition_by_section",
            ),
            # When the clock changes what is current.
            models.Index(fields=["published_at"], name="edition_by_publication_time"),
            models.Index(
                fields=["superseded_at"], condition=Q(superseded_at__isnull=False), name="edition_by_closing"
            ),
            models.Index(fields=["ends_at"], condition=Q(ends_at__isnull=False), name="edition_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    def natural_key(self) -> tuple[str, int]:
        return (self.slug, self.number)

    def get_absolute_url(self) -> str:
        prefix = "" if self.language == Language.ENGLISH else f"/{self.language}"
        return f"{prefix}/articles/{self.slug}/"

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise ValidationError(_("An edition is never deleted. Withdraw the article."), code="append-only")


class EditionKeyword(models.Model):
    """A keyword that an edition carries, in order."""

    edition = models.ForeignKey(Edition, related_name="keyword_rows", on_delete=models.CASCADE)
    keyword = models.ForeignKey(Keyword, related_name="edition_rows", on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["keyword", "edition"], name="edition_has_a_keyword_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.keyword_id}"


class EditionAuthor(models.Model):
    """An author of an edition, in order."""

    edition = models.ForeignKey(Edition, related_name="author_rows", on_delete=models.CASCADE)
    agent = models.ForeignKey(Agent, related_name="edition_rows", on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["agent", "edition"], name="edition_has_an_author_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.agent_id}"


class Address(models.Model):
    """Every slug under which an article has been published. Old ones redirect to the current edition's."""

    slug = models.SlugField(max_length=120, unique=True)
    article = models.ForeignKey("articles.Article", related_name="addresses", on_delete=models.PROTECT)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return self.slug


class Withdrawal(models.Model):
    """Why an article is gone, or will be from a future time on. Its page is a tombstone (410), with any `as_of`."""

    article = models.ForeignKey("articles.Article", related_name="withdrawals", on_delete=models.PROTECT)
    reason = ParagraphsField(_("public reason"))
    at = models.DateTimeField(_("withdrawn at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    title = models.CharField(max_length=300)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(lifted_at=None), name="withdrawal_one_in_force"
            )
        ]

    objects: ClassVar[Any] = WithdrawalManager()

    def __str__(self) -> str:
        return self.title
