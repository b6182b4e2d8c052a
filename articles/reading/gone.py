"""The edition at an address for answers that are no pages, or what is said where it is gone."""

from django.http import Http404, HttpResponse

from articles.editions.models import Edition
from articles.reading.errors import NotByThen
from articles.reading.looking_up import current_edition, numbered_edition, withdrawal_at
from taxonomy.asking.as_of import AsOf


def edition_or_gone(asof: AsOf, slug: str, number: int | None = None) -> Edition | HttpResponse:
    """The current edition of a day, or the one of that number; 410 with the reason where it was withdrawn.

    One query, two where there is none.

    Raises:
        Http404: nothing is published at this address, or was by that day.
    """
    if number is None:
        found = current_edition(slug, asof.moment, now=asof.now)
    else:
        found = numbered_edition(slug, number, asof.moment, now=asof.now)
    if found is not None:
        return found
    gone = withdrawal_at(slug, now=asof.now)
    if gone is None:
        raise NotByThen(slug) if asof.given else Http404(slug)
    return HttpResponse(f"{gone.reason}\n", status=410, content_type="text/plain; charset=utf-8")
