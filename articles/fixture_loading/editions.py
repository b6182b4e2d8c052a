"""An edition in a fixture names its article, number and time; what it says is compiled from the working copy."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editions.compile import compile_edition
from articles.editions.models import Address, Edition
from articles.figures.reading import figures_of_body
from articles.workflow.models import Transition
from articles.writing.models import Article


def compile_new_edition(stated: Edition, *, at: datetime) -> Edition:
    """Publish the working copy as the edition that a fixture states.

    Raises:
        ValidationError: a figure's series is unknown, or the number does not follow the ones that are stored.
    """
    article = Article.objects.get(pk=stated.article_id)
    day = timezone.localdate(stated.published_at)
    for reading in figures_of_body(article.body, published_on=day, as_of=day):
        if reading.unknown:
            raise ValidationError(reading.sentence)
    last = Edition.objects.filter(article=article.pk).order_by("-number").first()
    if stated.number != (last.number if last else 0) + 1:
        raise ValidationError(_("Edition %(n)d does not follow the last one.") % {"n": stated.number})
    if last and last.superseded_at is None:
        Edition.objects.filter(pk=last.pk).update(superseded_at=stated.published_at)
    if Address.objects.filter(slug=article.slug).exclude(article=article).exists():
        told = _("The address “%(slug)s” belongs to another article. Choose another one.")
        raise ValidationError(told % {"slug": article.slug})
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
