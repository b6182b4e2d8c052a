"""Keep, share and drop a view of the list: each a verb of its own, on one's own views only."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.listing.models import SavedView

# A person keeps this many views; a list of more is no help.
MOST = 50
LONGEST = 1000
# What belongs to one look at the list, not to the view.
PASSING = {"p", "e", "all", "view"}


def canonical(query: str) -> str:
    """A query string as it is kept: in order, without the number of the page."""
    pairs = [(name, value) for name, value in parse_qsl(query[: 2 * LONGEST]) if name not in PASSING]
    return urlencode(sorted(pairs))


@transaction.atomic
def keep(person: Any, *, name: str, query: str, shared: bool) -> SavedView:
    """Keep the list as it is filtered under a name. A name that the person used before gets the new filters.

    Raises:
        ValidationError: with the sentence that says what to do.
    """
    name, query = " ".join(name.split()), canonical(query)
    if not name or len(name) > 60:
        raise ValidationError(_("Give the view a name of at most 60 letters."))
    if len(query) > LONGEST:
        raise ValidationError(_("These filters are too long to keep. Use fewer values."))
    own = SavedView.objects.filter(owner=person)
    if not own.filter(name=name).exists() and own.count() >= MOST:
        raise ValidationError(_("You keep %(n)d views already. Drop one first.") % {"n": MOST})
    view, _made = SavedView.objects.update_or_create(
        owner=person, name=name, defaults={"query": query, "shared": shared}
    )
    kept: SavedView = view
    return kept


def drop(person: Any, pk: int) -> bool:
    """Drop one of the person's own views; whether there was one."""
    dropped: int = SavedView.objects.filter(owner=person, pk=pk).delete()[0]
    return bool(dropped)
