"""A working copy as plain data, and back: what revisions keep, what is compared, merged and restored."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError

from articles.citations.models import Agent, Publication
from articles.media.models import Image
from articles.writing.addresses import free_slug
from articles.writing.models import Article, ArticleKeyword, Contribution
from taxonomy.models import Keyword

Copy = dict[str, Any]

FIELDS = (
    "slug", "language", "title", "standfirst", "body", "issued", "section", "page", "url", "rights",
    "permission_note", "printed_citation", "lead_alternative",
)  # fmt: skip
LINKS = ("publication", "translation_of", "lead_image")
ROWS = ("keywords", "contributions")
# What could not be stored as it was typed, by field. Kept with the revision, so that it is not lost.
AS_TYPED = "as_typed"
MOST_ROWS = 500
# Kept as they are where the form leaves them empty.
NEEDED = ("slug", "language")


def snapshot_of(article: Article) -> Copy:
    """A working copy as plain data: its columns, keywords and contributions in order."""
    return {
        **{name: getattr(article, name) for name in FIELDS},
        "publication": article.publication.slug if article.publication else None,
        "translation_of": article.translation_of.slug if article.translation_of else None,
        "lead_image": article.lead_image.slug if article.lead_image else None,
        "keywords": [row.keyword.slug for row in article.keyword_rows.select_related("keyword")],
        "contributions": [
            {"agent": row.agent.slug, "role": row.role}
            for row in article.contributions.select_related("agent")
        ],
    }


def changed_fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The names of the fields that differ, in the order of the form. What a copy does not hold does not differ."""
    names = (*FIELDS, *LINKS, *ROWS)
    return [name for name in names if name in after and before.get(name) != after[name]]


def put_in(article: Article, copy: Mapping[str, Any]) -> dict[str, str]:
    """Write a copy into the columns of an unsaved article. A field that cannot be stored keeps what it had.

    Returns:
        A sentence for each field that could not be stored.

    Raises:
        ValidationError: the body is longer than an article may be.
    """
    told: dict[str, str] = {}
    for name in FIELDS:
        if name not in copy or (name in NEEDED and not copy[name]):
            continue
        try:
            setattr(article, name, _stored(article, name, copy[name]))
        except ValidationError as error:
            if name == "body":
                raise
            told[name] = " ".join(error.messages)
    if not article.slug:
        article.slug = free_slug(article.title)
    for name, found in (
        ("publication", Publication.objects.filter(slug=copy.get("publication") or "")),
        ("lead_image", Image.objects.filter(slug=copy.get("lead_image") or "")),
        (
            "translation_of",
            Article.objects.filter(slug=copy.get("translation_of") or "").exclude(pk=article.pk),
        ),
    ):
        if name in copy:
            setattr(article, name, found.first())
    return told


def _stored(article: Article, name: str, value: Any) -> Any:
    field: Any = Article._meta.get_field(name)
    prepared = field.get_prep_value(field.to_python(value))
    if prepared:
        field.run_validators(prepared)
        field.validate(prepared, article)
    if name == "slug" and Article.objects.filter(slug=prepared).exclude(pk=article.pk).exists():
        raise ValidationError(article.unique_error_message(Article, ("slug",)))
    return prepared


def put_rows(article: Article, copy: Mapping[str, Any]) -> None:
    """Make the keywords and contributions of a stored article those of the copy, in its order.

    Names that no longer exist are left out; the revision still has them.
    """
    if "keywords" in copy:
        _keywords(article, copy["keywords"][:MOST_ROWS])
    if "contributions" in copy:
        _contributions(article, copy["contributions"][:MOST_ROWS])


def _keywords(article: Article, slugs: Iterable[str]) -> None:
    wanted = list(dict.fromkeys(slugs))
    found = Keyword.objects.in_bulk(wanted, field_name="slug")
    ids = list(
        dict.fromkeys(found[slug].replaced_by_id or found[slug].pk for slug in wanted if slug in found)
    )
    have = {row.keyword_id: row for row in article.keyword_rows.all()}
    article.keyword_rows.exclude(keyword__in=ids).delete()
    for position, pk in enumerate(ids, 1):
        if pk not in have:
            ArticleKeyword.objects.create(article=article, keyword_id=pk, position=position)
        elif have[pk].position != position:
            ArticleKeyword.objects.filter(pk=have[pk].pk).update(position=position)


def _contributions(article: Article, rows: Iterable[Mapping[str, str]]) -> None:
    wanted = list(dict.fromkeys((row["agent"], row["role"]) for row in rows))
    agents = Agent.objects.in_bulk([slug for slug, _role in wanted], field_name="slug")
    pairs = [(agents[slug].pk, role) for slug, role in wanted if slug in agents]
    have = {(row.agent_id, row.role): row for row in article.contributions.all()}
    article.contributions.filter(pk__in=[row.pk for key, row in have.items() if key not in pairs]).delete()
    for position, (agent, role) in enumerate(pairs, 1):
        row = have.get((agent, role))
        if row is None:
            Contribution.objects.create(article=article, agent_id=agent, role=role, position=position)
        elif row.position != position:
            Contribution.objects.filter(pk=row.pk).update(position=position)
