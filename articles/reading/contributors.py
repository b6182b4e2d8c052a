"""The pages of authors and publications: their articles, newest first."""

from django.http import Http404, HttpRequest, HttpResponse

from articles.feeds.selections import Selection, of_author, of_publication
from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.lists import listed
from taxonomy.asking.as_of import AsOf


@public_page
@kept
def author(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """A person or organisation. Four queries at most."""
    return _page(request, asof, of_author(asof, slug))


@public_page
@kept
def publication(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """A newspaper, journal or site. Four queries at most."""
    return _page(request, asof, of_publication(asof, slug))


def _page(request: HttpRequest, asof: AsOf, chosen: Selection) -> HttpResponse:
    """Whoever has nothing public is not named: a 404, as if there were none.

    Raises:
        Http404: no article of it was public by that day.
    """
    if not chosen.editions.exists():
        raise Http404(chosen.page)
    return listed(request, asof, chosen.editions, heading=chosen.name, feed=chosen.feed)
