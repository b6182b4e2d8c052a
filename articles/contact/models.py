"""How readers reach the library: one row, edited in the admin."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taxonomy.histories import Histories


class ContactManager(models.Manager[Any]):
    def get_by_natural_key(self, only: int) -> Any:
        return self.get(only=only)


class Contact(models.Model):
    """Phone, e-mail and postal address, and the sentence in the foot of every page."""

    only = models.PositiveSmallIntegerField(default=1, unique=True, editable=False)
    site_name = models.CharField(_("name of the site"), max_length=120, default="CPEC Library")
    about = models.TextField(_("about the site, in English"), blank=True)
    about_translations = models.JSONField(_("about the site in other languages"), default=dict, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.TextField(_("postal address"), blank=True)

    objects: ClassVar[ContactManager] = ContactManager()
    history = Histories()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contact")
        constraints = [models.CheckConstraint(condition=models.Q(only=1), name="contact_is_one_row")]

    def __str__(self) -> str:
        return self.site_name

    def natural_key(self) -> tuple[int]:
        return (self.only,)
