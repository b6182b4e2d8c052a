"""Exactly the chart that is seen, as SVG and as PNG, with its sources, its day and its address on it."""

import hashlib
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.contact.current import contact
from articles.link_pictures.turns import Busy, ask_again, turn
from articles.reading.answering import is_unchanged, public_page, unchanged
from articles.reading.dates import day_in_words
from articles.reading.frame import prefix_of
from articles.reading.indicator_charts import Figure, figure_asked_for, figures_of
from articles.reading.indicator_choice import read_choice
from articles.reading.indicator_data import Data, known_data
from articles.reading.indicator_releases import facts_of
from indicators.charts.raster import png_of
from indicators.charts.sheet import Sheet, sheet_svg
from taxonomy.asking.as_of import AsOf
from taxonomy.languages import direction, language_tag


@public_page
def chart_svg(request: HttpRequest, asof: AsOf, code: str) -> HttpResponseBase:
    """The chart as SVG. Three queries.

    Raises:
        Http404: no such indicator or chart, or nobody had stated a figure by that day.
    """
    return _file(request, asof, code, "svg", "image/svg+xml", str.encode)


@public_page
def chart_png(request: HttpRequest, asof: AsOf, code: str) -> HttpResponseBase:
    """The chart as PNG, 960 pixels wide. A reader who has it already is told so before anything is drawn as pixels.

    Raises:
        Http404: no such indicator or chart, or nobody had stated a figure by that day.
    """
    try:
        return _file(request, asof, code, "png", "image/png", _in_turn)
    except Busy:
        return ask_again()


def _in_turn(drawing: str) -> bytes:
    with turn():
        return png_of(drawing)


def _file(
    request: HttpRequest, asof: AsOf, code: str, ending: str, mime: str, made: Callable[[str], bytes]
) -> HttpResponseBase:
    choice = read_choice(request.GET)
    data = known_data(code, asof, choice)
    figure = figure_asked_for(figures_of(data.chosen, get_language() or "en", choice), choice)
    if figure is None:
        raise Http404(choice.chart)
    drawing = sheet_svg(_sheet(request, data, figure))
    etag = f'"{ending}-{hashlib.blake2b(drawing.encode(), digest_size=12).hexdigest()}"'
    if is_unchanged(request, etag):
        return unchanged(etag)
    name = f"{figure.code}-{asof.day.isoformat()}.{ending}"
    headers = {"ETag": etag, "X-Robots-Tag": "noindex", "Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(made(drawing), content_type=mime, headers=headers)


def _sheet(request: HttpRequest, data: Data, figure: Figure) -> Sheet:
    language = get_language() or "en"
    sources = _("; ").join(figure.sources)
    licences = facts_of(data)["licences"]
    path = f"{prefix_of(language)}{data.indicator.get_absolute_url()}?as_of={data.asof.day.isoformat()}"
    told = [
        _("Source: %(sources)s.") % {"sources": sources},
        _("%(site)s, as known on %(day)s.")
        % {"site": contact().site_name, "day": day_in_words(data.asof.day, language)}
        + (f" {_('Faint: values as stated before they were revised.')}" if figure.any_earlier else ""),
        *([_("Licence: %(licences)s.") % {"licences": _("; ").join(licences)}] if licences else []),
        request.build_absolute_uri(path),
    ]
    colon = _(": ")  # outside the f-string, where makemessages does not look
    return Sheet(
        chart=figure.wide,
        subtitle=f"{data.indicator.label}{colon}{figure.subtitle}",
        foot=told,
        language=language_tag(language),
        right_to_left=direction(language) == "rtl",
    )
