"""How far a working copy has come on its way to an edition. Where readers stand is a question to the editions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """What has been agreed about the text as it is stored now. Publishing begins the next round as a draft."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    APPROVED = "approved", _("Approved")
