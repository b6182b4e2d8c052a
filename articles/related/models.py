"""Which articles an edition is related to: derived, like the other compiled columns."""

from django.db import models


class Related(models.Model):
    """An article that shares keywords with an edition. Whether readers have it is asked when the page is shown."""

    edition = models.ForeignKey("articles.Edition", related_name="related_rows", on_delete=models.CASCADE)
    article = models.ForeignKey("articles.Article", related_name="+", on_delete=models.CASCADE)
    weight = models.PositiveIntegerField(help_text="How rare the keywords are that the two share.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "article"], name="related_names_an_article_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.article_id} ({self.weight})"
