"""The words of an indicator's picture: its name, and what a source stated last."""

from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from articles.link_pictures.picture import KeyFigure, LinkPicture
from articles.link_pictures.telling import measured, stated_by
from articles.reading.dates import short_day
from indicators.catalogue.models import Indicator, Series
from indicators.observations.known import Known, latest_known_by
from indicators.observations.stated import as_printed
from taxonomy.asking.as_of import AsOf
from taxonomy.languages import direction

SERIES = 50


def indicator_picture(code: str, asof: AsOf, *, site_name: str) -> LinkPicture:
    """In the active language, as known on the day.

    Raises:
        Http404: there is no such indicator.
    """
    found, language = get_object_or_404(Indicator, code=code), get_language() or "en"
    series = Series.objects.filter(indicator=found).with_catalogue().order_by("code")[:SERIES]
    stated = [each for each in latest_known_by(series, asof.day) if each.latest]
    newest = max(stated, key=lambda each: each.periods[-1], default=None)
    return LinkPicture(
        title=found.label,
        direction=direction(language),
        above=(site_name, found.code),
        figure=_figure(newest, language) if newest else None,
    )


def _figure(known: Known, language: str) -> KeyFigure | None:
    vintage, series = known.latest, known.series
    if vintage is None:
        return None
    return KeyFigure(
        printed=as_printed(vintage, series.unit, language),
        measures=measured(series.area.label, vintage.observation.period),
        source=stated_by(series.source.label, short_day(vintage.stated_on, language)),
        state="revised" if known.is_revised(vintage.observation.period) else "holds",
    )
