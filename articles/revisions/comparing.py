"""Any two states of an article compared: words, figures, keywords, citation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.figures.marks import marks_of
from articles.revisions.copies import Copy, snapshot_of
from articles.revisions.labels import label, readable
from articles.revisions.models import Revision
from articles.writing.comparing import Difference, differences
from articles.writing.models import Article

NAMED = re.compile(r"([re])([1-9][0-9]{0,8})\Z")
CITATION = (
    "publication", "issued", "section", "page", "url", "rights", "permission_note", "printed_citation",
    "language", "slug", "translation_of", "lead_image", "lead_alternative",
)  # fmt: skip
# What an edition does not keep, so that it cannot differ from it.
NOT_IN_EDITIONS = {"permission_note", "translation_of", "lead_alternative"}


@dataclass(frozen=True, slots=True)
class Side:
    """One state of an article: revision `r12`, edition `e3`, or `now`."""

    name: str
    title: str
    copy: Copy
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was in one state, or is in the other, or differs."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two states of an article."""

    words: list[Difference]
    figures: list[Change]
    keywords: list[Change]
    citation: list[Change]

    @property
    def nothing(self) -> bool:
        return not (self.words or self.figures or self.keywords or self.citation)


def side(article: Article, name: str) -> Side | None:
    """The state of this article that an address names, or None: another article's is not found."""
    if name == "now":
        return Side("now", _("The text as it is now"), snapshot_of(article))
    named = NAMED.match(name)
    if named is None:
        return None
    number = int(named[2])
    if named[1] == "r":
        revision = Revision.objects.filter(article=article.pk, number=number).first()
        title = _("Revision %(n)d") % {"n": number}
        return Side(name, title, revision.snapshot, revision) if revision else None
    edition = Edition.objects.filter(article=article.pk, number=number).first()
    return Side(name, _("Edition %(n)d") % {"n": number}, copy_of_edition(edition)) if edition else None


def copy_of_edition(edition: Edition) -> Copy:
    """What was published, as a copy."""
    kept = edition.snapshot
    return {
        **{name: getattr(edition, name) for name in ("slug", "language", "title", "standfirst", "body")},
        **{
            name: kept.get(name, "")
            for name in ("issued", "section", "page", "url", "rights", "printed_citation")
        },
        "publication": (kept.get("publication") or {}).get("slug"),
        "lead_image": (kept.get("lead") or {}).get("name"),
        "keywords": [each["slug"] for each in kept.get("keywords", ())],
        "contributions": [
            {"agent": each["slug"], "role": each["role"]} for each in kept.get("contributors", ())
        ],
    }


def comparison(before: Side, after: Side) -> Comparison:
    """Everything that differs from one state to the other."""
    old, new = before.copy, after.copy
    skipped = NOT_IN_EDITIONS if "e" in (before.name[0], after.name[0]) else set()
    citation = [
        Change(label(name), str(old.get(name) or ""), str(new.get(name) or ""))
        for name in CITATION
        if name not in skipped and (old.get(name) or "") != (new.get(name) or "")
    ]
    people = [_people(copy) for copy in (old, new)]
    if people[0] != people[1]:
        citation.append(Change(label("contributions"), people[0], people[1]))
    return Comparison(
        words=differences(old, new),
        figures=_figures(old, new),
        keywords=_keywords(old, new),
        citation=citation,
    )


def _people(copy: Mapping[str, Any]) -> str:
    rows = tuple(f"{each['role']}:{each['agent']}" for each in copy.get("contributions") or ())
    return ", ".join(readable("contributions", rows))


def _figures(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Figures by what they refer to, in the order of the text."""
    before, after = ({}, {})  # type: tuple[dict[str, list[str]], dict[str, list[str]]]
    for copy, found in ((old, before), (new, after)):
        for mark in marks_of(str(copy.get("body") or "")):
            found.setdefault(mark.reference, []).append(mark.text)
    return [
        Change(reference, ", ".join(before.get(reference, ())), ", ".join(after.get(reference, ())))
        for reference in dict.fromkeys([*before, *after])
        if before.get(reference) != after.get(reference)
    ]


def _keywords(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    before, after = tuple(old.get("keywords") or ()), tuple(new.get("keywords") or ())
    gone = readable("keywords", tuple(each for each in before if each not in after))
    come = readable("keywords", tuple(each for each in after if each not in before))
    found = [
        *(Change(_("Taken out"), name, "") for name in gone),
        *(Change(_("Added"), "", name) for name in come),
    ]
    if not found and before != after:
        order = [", ".join(readable("keywords", each)) for each in (before, after)]
        found.append(Change(_("Order"), *order))
    return found
