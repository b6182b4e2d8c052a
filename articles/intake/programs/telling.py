"""A clipping as the API tells it."""

from typing import Any

from django.urls import reverse

from articles.intake.deciding import key_of
from articles.intake.models import Clipping

OF_FIGURES = (
    "text",
    "kind",
    "value",
    "unit",
    "period",
    "period_from",
    "subject",
    "area",
    "sure",
    "candidates",
)


def told(clipping: Clipping) -> dict[str, Any]:
    """Every member of `ClippingSerializer`."""
    fields = dict(clipping.fields)
    return {
        "id": clipping.pk,
        "title": clipping.title,
        "guessed": sorted(fields.pop("guessed", {})),
        "recognised": fields,
        "blocks": [{name: block[name] for name in ("role", "text")} for block in clipping.blocks],
        "figures": [_figure(figure, clipping.decisions) for figure in clipping.figures],
        "article": clipping.article.slug if clipping.article else None,
        "review": reverse("admin:articles_clipping_change", args=[clipping.pk]),
    }


def _figure(figure: dict[str, Any], decisions: dict[str, Any]) -> dict[str, Any]:
    place = key_of(figure)
    return {
        "place": place,
        **{name: figure[name] for name in OF_FIGURES},
        "area_guessed": figure.get("area_guessed", False),
        "likely": figure.get("likely", figure["sure"]),
        "decision": decisions.get(place),
    }
