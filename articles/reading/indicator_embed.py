"""A chart as a page for a frame on another site: live, or pinned to the day in its address."""

from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override

from articles.reading.answering import public_page
from articles.reading.indicator_charts import figure_asked_for, figures_of
from articles.reading.indicator_choice import read_choice
from articles.reading.indicator_data import known_data
from taxonomy.asking.as_of import AsOf

# Only this page may be framed; it sets no cookie, knows no login and has no form.
FRAMED = cast(dict[str, list[str]], settings.SECURE_CSP) | {
    "frame-ancestors": ["*"],
    "form-action": ["'none'"],
}


@public_page
def _embed(request: HttpRequest, asof: AsOf, code: str) -> HttpResponse:
    """One chart with its date and the way to its page. Three queries.

    Raises:
        Http404: no such indicator or chart, or nobody had stated a figure by that day.
    """
    choice = read_choice(request.GET)
    data = known_data(code, asof, choice)
    language = get_language() or "en"
    figure = figure_asked_for(figures_of(data.chosen, language, choice), choice)
    if figure is None:
        raise Http404(choice.chart)
    context = {
        "asof": asof,
        "indicator": data.indicator,
        "figure": figure,
        "back": data.choice.but(chart="").query(asof),
    }
    answer = render(request, "indicators/embed.html", context)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


embed_page = csp_override(FRAMED)(xframe_options_exempt(_embed))
