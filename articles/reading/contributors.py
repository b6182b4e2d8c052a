"""The pages of authors and publications: who they are, and their articles, newest first."""

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.citations.models import Agent, Publication
from articles.feeds.selections import Selection, of_author, of_publication
from articles.linked_data.pages import Step
from articles.reading.answering import public_page
from articles.reading.finished import kept
from articles.reading.lists import Listing, listed
from taxonomy.asking.as_of import AsOf

type Facts = tuple[tuple[str, str, str], ...]


@public_page
@kept
def author(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """A person or organisation. Four queries at most."""
    chosen = of_author(asof, slug)
    agent: Agent = chosen.about
    facts = () if agent.kind == Agent.Kind.PERSON else _kind(agent)
    return _page(request, asof, chosen, _("Author"), facts, (_("Authors"), "/authors/"))


@public_page
@kept
def publication(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """A newspaper, journal or site. Four queries at most."""
    chosen = of_publication(asof, slug)
    about: Publication = chosen.about
    facts: Facts = ((_("Place"), about.place, ""),) if about.place else ()
    facts += (("ISSN", about.issn, ""),) if about.issn else ()
    if about.homepage:
        facts += ((_("Home page"), about.homepage.partition("://")[2].rstrip("/"), about.homepage),)
    above = (_("Publications"), "/publications/")
    return _page(request, asof, chosen, str(about.get_kind_display()), facts, above)


def _kind(agent: Agent) -> Facts:
    return ((_("Kind"), str(agent.get_kind_display()), ""),)


def _page(
    request: HttpRequest, asof: AsOf, chosen: Selection, kicker: str, facts: Facts, above: Step
) -> HttpResponse:
    """Whoever has nothing public is not named: a 404, as if there were none.

    Raises:
        Http404: no article of it was public by that day.
    """
    here = Count("pk", filter=Q(language=get_language() or "en"))
    counted = chosen.editions.aggregate(number=Count("pk"), here=here)
    # The list has the articles of one language, and only where that has none those of all.
    number = counted["here"] or counted["number"]
    if not number:
        raise Http404(chosen.page)
    told = ngettext("%(n)d article", "%(n)d articles", number) % {"n": number}
    return listed(
        request,
        asof,
        chosen.editions,
        Listing(chosen.name, chosen.feed, kicker=kicker, crumbs=(above,), number=told, facts=facts),
    )
