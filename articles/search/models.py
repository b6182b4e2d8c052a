"""The search index: one row an edition, analysed text by weight."""

from django.db import models

from articles.editions.models import Edition


class SearchDocument(models.Model):
    """Analysed tokens of one edition (`analysis.py`), and the plain text from which snippets are cut.

    SQLite mirrors the four token columns in the FTS5 table `articles_search` by triggers; PostgreSQL in the
    generated column `vector`. Neither is part of the model: migration 0003 makes them, `engines` reads them.
    """

    edition = models.OneToOneField(
        Edition, primary_key=True, related_name="search_document", on_delete=models.CASCADE
    )
    title = models.TextField(blank=True)
    keywords = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True)
    plain = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.edition_id)
