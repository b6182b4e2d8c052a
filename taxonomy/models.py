"""Keywords after SKOS: concepts with labels per language, a `broader` tree, related terms, matches."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from tree_queries.fields import TreeNodeForeignKey
from tree_queries.models import TreeNode

from taxonomy.addresses import WebAddressField
from taxonomy.asking.models import Marker
from taxonomy.change_log import KeywordChange
from taxonomy.fields import FoldedField, LineField, ParagraphsField
from taxonomy.histories import Histories
from taxonomy.languages import Language
from taxonomy.querysets import AliasManager, KeywordManager, LabelManager, MatchManager

__all__ = [
    "Keyword",
    "KeywordAlias",
    "KeywordChange",
    "KeywordLabel",
    "KeywordMatch",
    "Kind",
    "Marker",
    "Role",
    "Status",
]


class Kind(models.TextChoices):
    TOPIC = "topic", _("Topic")
    PERSON = "person", _("Person")
    PLACE = "place", _("Place")
    ORGANISATION = "organisation", _("Organisation")
    CURRENCY = "currency", _("Currency")
    PROGRAMME = "programme", _("Programme")


class Status(models.TextChoices):
    CANDIDATE = "candidate", _("Candidate")
    ACCEPTED = "accepted", _("Accepted")
    DEPRECATED = "deprecated", _("Deprecated")


class Keyword(TreeNode):
    """A concept (skos:Concept). `parent` is skos:broader, the name that django-tree-queries asks for."""

    slug = models.SlugField(_("address"), max_length=120, unique=True, allow_unicode=True)
    name = LineField(_("name"), max_length=200, help_text=_("The preferred English label."))
    folded = FoldedField(of="name")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.TOPIC)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.CANDIDATE)
    parent = TreeNodeForeignKey(
        "self",
        verbose_name=_("broader"),
        related_name="children",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    related = models.ManyToManyField("self", verbose_name=_("related"), blank=True)
    scope_note = ParagraphsField(_("scope note"), blank=True)
    replaced_by = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        related_name="replaces",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )

    objects: ClassVar[KeywordManager] = KeywordManager()
    history = Histories()

    class Meta:
        verbose_name = _("keyword")
        verbose_name_plural = _("keywords")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="keyword_is_not_its_own_broader"
            ),
            models.CheckConstraint(
                condition=~models.Q(replaced_by=models.F("id")), name="keyword_does_not_replace_itself"
            ),
            models.CheckConstraint(
                condition=models.Q(replaced_by=None) | models.Q(status=Status.DEPRECATED),
                name="keyword_replaced_is_deprecated",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def get_absolute_url(self) -> str:
        return f"/keywords/{self.slug}/"

    def clean(self) -> None:
        """No cycle in `broader` (the database refuses it too), no address that leads to another keyword."""
        if self.pk and self.parent_id and self.pk in self._above():
            raise ValidationError(
                {
                    "parent": _("“%(broader)s” stands below this keyword. Choose another broader term.")
                    % {"broader": self.parent}
                }
            )
        if taken := KeywordAlias.objects.filter(slug=self.slug).exclude(keyword__in=self._here()).first():
            raise ValidationError(
                {
                    "slug": _("This is a former address of “%(name)s” and leads there.")
                    % {"name": taken.keyword}
                }
            )

    def _above(self) -> set[int]:
        return {k.pk for k in Keyword.objects.ancestors(self.parent_id, include_self=True)}

    def _here(self) -> list[int | None]:
        return [pk for pk in (self.pk, self.replaced_by_id) if pk]

    def preferred_label(self, language: str) -> str:
        """The preferred label in a language, or the English name. Reads prefetched labels."""
        labels = self.labels.all()
        found = (each.text for each in labels if each.language == language and each.role == Role.PREFERRED)
        return next(found, self.name)

    def all_labels(self) -> list[str]:
        """Every label by which the concept can be found, hidden ones included. Reads prefetched labels."""
        return [self.name, *(label.text for label in self.labels.all())]


class Role(models.TextChoices):
    PREFERRED = "preferred", _("Preferred")
    ALTERNATIVE = "alternative", _("Alternative")
    HIDDEN = "hidden", _("Hidden")


class KeywordLabel(models.Model):
    """A further label (skos:prefLabel, altLabel, hiddenLabel); `Keyword.name` is the English one."""

    keyword = models.ForeignKey(Keyword, related_name="labels", on_delete=models.CASCADE)
    language = models.CharField(_("language"), max_length=8, choices=Language, default=Language.ENGLISH)
    role = models.CharField(_("role"), max_length=11, choices=Role, default=Role.ALTERNATIVE)
    text = LineField(_("text"), max_length=200)
    folded = FoldedField(of="text")

    objects: ClassVar[LabelManager] = LabelManager()
    history = Histories()

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["language", "role", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["keyword", "language"],
                condition=models.Q(role=Role.PREFERRED),
                name="label_one_preferred_per_language",
                violation_error_message=_("This language has a preferred label already."),
            ),
            models.UniqueConstraint(
                fields=["keyword", "language", "role", "text"], name="label_is_not_given_twice"
            ),
            models.CheckConstraint(
                condition=~models.Q(language=Language.ENGLISH, role=Role.PREFERRED),
                name="label_english_preferred_is_the_name",
                violation_error_message=_(
                    "The preferred English label is the name. Make this one alternative."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def natural_key(self) -> tuple[str, str, str, str]:
        return (self.keyword.slug, self.language, self.role, self.text)


class KeywordMatch(models.Model):
    """The same or nearly the same concept in another vocabulary (skos:exactMatch, skos:closeMatch)."""

    class Relation(models.TextChoices):
        EXACT = "exact", _("Exact match")
        CLOSE = "close", _("Close match")

    keyword = models.ForeignKey(Keyword, related_name="matches", on_delete=models.CASCADE)
    relation = models.CharField(_("relation"), max_length=5, choices=Relation, default=Relation.EXACT)
    uri = WebAddressField(_("address"), max_length=300)

    objects: ClassVar[MatchManager] = MatchManager()

    class Meta:
        verbose_name = _("outside match")
        verbose_name_plural = _("outside matches")
        constraints = [models.UniqueConstraint(fields=["keyword", "uri"], name="match_is_not_given_twice")]

    def __str__(self) -> str:
        return self.uri

    def natural_key(self) -> tuple[str, str]:
        return (self.keyword.slug, self.uri)


class KeywordAlias(models.Model):
    """A former address of a keyword; it redirects to the present one."""

    slug = models.SlugField(_("former address"), max_length=120, unique=True, allow_unicode=True)
    keyword = models.ForeignKey(Keyword, related_name="aliases", on_delete=models.CASCADE)

    objects: ClassVar[AliasManager] = AliasManager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    def clean(self) -> None:
        """No address of a keyword that is in use."""
        if Keyword.objects.filter(slug=self.slug, replaced_by=None).exists():
            raise ValidationError({"slug": _("This is the address of a keyword that is in use.")})
