"""What people write to the library by the contact form."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from taxonomy.fields import AddressField
from taxonomy.languages import Language

MOST_TEXT = 5000


class Enquiry(models.Model):
    """One message. Never public; answered by mail, and marked so here."""

    name = models.CharField(_("name"), max_length=80)
    email = models.EmailField(_("e-mail"), blank=True)
    text = models.TextField(_("message"), max_length=MOST_TEXT)
    address = models.GenericIPAddressField(_("network address"), null=True, blank=True)
    created_at = models.DateTimeField(_("sent at"))
    language = models.CharField(_("language"), max_length=8, choices=Language)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    objects: ClassVar[models.Manager["Enquiry"]] = models.Manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view",)
        permissions = [("answer_enquiry", "Can mark messages as answered")]
        indexes = [
            models.Index(fields=["address", "-created_at"], name="enquiry_by_address"),
            models.Index(fields=["email"], name="enquiry_by_email"),
            models.Index(fields=["answered_at", "-created_at"], name="enquiry_by_answer"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"


class EnquiryEvent(models.Model):
    """What was done with a message, by whom and when. The words of the message are not in it."""

    enquiry: Any = models.ForeignKey(Enquiry, related_name="events", null=True, on_delete=models.SET_NULL)
    verb = models.CharField(max_length=10)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", null=True, blank=True, on_delete=models.SET_NULL
    )
    at = models.DateTimeField()
    address = AddressField()

    objects: ClassVar[models.Manager["EnquiryEvent"]] = models.Manager()

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.verb
