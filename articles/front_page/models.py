"""What editors put on the front page, and from when until when: rows that are only added, like editions.

Refers to articles by name only. What a composition names is looked up among the current editions whenever the page is
read, so that it can name what is not public yet, or not any more, without showing it.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.front_page.querysets import FrontPageManager
from indicators.observations.models import Observation
from taxonomy.fields import AddressField
from taxonomy.languages import Language

MOST_PICKS = 6
MOST_FIGURES = 5
LEAD = 0  # The position of the lead; picks follow from 1.


class FrontPage(models.Model):
    """One composition of the front page in a language. One that names nothing lets the page compose itself."""

    language = models.CharField(_("language"), max_length=8, choices=Language)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    composed_at = models.DateTimeField(_("composed at"))
    composed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("composed by"),
        related_name="+",
        null=True,
        on_delete=models.PROTECT,
    )
    # Only before its time: what readers have seen stays known.
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[Any] = FrontPageManager()

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
        ordering = ["-starts_at", "-pk"]
        default_permissions = ()
        permissions = [("compose_frontpage", "Can compose the front page")]
        indexes = [models.Index(fields=["language", "-starts_at", "-id"], name="front_page_in_force")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="front_page_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__gte=F("composed_at")), name="front_page_is_not_composed_for_the_past"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | Q(cancelled_at__lt=F("starts_at")),
                name="front_page_is_cancelled_before_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.starts_at:%Y-%m-%d %H:%M}"


class FrontPageArticle(models.Model):
    """The lead (position 0) or a pick of a composition. An article that is deleted for good leaves it."""

    front_page = models.ForeignKey(FrontPage, related_name="article_rows", on_delete=models.CASCADE)
    article = models.ForeignKey("articles.Article", related_name="+", on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["front_page", "position"], name="front_page_has_one_at_a_place"),
            models.UniqueConstraint(fields=["front_page", "article"], name="front_page_has_an_article_once"),
            models.CheckConstraint(
                condition=Q(position__lte=MOST_PICKS), name="front_page_has_six_picks_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.front_page_id}.{self.position}: {self.article_id}"


class FrontPageFigure(models.Model):
    """A figure of the week: an observation, told as its source states it on the day of the reader."""

    front_page = models.ForeignKey(FrontPage, related_name="figure_rows", on_delete=models.CASCADE)
    observation = models.ForeignKey(Observation, related_name="+", on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["front_page", "position"], name="front_page_has_one_figure_at_a_place"
            ),
            models.UniqueConstraint(
                fields=["front_page", "observation"], name="front_page_has_a_figure_once"
            ),
            models.CheckConstraint(
                condition=Q(position__lt=MOST_FIGURES), name="front_page_has_five_figures_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.front_page_id}.{self.position}: {self.observation_id}"


class FrontPageEvent(models.Model):
    """The log: one row a verb."""

    class Verb(models.TextChoices):
        COMPOSE = "compose", _("composed the front page")
        CANCEL = "cancel", _("cancelled a coming front page")

    front_page = models.ForeignKey(FrontPage, related_name="events", on_delete=models.PROTECT)
    verb = models.CharField(max_length=8, choices=Verb)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", null=True, on_delete=models.PROTECT)
    detail = models.JSONField(default=dict)
    address = AddressField()

    objects: ClassVar[models.Manager["FrontPageEvent"]] = models.Manager()

    class Meta:
        verbose_name = _("event of the front page")
        verbose_name_plural = _("events of the front page")
        ordering = ["-at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.verb} {self.front_page_id}"
