"""Sources that announced a release and have not published it here yet."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from indicators.catalogue.models import Release


def overdue(day: date) -> QuerySet[Release]:
    """Releases whose successor was expected before this day, the longest overdue first.

    The successor is any release that the same source published since and that has another, later or no expectation.
    """
    later = Release.objects.filter(source=OuterRef("source"), published_on__gt=OuterRef("published_on"))
    waited_for = Release.objects.filter(next_release_on__lt=day).exclude(Exists(later))
    return waited_for.order_by("next_release_on", "pk")
