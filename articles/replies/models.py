"""What readers write below an article, and what is kept of each article's thread."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taxonomy.fields import AddressField
from taxonomy.histories import Histories
from taxonomy.languages import Language

MOST_NAME, MOST_TEXT = 80, 5000


class Reply(models.Model):
    """One reply, or an answer to one. Public only while it is approved; the e-mail and the address never are."""

    class State(models.TextChoices):
        HELD = "held", _("Waiting")
        APPROVED = "approved", _("Approved")
        REJECTED = "rejected", _("Rejected")
        SPAM = "spam", _("Spam")
        ERASED = "erased", _("Erased")

    article = models.ForeignKey(
        "articles.Article", verbose_name=_("article"), related_name="replies", on_delete=models.CASCADE
    )
    parent = models.ForeignKey(
        "self", related_name="answers", null=True, blank=True, on_delete=models.CASCADE
    )
    name = models.CharField(_("name"), max_length=MOST_NAME)
    email = models.EmailField(_("e-mail"), blank=True)
    text = models.TextField(_("reply"), max_length=MOST_TEXT)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.HELD)
    reasons = models.JSONField(_("look closely"), default=list)
    address = models.GenericIPAddressField(_("network address"), null=True, blank=True)
    created_at = models.DateTimeField(_("sent at"))
    notify = models.BooleanField(_("tell of answers"), default=False)
    told_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(_("language"), max_length=8, choices=Language)

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view",)
        permissions = [("moderate_reply", "Can decide about replies")]
        indexes = [
            models.Index(fields=["address", "-created_at"], name="reply_by_address"),
            models.Index(fields=["state", "-created_at", "-id"], name="reply_by_state"),
            models.Index(fields=["article", "state", "created_at"], name="reply_by_article"),
            models.Index(fields=["email"], name="reply_by_email"),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"


class Thread(models.Model):
    """Whether an article takes replies, and its approved ones as compiled for its page."""

    class Rule(models.TextChoices):
        USUAL = "", _("As usual")
        OPEN = "open", _("Stays open")
        CLOSED = "closed", _("Closed")

    article = models.OneToOneField(
        "articles.Article", related_name="thread", primary_key=True, on_delete=models.CASCADE
    )
    rule = models.CharField(_("replies"), max_length=6, choices=Rule, default=Rule.USUAL, blank=True)
    html = models.TextField(blank=True, editable=False)
    etag = models.CharField(max_length=16, blank=True, editable=False)

    class Meta:
        verbose_name = _("thread of replies")
        verbose_name_plural = _("threads of replies")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.article_id)


class ReplyEvent(models.Model):
    """Who decided what about a reply, and when. The words of the reply are not in it."""

    reply: Any = models.ForeignKey(Reply, related_name="events", null=True, on_delete=models.SET_NULL)
    verb = models.CharField(max_length=10)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", null=True, blank=True, on_delete=models.SET_NULL
    )
    at = models.DateTimeField()
    address = AddressField()

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.reply_id}: {self.verb}"


class HoldWord(models.Model):
    """A word that a moderator wants to be told of."""

    word = models.CharField(_("word"), max_length=80, unique=True)

    history = Histories()

    class Meta:
        verbose_name = _("word to look at closely")
        verbose_name_plural = _("words to look at closely")
        ordering = ["word"]
        constraints = [models.CheckConstraint(condition=~Q(word=""), name="hold_word_is_not_empty")]

    def __str__(self) -> str:
        return self.word
