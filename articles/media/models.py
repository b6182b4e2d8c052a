"""Pictures that articles may show. The file never changes under its hash; replacing it makes a new one."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from articles.media.storing import address_of
from taxonomy.addresses import WebAddressField
from taxonomy.fields import LineField
from taxonomy.histories import Histories

LONGEST_ALTERNATIVE = 400
LONGEST_CAPTION = 600
SHA = RegexValidator(r"^[0-9a-f]{64}\Z")


class ImageQuerySet(models.QuerySet[Any]):
    def matching(self, words: str) -> Self:
        """Pictures whose title, caption, credit, alternative text or name holds every word."""
        found = self
        for word in words.split()[:8]:
            condition = models.Q(title__icontains=word)
            for name in ("slug", "caption", "credit", "alternative"):
                condition |= models.Q(**{f"{name}__icontains": word})
            found = found.filter(condition)
        return found

    def with_uses(self) -> Self:
        """Each with `used`: in how many editions it is printed."""
        return self.annotate(used=Count("editions", distinct=True))


class ImageManager(models.Manager.from_queryset(ImageQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class Image(models.Model):
    """A picture with what has to be said about it."""

    slug = models.SlugField(_("name in texts"), max_length=80, unique=True, editable=False)
    title = LineField(_("title"), max_length=200, help_text=_("For finding it again. Readers do not see it."))
    sha256 = models.CharField(max_length=64, unique=True, editable=False, validators=[SHA])
    extension = models.CharField(max_length=4, editable=False, choices=[("jpg", "JPEG"), ("png", "PNG")])
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, from the left (%)"), default=50, validators=[MaxValueValidator(100)]
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, from the top (%)"), default=50, validators=[MaxValueValidator(100)]
    )
    alternative = LineField(
        _("alternative text"),
        max_length=LONGEST_ALTERNATIVE,
        blank=True,
        help_text=_("What the picture says, for people who do not see it. Proposed wherever it is used."),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It says nothing; readers who do not see it miss nothing."),
    )
    caption = LineField(_("caption"), max_length=LONGEST_CAPTION, blank=True)
    credit = LineField(_("credit"), max_length=200, blank=True, help_text=_("Who made it, as it is printed."))
    licence = LineField(_("licence"), max_length=200, blank=True)
    licence_url = WebAddressField(_("address of the licence"), max_length=500, blank=True)
    uploaded_at = models.DateTimeField(_("uploaded"), editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
    )

    objects: ClassVar[ImageManager] = ImageManager()
    history = Histories()

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100) & models.Q(focal_y__lte=100),
                name="image_focal_point_is_inside",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        return (self.slug,)

    @property
    def thumbnail(self) -> str:
        """The address of a small file of it."""
        return address_of(self.sha256, f"{min(self.width, 480)}.webp")

    @property
    def preview(self) -> str:
        """The address of a file large enough to work on."""
        return address_of(self.sha256, f"{min(self.width, 960)}.webp")


class EditionImage(models.Model):
    """A picture that an edition printed. The edition itself remembers which file, and what was said about it."""

    edition = models.ForeignKey("articles.Edition", related_name="image_rows", on_delete=models.CASCADE)
    image = models.ForeignKey(Image, related_name="editions", on_delete=models.PROTECT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["image", "edition"], name="edition_has_an_image_once")]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.image_id}"
