"""Who has the form of an article open now."""

from django.conf import settings
from django.db import models


class Presence(models.Model):
    """One person at one article, until `seen_at` is too long ago."""

    article = models.ForeignKey("articles.Article", related_name="+", on_delete=models.CASCADE)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", on_delete=models.CASCADE)
    since = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "person"], name="presence_once_per_article")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.article_id}"
