"""Keep the search document of an edition."""

from articles.editions.models import Edition
from articles.figures.marks import plain_text
from articles.search.models import SearchDocument


def index_edition(edition: Edition, keyword_labels: list[str]) -> None:
    SearchDocument.objects.update_or_create(
        edition=edition,
        defaults={
            "title": edition.title,
            "keywords": " ".join(keyword_labels),
            "standfirst": edition.standfirst,
            "body": plain_text(edition.body),
            "plain": plain_text(edition.body),
        },
    )
