"""`/corrections/revised.atom`: printed figures that their source has revised since, the last revised first."""

from datetime import datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.contact.current import contact
from articles.feeds.answering import LENGTH, hub_of, written
from articles.feeds.formats import FORMATS
from articles.feeds.selections import address, language
from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.revised import RevisedFigure, revised_figures
from taxonomy.asking.as_of import AsOf
from taxonomy.languages import language_tag


@public_page
@kept
def revised(request: HttpRequest, asof: AsOf, form: str) -> HttpResponse:
    """Figures of current editions in every language, as of a day. One query."""
    made: Any = FORMATS[form](
        title=_("Revised figures: %(site)s") % {"site": contact().site_name},
        link=request.build_absolute_uri(address("/corrections/")),
        description=_("Figures in published articles that their source has revised since"),
        subtitle=_("Figures in published articles that their source has revised since"),
        feed_url=request.build_absolute_uri(address(f"/corrections/revised.{form}")),
        language=language_tag(language()),
        author_name=contact().site_name,
        hub=hub_of(asof),
    )
    for figure in revised_figures(asof, limit=LENGTH):
        made.add_item(**_entry(request, figure))
    return written(made)


def _entry(request: HttpRequest, figure: RevisedFigure) -> dict[str, Any]:
    link = request.build_absolute_uri(figure.url)
    when = timezone.make_aware(datetime.combine(figure.since, time.min))
    said = _("%(name)s, %(area)s, %(period)s: printed as %(printed)s, since revised to %(now)s")
    told = {"name": figure.name, "area": figure.area, "period": figure.period}
    return {
        "title": said % {**told, "printed": figure.printed, "now": figure.now or _("withdrawn")},
        "link": link,
        # A figure that is revised twice is news twice.
        "unique_id": f"{link}@{figure.since.isoformat()}",
        "description": _("In “%(title)s”. Stated by %(source)s.")
        % {"title": figure.title, "source": figure.source},
        "author_name": None,
        "categories": [],
        "pubdate": when,
        "updateddate": when,
    }
