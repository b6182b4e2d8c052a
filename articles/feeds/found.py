"""`/search/feed.atom?q=…`: what a question finds, newest first, so that a reader is told when there is more of it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.contact.current import contact
from articles.editions.models import Edition
from articles.feeds.answering import LENGTH, told
from articles.feeds.selections import address
from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.search.finding import newest_of
from articles.search.narrowing import Narrowing, read_narrowing
from taxonomy.asking.as_of import AsOf


@public_page
@kept
def found(request: HttpRequest, asof: AsOf, form: str) -> HttpResponse:
    """The newest of the best that the search page has for the same question. At most 8 queries.

    In every language, as the page, unless the question narrows it. What is asked of the page alone (its order, its
    number) and what cannot be meant is left out of the feed's own address.
    """
    asked = read_narrowing(request.GET)
    question = asked.address(sort="", page=1)
    newest = newest_of(asked.q, asked.scope, at=asof.moment, past=asof.is_past, most=LENGTH)
    rows = Edition.objects.filter(pk__in=newest).newest_first().values_list("api_row", flat=True)
    answer = told(
        request,
        asof,
        form,
        title=_("%(name)s: %(site)s") % {"name": _name(asked), "site": contact().site_name},
        page=f"{address('/search/')}{question}",
        feed=f"{address(f'/search/feed.{form}')}{question}",
        rows=rows,
    )
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _name(asked: Narrowing) -> str:
    return _("Search: %(q)s") % {"q": asked.q} if asked.q else _("Search")
