"""What the parts of a copy are called, and how their values read."""

from typing import Any

from django.utils.translation import gettext as _

from articles.citations.models import Agent
from articles.figures.marks import words_of
from articles.writing.models import Article, Contribution
from taxonomy.models import Keyword


def label(name: str) -> str:
    """The name of a field as the form has it."""
    if name == "contributions":
        return _("People and organisations")
    if name == "keywords":
        return _("Keywords")
    return str(getattr(Article._meta.get_field(name), "verbose_name", name))


def labels(names: list[str]) -> str:
    """Several of them in a row, for a summary."""
    return ", ".join(label(name) for name in names)


def readable(name: str, lines: tuple[str, ...]) -> list[str]:
    """Values as an editor reads them: paragraphs without markup, names instead of addresses."""
    if name == "body":
        return [words_of(line) or "—" for line in lines]
    if name == "keywords":
        found = Keyword.objects.in_bulk(list(lines), field_name="slug")
        return [str(found.get(slug, slug)) for slug in lines]
    if name == "contributions":
        return [_person(line) for line in lines]
    return list(lines)


def _person(line: str) -> str:
    role, _colon, slug = line.partition(":")
    agent = Agent.objects.filter(slug=slug).first()
    roles: dict[str, Any] = dict(Contribution.Role.choices)
    return f"{agent or slug} ({roles.get(role, role)})"
