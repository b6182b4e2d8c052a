"""Who signed in or tried to, and the histories of the accounts."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history import register

from taxonomy.fields import AddressField
from taxonomy.histories import Histories


class SignIn(models.Model):
    """One attempt to sign in, or a sign-out. `name` is what was typed."""

    class Verb(models.TextChoices):
        IN = "in", _("signed in")
        FAILED = "failed", _("failed to sign in")
        OUT = "out", _("signed out")

    at = models.DateTimeField(db_index=True)
    verb = models.CharField(max_length=6, choices=Verb)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.PROTECT)
    name = models.CharField(max_length=150)
    address = AddressField()

    objects: ClassVar[models.Manager["SignIn"]] = models.Manager()

    class Meta:
        default_permissions = ()
        permissions = [("view_auditlog", _("Can see the audit log"))]
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_verb_display()}"


# Never the hash of a password.
register(
    User,
    app="articles",
    records_class=Histories,
    excluded_fields=["password", "last_login"],
    m2m_fields=[User._meta.get_field("groups"), User._meta.get_field("user_permissions")],
)
register(Group, app="articles", records_class=Histories, m2m_fields=[Group._meta.get_field("permissions")])
HistoricalUser, HistoricalGroup = User.history.model, Group.history.model  # type: ignore[attr-defined]
