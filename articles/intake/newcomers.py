"""A figure that nobody states yet: an indicator and a series with the article's own publication as the source.

It is marked as needing a primary source: a newspaper that prints a number is seldom the one who counted.
"""

from datetime import date, datetime
from itertools import chain, count
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.citations.models import Publication
from articles.figures.numerals import read_print
from articles.intake.deciding import ACCEPT, NEW, key_of
from articles.intake.models import Clipping
from articles.intake.proposing import our_period
from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.observations.models import Observation, Vintage
from indicators.observations.periods import Period, parse_period
from indicators.observations.recording import record_vintages

MAY = "indicators.add_series"
NEEDS = "Needs a primary source: known from a newspaper only."


def state_newcomers(clipping: Clipping, publication: Publication | None, *, by: Any, at: datetime) -> None:
    """Make what the decisions ask for, and let them quote it.

    Raises:
        ValidationError: the person may not, there is no publication or day, or a figure has no subject or period.
    """
    if by is not None and not by.has_perm(MAY):
        raise ValidationError(_("You may not make new series. Ask a data editor, or leave the figure open."))
    issued = clipping.fields["issued"]
    if publication is None or len(issued) != len("2024-03-31"):
        raise ValidationError(
            _("A new series needs the publication and the day on which it printed the figure.")
        )
    release = _release(clipping, publication, date.fromisoformat(issued))
    for figure in clipping.figures:
        decision = clipping.decisions.get(key_of(figure), {})
        if decision.get("verb") == NEW:
            reference = _stated({**figure, **decision}, release, by, at)
            clipping.decisions[key_of(figure)] = {"verb": ACCEPT, "reference": reference}


def _release(clipping: Clipping, publication: Publication, day: date) -> Release:
    # Not the headline: a release is public at once, the article is a draft.
    return Release.objects.create(
        slug=f"{publication.slug[:60]}-{day}-{clipping.pk}",
        source=_source_of(publication),
        title=f"{publication.title}, {day}"[:300],
        published_on=day,
        url=clipping.fields["url"],
        note=NEEDS,
    )


def _source_of(publication: Publication) -> Source:
    """The publication among the sources: found by its address, else made with a code that is free."""
    found = Source.objects.filter(slug=publication.slug).first()
    return found or Source.objects.create(
        slug=publication.slug, code=_free_code(publication.slug), name=publication.title, note=NEEDS
    )


def _free_code(slug: str) -> str:
    stem = slugify(slug).upper().replace("-", "_")[:20] or "PUBLICATION"
    codes = chain([stem], (f"{stem[:16]}_{n}" for n in count(2)))
    taken = set(Source.objects.filter(code__startswith=stem[:16]).values_list("code", flat=True))
    return next(code for code in codes if code not in taken)


def _period(text: str) -> Period | None:
    try:
        return parse_period(our_period(text))
    except ValueError:
        return None


def _stated(figure: dict[str, Any], release: Release, by: Any, at: datetime) -> str:
    period, print_ = _period(figure["period"]), read_print(figure["text"])
    named = Q(code__iexact=figure["area"]) | Q(name__iexact=figure["area"])
    area = Area.objects.filter(named).order_by("pk").first()
    if not (
        period is not None and slugify(figure["subject"]) and area and print_ and print_.number is not None
    ):
        told = _(
            "“%(figure)s” cannot become a series: it lacks a subject in Latin letters, an area of our list, a period "
            "or a plain number. Mend them on its card."
        )
        raise ValidationError(told, params={"figure": figure["text"]})
    unit = Unit.objects.filter(code=figure["unit"] or "piece").first()
    if unit is None:
        told = _("The unit %(unit)s of “%(figure)s” is not in the list of units. Add it there first.")
        raise ValidationError(told, params={"unit": figure["unit"], "figure": figure["text"]})
    code = slugify(figure["subject"]).upper().replace("-", "_")[:50] + (
        "_GR" if figure["kind"] == "change" else ""
    )
    kind = figure["kind"] if figure["kind"] in Indicator.Kind.values else Indicator.Kind.LEVEL
    indicator, _new = Indicator.objects.get_or_create(
        code=code, defaults={"name": figure["subject"][:200], "kind": kind, "unit": unit, "definition": NEEDS}
    )
    series, _made = Series.objects.get_or_create(
        indicator=indicator, area=area, frequency=period.frequency, unit=unit, source=release.source,
        defaults={"note": NEEDS},
    )  # fmt: skip
    observation, _made = Observation.objects.get_or_create(series=series, period=period.code)
    if not observation.vintages.exists():
        vintage = Vintage(
            observation=observation, release=release, value=print_.number, unit_mult=print_.multiplier,
            decimals=print_.places, stated_on=release.published_on, change_kind=Vintage.ChangeKind.FIRST,
            recorded_by=by, note=NEEDS,
        )  # fmt: skip
        record_vintages([vintage], at=at)
    return observation.reference
