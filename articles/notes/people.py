"""Who may be mentioned in a note: the people who may see the article, by their user names."""

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q

from articles.writing.models import Article
from articles.writing.querysets import SEE_ALL

# A user name may hold these characters; a full stop at its end is the sentence's.
MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]{1,150})")
MOST_MENTIONS = 20


def readers_of(article: Article) -> Any:
    """Everybody who may see this article, as `workflow.permissions.concerns` says, by one question."""
    people: Any = get_user_model().objects
    all_of_them = people.with_perm(SEE_ALL).values("pk")
    own = Q(pk__in=[pk for pk in (article.created_by_id, article.assigned_to_id) if pk])
    return people.with_perm("articles.view_article").filter(Q(pk__in=all_of_them) | own).order_by("username")


def names_in(text: str) -> list[str]:
    """The names after an @, each once, as they are typed."""
    return list(dict.fromkeys(MENTION.findall(text)))[:MOST_MENTIONS]


def mentioned_in(text: str, article: Article) -> tuple[list[Any], list[str]]:
    """The people whom a text mentions, and the names that are nobody's who may see the article."""
    names = names_in(text)
    if not names:
        return [], []
    spelt = {name: (name, name.rstrip(".@+-")) for name in names}
    asked = {each for spellings in spelt.values() for each in spellings}
    known = {person.get_username(): person for person in readers_of(article).filter(username__in=asked)}
    found = {name: _first(known, spellings) for name, spellings in spelt.items()}
    people = {person.pk: person for person in found.values() if person is not None}
    return list(people.values()), [spelt[name][1] or name for name, person in found.items() if person is None]


def _first(known: dict[str, Any], spellings: Iterable[str]) -> Any:
    return next((known[each] for each in spellings if each in known), None)
