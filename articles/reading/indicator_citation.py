"""The figures of an indicator as a work to cite: who stated them, when, as known on which day."""

from django.http import Http404, HttpRequest, HttpResponse

from articles.citing.downloads import FORMATS, Format
from articles.citing.item import Item, Name
from articles.contact.current import contact
from articles.reading.answering import public_page
from articles.reading.indicator_choice import Choice
from articles.reading.indicator_data import Data, known_data
from taxonomy.asking.as_of import AsOf

BY_ENDING = {form.ending: form for form in FORMATS.values()}
NAMED = 10


def work_of(data: Data, origin: str, site_name: str) -> Item:
    """What is cited: the sources as authors, the year of their newest statement, an address that keeps the day.

    Args:
        data: of an indicator of which something is known.
        origin: scheme and host of the site, with the slash.
        site_name: who publishes it here.
    """
    known = [each for each in data.levels if each.stated]
    sources = {each.series.source_id: each.series.source.name for each in known}
    areas = {each.series.area_id: each.series.area.name for each in known}
    newest = max(vintage.stated_on for each in known for vintage in each.statements)
    where = f", {next(iter(areas.values()))}" if len(areas) == 1 else ""
    return Item(
        id=data.indicator.code.lower().replace("_", "-"),
        type="dataset",
        title=f"{data.indicator.name}{where}",
        url=f"{origin}indicators/{data.indicator.code}/?as_of={data.asof.day.isoformat()}",
        authors=tuple(Name(literal=name) for name in list(sources.values())[:NAMED]),
        container_title=site_name,
        issued=(newest.year, newest.month, newest.day),
        edition=f"As known on {data.asof.day.isoformat()}",
    )


def apa_of(work: Item) -> str:
    """Statistics Office & Association. (2024). Title (As known on 2024-05-01) [Data set]. Site. Address"""
    who = [name.literal for name in work.authors]
    named = f"{', '.join(who[:-1])}, & {who[-1]}" if len(who) > 1 else who[0]
    year = work.issued[0]
    return f"{named}. ({year}). {work.title} ({work.edition}) [Data set]. {work.container_title}. {work.url}"


@public_page
def citation_file(request: HttpRequest, asof: AsOf, code: str, form: str) -> HttpResponse:
    """The citation as a file, in English as reference lists are. Three queries.

    Raises:
        Http404: no such indicator or form, or nothing was known by that day.
    """
    if form not in BY_ENDING:
        raise Http404(form)
    answer = cited(request, asof, code, BY_ENDING[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{code}-{asof.day.isoformat()}.{form}"'
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def cited(request: HttpRequest, asof: AsOf, code: str, form: Format) -> HttpResponse:
    """The citation in a format. Three queries.

    Raises:
        Http404: no such indicator, or nothing was known by that day.
    """
    data = known_data(code, asof, Choice())
    work = work_of(data, request.build_absolute_uri("/"), contact().site_name)
    return HttpResponse(form.write(work), content_type=f"{form.mime}; charset=utf-8")
