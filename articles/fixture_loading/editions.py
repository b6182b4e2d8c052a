"""An edition in a fixture names its article, number and time; what it says is compiled from the working copy."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editions.compile import compile_edition, recompile_edition
from articles.editions.models import Address, Edition
from articles.editions.siblings import group_of
from articles.figures.reading import figures_of_body
from articles.workflow.models import Transition
from articles.writing.models import Article
from articles.writing.sanitising import REFERENCE

GIVEN = re.compile(r"""<data\b[^>]*\bdata-observation\s*=\s*["']([^"']*)["']""")


def refuse_unknown_series(article: Article, given: str, *, at: datetime) -> None:
    """Refuse a working copy with a figure of nothing: also one whose mark the sanitiser takes out as malformed.

    Args:
        given: the body as the fixture has it.

    Raises:
        ValidationError: naming the reference.
    """
    malformed = [ref for ref in GIVEN.findall(given) if not REFERENCE.match(ref)]
    day = timezone.localdate(at)
    readings = figures_of_body(article.body, published_on=day, as_of=day)
    if malformed:
        raise ValidationError(_("“%(reference)s” names no figure.") % {"reference": malformed[0]})
    for reading in readings:
        if reading.unknown:
            raise ValidationError(reading.sentence)


def compile_new_edition(stated: Edition, *, at: datetime) -> Edition:
    """Publish the working copy as the edition that a fixture states.

    Raises:
        ValidationError: a figure's series is unknown, or the number does not follow the ones that are stored.
    """
    article = Article.objects.get(pk=stated.article_id)
    if Address.objects.filter(slug=article.slug).exclude(article=article.pk).exists():
        raise ValidationError(
            _("The address “%(slug)s” belongs to another article.") % {"slug": article.slug}
        )
    day = timezone.localdate(stated.published_at)
    for reading in figures_of_body(article.body, published_on=day, as_of=day):
        if reading.unknown:
            raise ValidationError(reading.sentence)
    last = Edition.objects.filter(article=article.pk).order_by("-number").first()
    if stated.number != (last.number if last else 0) + 1:
        raise ValidationError(_("Edition %(n)d does not follow the last one.") % {"n": stated.number})
    if last and last.superseded_at is None:
        Edition.objects.filter(pk=last.pk).update(superseded_at=stated.published_at)
    edition = compile_edition(
        article,
        number=stated.number,
        kind=stated.kind,
        note=stated.public_note,
        published_at=stated.published_at,
        by=None,
        at=at,
    )
    Transition.objects.create(
        article=article, verb=Transition.Verb.RECORD, at=at, edition_number=edition.number
    )
    return edition


def recompile_translations(published: Iterable[Edition], *, at: datetime) -> None:
    """Let the editions in other languages know of those that have just been compiled, and these of each other."""
    groups = [group_of(edition.article_id) for edition in published]
    linked = {article for group in groups if len(group) > 1 for article in group}
    for edition in Edition.objects.filter(article__in=linked).order_by("pk"):
        recompile_edition(edition, at=at)
