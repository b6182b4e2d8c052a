"""Which keywords are meant by terms that somebody wrote: by any label in any language, in two queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from taxonomy.change_log import KeywordChange, log_change
from taxonomy.folding import fold
from taxonomy.models import Keyword, KeywordAlias, KeywordLabel, Status

AT_ONCE = 900


@dataclass(frozen=True, slots=True)
class Candidate:
    """A keyword that a term may mean, and the label by which."""

    keyword: Keyword
    label: str


@dataclass(slots=True)
class Recognised:
    """A term as written, and what it may mean: one keyword, several, or none."""

    term: str
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def keyword(self) -> Keyword | None:
        return self.candidates[0].keyword if len(self.candidates) == 1 else None


def recognise(terms: Sequence[str]) -> list[Recognised]:
    """The terms in their order. A name goes before a label; deprecated keywords are not meant.

    Two queries for each 900 terms.
    """
    folded = {fold(term): Recognised(term) for term in terms}
    usable = Keyword.objects.exclude(status=Status.DEPRECATED)
    for some in batched(folded, AT_ONCE, strict=False):
        for keyword in usable.filter(folded__in=some).order_by("pk"):
            folded[keyword.folded].candidates.append(Candidate(keyword, keyword.name))
        labels = KeywordLabel.objects.filter(folded__in=some, keyword__in=usable)
        for label in labels.select_related("keyword").order_by("pk"):
            found = folded[label.folded].candidates
            if all(each.keyword.pk != label.keyword_id for each in found):
                found.append(Candidate(label.keyword, label.text))
    return list(folded.values())


@transaction.atomic
def propose(names: Iterable[str], *, by: User | None, at: datetime) -> list[Keyword]:
    """Make candidate keywords, one for each name that is not a label yet; the known ones are returned instead.

    One log row for each keyword that is made.
    """
    made = []
    for found in recognise(list(names)):
        if found.candidates:
            made.append(found.candidates[0].keyword)
            continue
        keyword = Keyword(name=found.term[:200], slug=_free_address(found.term), status=Status.CANDIDATE)
        keyword.full_clean()
        keyword.save()
        log_change(keyword, KeywordChange.Verb.PROPOSE, _("Proposed while tagging."), by=by, at=at)
        made.append(keyword)
    return made


def _free_address(name: str) -> str:
    start = slugify(name, allow_unicode=True)[:100] or "keyword"
    begins: Any = {"slug__startswith": start}
    taken = set(Keyword.objects.filter(**begins).values_list("slug", flat=True))
    taken |= set(KeywordAlias.objects.filter(**begins).values_list("slug", flat=True))
    if start not in taken:
        return start
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{start}-{n}") not in taken)
