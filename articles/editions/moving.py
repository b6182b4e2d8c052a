"""Write an edition that is not public yet again under another time. What it says does not change."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.editions.compile import recompile_edition
from articles.editions.models import Edition, EditionAuthor, EditionKeyword
from articles.media.models import EditionImage
from articles.related.choosing import relate


@transaction.atomic
def moved_edition(coming: Edition, *, published_at: datetime, at: datetime) -> Edition:
    """The same edition with another `published_at`; the row is written anew, because an edition never changes.

    The caller has checked both times and closes the edition before it.
    """
    keywords = list(coming.keyword_rows.values_list("keyword_id", "position"))
    authors = list(coming.author_rows.values_list("agent_id", "position"))
    images = list(coming.image_rows.values_list("image_id", flat=True))
    first = coming.first_published_at == coming.published_at
    edition = Edition.objects.get(pk=coming.pk)
    Edition.objects.filter(pk=coming.pk).cancel_unpublished(at)
    edition.pk = None
    edition._state.adding = True
    edition.published_at = published_at
    edition.superseded_at, edition.etag = None, ""
    edition.settled_on = timezone.localdate(published_at)
    edition.snapshot["history"][-1]["published_at"] = published_at.isoformat()
    if first:
        edition.first_published_at = published_at
    edition.save(force_insert=True)
    EditionKeyword.objects.bulk_create(
        EditionKeyword(edition=edition, keyword_id=keyword, position=position)
        for keyword, position in keywords
    )
    EditionAuthor.objects.bulk_create(
        EditionAuthor(edition=edition, agent_id=agent, position=position) for agent, position in authors
    )
    EditionImage.objects.bulk_create(EditionImage(edition=edition, image_id=image) for image in images)
    recompile_edition(edition, at=at)
    relate(edition, at=at)
    return edition
