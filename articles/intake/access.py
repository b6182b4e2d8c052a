"""Who may take clippings in, and which of them a person sees."""

from typing import Any

from articles.intake.models import Clipping
from articles.writing.querysets import SEE_ALL

ADD, MAKE = "articles.add_clipping", "articles.add_article"


def may_take_in(person: Any) -> bool:
    """Whether this person may take clippings in."""
    return bool(person.has_perm(ADD) and person.has_perm(MAKE))


def concerns(person: Any, article: Any) -> bool:
    """Whether an article may be named to this person."""
    return person.has_perm(SEE_ALL) or person.pk in (article.created_by_id, article.assigned_to_id)


def clippings_of(person: Any) -> Any:
    """Those that this person may see: their own, and all for editors."""
    found = Clipping.objects.select_related("article", "created_by")
    return found if person.has_perm(SEE_ALL) else found.filter(created_by=person.pk)
