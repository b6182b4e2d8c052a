"""News from below: a statement was recorded, so the editions that quote it are recompiled, in its transaction."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from articles.editions.compile import recompile_edition
from articles.editions.models import Edition
from indicators.signals import vintages_recorded


@receiver(vintages_recorded, dispatch_uid="articles.editions")
def vintages_were_recorded(sender: Any, observations: set[int], at: datetime, **kwargs: Any) -> None:
    """Recompile every edition that quotes one of the observations, or a neighbour that is compared with them."""
    for edition in Edition.objects.filter(pk__in=quoting(observations)):
        recompile_edition(edition, at=at)


def quoting(observations: set[int]) -> Any:
    """Ids of the editions that quote an observation, or the same thing from another source."""
    quotation: Any = Edition._meta.get_field("quotations").related_model
    direct = quotation.objects.filter(observation__in=observations)
    alike = quotation.objects.filter(observation__series__indicator__series__observations__in=observations)
    return direct.union(alike).values_list("edition", flat=True)
