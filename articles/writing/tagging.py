"""Tag an article with keywords that somebody names: a pasted list, a clipping's line, suggestions that were ticked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.writing.models import Article, ArticleKeyword
from taxonomy.models import Keyword
from taxonomy.pasting import MOST_CHARACTERS, pasted
from taxonomy.recognising import Recognised, propose, recognise

MOST_KEYWORDS = 100


@dataclass(slots=True)
class Tagged:
    """What became of the terms: added, carried already, to be chosen among, unknown."""

    added: list[Keyword] = field(default_factory=list)
    already: list[Recognised] = field(default_factory=list)
    ambiguous: list[Recognised] = field(default_factory=list)
    unknown: list[Recognised] = field(default_factory=list)

    @property
    def open(self) -> list[Recognised]:
        """What a person has to decide."""
        return [*self.ambiguous, *self.unknown]


def terms_of(text: str) -> list[str]:
    """The terms of a pasted list.

    Raises:
        ValidationError: more terms than an article can carry, or one that is too long for a keyword.
    """
    if len(text) > MOST_CHARACTERS:
        raise ValidationError(
            _("The list is too long to be read. Paste at most %d keywords.") % MOST_KEYWORDS
        )
    found = pasted(text)
    if found.too_long:
        raise ValidationError(
            _(
                "“%(start)s…” is too long for a keyword. Put commas, semicolons or line breaks between keywords."
            )
            % {"start": found.too_long[0][:60]},
            code="term-too-long",
        )
    if len(found.terms) > MOST_KEYWORDS:
        raise ValidationError(
            _(
                "The list has %(n)d keywords; an article takes at most %(most)d. Nothing was added, and your list "
                "is still here: take some out."
            )
            % {"n": len(found.terms), "most": MOST_KEYWORDS},
            code="too-many",
        )
    return found.terms


@transaction.atomic
def tag(
    article: Article,
    terms: Sequence[str],
    *,
    choices: dict[str, str] | None = None,
    by: User | None,
    at: datetime,
) -> Tagged:
    """Add the keywords that terms name, at the end, in their order. The caller keeps the revision.

    Args:
        choices: for a term that names several keywords or none: the id of one of them, `create` or `skip`.

    Raises:
        ValidationError: the article would carry more than `MOST_KEYWORDS`; nothing is added.
    """
    chosen = choices or {}
    result = Tagged()
    carried = set(article.keyword_rows.values_list("keyword", flat=True))
    wanted: list[Keyword] = []
    for found in recognise(terms):
        choice = chosen.get(found.term, "")
        if choice == "skip":
            continue
        keyword = found.keyword or _chosen(found, choice)
        if keyword is None and choice == "create" and not found.candidates:
            keyword = propose([found.term], by=by, at=at)[0]
        if keyword is None:
            (result.ambiguous if found.candidates else result.unknown).append(found)
        elif keyword.pk in carried:
            result.already.append(found)
        elif keyword not in wanted:
            wanted.append(keyword)
    result.added = add_keywords(article, wanted)
    return result


def _chosen(found: Recognised, choice: str) -> Keyword | None:
    return next((each.keyword for each in found.candidates if str(each.keyword.pk) == choice), None)


def add_keywords(article: Article, keywords: Iterable[Keyword]) -> list[Keyword]:
    """Add keywords at the end; those that are carried already stay where they are.

    Raises:
        ValidationError: the article would carry more than `MOST_KEYWORDS`.
    """
    rows = list(article.keyword_rows.values_list("keyword", "position"))
    carried, last = {keyword for keyword, _position in rows}, max((p for _k, p in rows), default=0)
    new = [keyword for keyword in dict.fromkeys(keywords) if keyword.pk not in carried]
    if len(carried) + len(new) > MOST_KEYWORDS:
        raise ValidationError(
            _("An article carries at most %(most)d keywords; this one would carry %(n)d. Nothing was added.")
            % {"most": MOST_KEYWORDS, "n": len(carried) + len(new)},
            code="too-many",
        )
    made: list[Any] = [
        ArticleKeyword(article=article, keyword=keyword, position=last + n)
        for n, keyword in enumerate(new, 1)
    ]
    ArticleKeyword.objects.bulk_create(made)
    return new
