"""What editors put on the front page, as far as it is public at the moment that is asked about."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.editions.models import Edition
from articles.front_page.models import FrontPage
from articles.front_page.verbs import Chosen, chosen_in
from taxonomy.asking.as_of import AsOf


@dataclass(frozen=True, slots=True)
class Composed:
    """The current editions of what was chosen, in the editors' order, and the ids of the figures."""

    lead: Edition | None = None
    picks: tuple[Edition, ...] = ()
    figures: tuple[int, ...] = ()


def composed_at(asof: AsOf, language: str, columns: Sequence[str]) -> Composed:
    """The composition that stood on the page at the moment. Four queries at most, one where there is none.

    Args:
        columns: of the editions, that the page needs.
    """
    found = FrontPage.objects.of(language).in_force(asof.moment).only("pk").first()
    if found is None:
        return Composed()
    return shown(chosen_in(found), asof, columns)


def shown(chosen: Chosen, asof: AsOf, columns: Sequence[str]) -> Composed:
    """What of a choice is public at the moment: what is not is left out. One query."""
    if not chosen.articles:
        return Composed(figures=chosen.figures)
    current = Edition.objects.current(asof.moment).filter(article__in=chosen.articles)
    public = {each.article_id: each for each in current.only("article", *columns)}
    lead = public.get(chosen.lead) if chosen.lead else None
    return Composed(
        lead=lead,
        picks=tuple(public[pk] for pk in chosen.picks if pk in public),
        figures=chosen.figures,
    )
