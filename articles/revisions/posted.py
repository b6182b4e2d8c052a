"""What the article form sends, read leniently as a copy: for autosave, for a refused save, for the preview."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.citations.models import Agent, Publication
from articles.media.models import Image
from articles.revisions.copies import FIELDS, MOST_ROWS, Copy
from articles.revisions.saving import Writing
from articles.writing.models import Article, Contribution
from taxonomy.models import Keyword

LONGEST = 20_000


def copy_posted(post: QueryDict, person: Any) -> Copy:
    """The copy that a form holds; fields that were not sent are left out.

    Raises:
        ValidationError: the body is longer than an article may be.
    """
    copy: Copy = {name: _text(name, str(post[name])) for name in FIELDS if name in post}
    # Only what this person may open can be named: an id that is guessed leaves the field as it was.
    for name, offered in (
        ("publication", Publication.objects.all()),
        ("lead_image", Image.objects.all()),
        ("translation_of", Article.objects.visible_to(person).order_by()),
    ):
        chosen = str(post.get(name, ""))
        found = _slugs(offered, [chosen])
        if name in post and (not chosen or chosen in found):
            copy[name] = found.get(chosen)
    if "keyword_rows-TOTAL_FORMS" in post:
        copy["keywords"] = _keywords(post)
    if "contributions-TOTAL_FORMS" in post:
        copy["contributions"] = _contributions(post)
    return copy


def writing_of(post: QueryDict) -> Writing:
    """Which text the form was opened on."""
    return Writing(
        version=_number(post.get("version")),
        session=post.get("writing_session", "")[:36],
        turn=_number(post.get("writing_turn")) or 0,
    )


def _number(text: str | None) -> int | None:
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else None


def _text(name: str, value: str) -> str:
    value = value.replace("\r\n", "\n").replace("\x00", "").strip()
    if name == "body":
        prepared: str = Article._meta.get_field("body").get_prep_value(value)
        return prepared
    if len(value) > LONGEST:
        raise ValidationError(
            _("%(length)s characters are too many for one field."), params={"length": len(value)}
        )
    return value


def _rows(post: QueryDict, prefix: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of one formset in their order, without the empty and the deleted ones."""
    total = min(_number(post.get(f"{prefix}-TOTAL_FORMS")) or 0, MOST_ROWS)
    found = []
    for n in range(total):
        row = {name: post.get(f"{prefix}-{n}-{name}", "") for name in (*names, "position", "DELETE")}
        if row[names[0]] and not row["DELETE"]:
            found.append(row)
    return sorted(found, key=lambda row: _number(row["position"]) or 10**6)


def _slugs(offered: Any, ids: list[str]) -> dict[str, str]:
    wanted = [pk for pk in ids if _number(pk) is not None]
    return {str(pk): slug for pk, slug in offered.filter(pk__in=wanted).values_list("pk", "slug")}


def _keywords(post: QueryDict) -> list[str]:
    rows = _rows(post, "keyword_rows", ("keyword",))
    slugs = _slugs(Keyword.objects.all(), [row["keyword"] for row in rows])
    return list(dict.fromkeys(slugs[row["keyword"]] for row in rows if row["keyword"] in slugs))


def _contributions(post: QueryDict) -> list[dict[str, str]]:
    rows = _rows(post, "contributions", ("agent", "role"))
    slugs = _slugs(Agent.objects.all(), [row["agent"] for row in rows])
    roles = set(Contribution.Role.values)
    return [
        {"agent": slugs[row["agent"]], "role": row["role"]}
        for row in rows
        if row["agent"] in slugs and row["role"] in roles
    ]
