"""The log of editorial verbs: one row a verb, in its own transaction; and what is noted for the next edition."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition
from taxonomy.fields import AddressField, ParagraphsField


class Transition(models.Model):
    """Who did what to which article, when, and why."""

    class Verb(models.TextChoices):
        BEGIN = "begin", _("began")
        SUBMIT = "submit", _("submitted for review")
        REQUEST_CHANGES = "request_changes", _("asked for changes")
        APPROVE = "approve", _("approved")
        REOPEN = "reopen", _("took back as a draft")
        ASSIGN = "assign", _("assigned")
        PLAN = "plan", _("planned")
        PUBLISH = "publish", _("published")
        SCHEDULE = "schedule", _("scheduled")
        CANCEL = "cancel", _("cancelled the schedule")
        WITHDRAW = "withdraw", _("withdrew")
        MOVE = "move", _("moved the schedule")
        END = "end", _("set an end date")
        CANCEL_END = "cancel_end", _("cancelled the end date")
        CORRECT = "correct", _("put newer figures in")
        TRASH = "trash", _("put in the trash")
        UNTRASH = "untrash", _("took out of the trash")
        PURGE = "purge", _("deleted for good")
        TAG = "tag", _("added a keyword")
        RESTORE = "restore", _("restored a revision")
        SHARE = "share", _("made a preview link")
        REVOKE = "revoke", _("closed a preview link")
        RECORD = "record", _("recorded")
        REPLIES = "replies", _("set the replies")
        NOTE = "note", _("wrote a note")
        ANSWER_NOTE = "answer_note", _("answered a note")
        RESOLVE_NOTE = "resolve_note", _("resolved a note")
        REOPEN_NOTE = "reopen_note", _("opened a note again")

    # Empty once an article was deleted for good: what happened to it stays in the log.
    article = models.ForeignKey(
        "articles.Article", related_name="transitions", null=True, on_delete=models.SET_NULL
    )
    verb = models.CharField(max_length=20, choices=Verb)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT)
    edition_number = models.PositiveIntegerField(null=True, blank=True)
    reason = ParagraphsField(blank=True)
    detail = models.JSONField(default=dict, blank=True)
    address = AddressField()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.verb} {self.article_id}"


class NextEdition(models.Model):
    """The kind and public note that the next edition of an article is meant to have. Publishing it clears the row."""

    article = models.OneToOneField(
        "articles.Article", related_name="next_edition", on_delete=models.CASCADE, primary_key=True
    )
    kind = models.CharField(_("kind"), max_length=13, choices=Edition.Kind, default=Edition.Kind.UPDATE)
    public_note = ParagraphsField(_("public note"), blank=True, max_length=2000)

    class Meta:
        verbose_name = _("note for the next edition")
        verbose_name_plural = _("notes for the next edition")

    def __str__(self) -> str:
        return f"{self.article_id}: {self.kind}"
