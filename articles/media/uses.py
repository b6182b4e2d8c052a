"""Where a picture is used: in working copies (read from the text itself) and in editions."""

from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from articles.editions.models import Edition
from articles.media.models import Image
from articles.media.placing import opening_of


def working_copies_with(image: Image) -> QuerySet[Any]:
    """Articles whose text or lead shows the picture, the newest first."""
    # By name: the working copy refers to pictures, so its module cannot be imported from here.
    articles = apps.get_model("articles", "Article")._default_manager
    return articles.filter(Q(body__contains=opening_of(image.slug)) | Q(lead_image=image)).order_by(
        "-updated_at"
    )


def editions_with(image: Image) -> QuerySet[Any]:
    """Editions that printed the picture, whichever file it had then, the newest first."""
    return Edition.objects.filter(image_rows__image=image).order_by("-published_at")


def is_used(image: Image) -> bool:
    """Whether an article or an edition needs it."""
    return editions_with(image).exists() or working_copies_with(image).exists()
