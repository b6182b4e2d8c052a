"""Where keywords, data, sources of articles and pictures are used by articles: in texts, editions and figures."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from articles.citations.models import Agent, Publication
from articles.editions.models import Edition
from articles.figures.models import Quotation
from articles.media.models import Image
from articles.media.placing import opening_of
from articles.writing.models import Article, Contribution
from indicators.catalogue.models import Area, Indicator, Release, Series, Source
from indicators.observations.models import Observation, Vintage
from indicators.upstream_errors.models import UpstreamError
from taxonomy.models import Keyword
from taxonomy.usage import Place, Usage, declare

SEE_EDITIONS = "articles.view_edition"


def working_copies(condition: Callable[[Any], Q], *, scans: bool = False) -> Usage:
    """Working copies that this person may open and that fulfil a condition on the object."""

    def rows(obj: Any, person: Any) -> QuerySet[Any]:
        visible = Article.objects.visible_to(person).filter(condition(obj))
        return visible.only("title", "language", "stage", "updated_at").order_by("-updated_at", "-pk")

    return Usage("articles", _("working copies"), rows, _article, "articles.view_article", scans)


def _article(article: Article, person: Any) -> Place:
    page = reverse("admin:articles_article_change", args=[article.pk])
    return Place(
        article.title or say("(no title yet)"), page, (article.get_stage_display(),), article.language
    )


def known_editions(person: Any) -> QuerySet[Any]:
    """Every edition for those who may see the list of them; for others what every reader can reach."""
    if person.has_perm(SEE_EDITIONS):
        found: QuerySet[Any] = Edition.objects.all()
        return found
    public: QuerySet[Any] = Edition.objects.published(timezone.now())
    return public


def editions(lookup: str) -> Usage:
    """Editions by the name of their relation to the object."""

    def rows(obj: Any, person: Any) -> QuerySet[Any]:
        found = known_editions(person).filter(**{lookup: obj})
        return found.only("title", "language", "number", "slug", "published_at").order_by(
            "-published_at", "-pk"
        )

    return Usage("editions", _("editions"), rows, _edition)


def _address_of(edition: Edition, person: Any) -> str:
    if person.has_perm(SEE_EDITIONS):
        return reverse("admin:articles_edition_change", args=[edition.pk])
    return f"{edition.get_absolute_url()}editions/{edition.number}/"


def _number_and_day(edition: Edition) -> str:
    day = timezone.localdate(edition.published_at).isoformat()
    return say("Edition %(n)d, %(day)s") % {"n": edition.number, "day": day}


def _edition(edition: Edition, person: Any) -> Place:
    return Place(edition.title, _address_of(edition, person), (_number_and_day(edition),), edition.language)


def quotations(lookup: str) -> Usage:
    """Figures printed in editions, by the name of their relation to the object."""

    def rows(obj: Any, person: Any) -> QuerySet[Any]:
        found = Quotation.objects.filter(**{lookup: obj})
        if not person.has_perm(SEE_EDITIONS):
            found = found.filter(edition__in=known_editions(person).values("pk"))
        columns = ("title", "language", "number", "slug", "published_at")
        found = found.select_related("edition").only(
            "text", "verdict", "position", *(f"edition__{column}" for column in columns)
        )
        return found.order_by("-edition", "position")

    return Usage("quotations", _("figures in editions"), rows, _quotation)


def _quotation(quotation: Quotation, person: Any) -> Place:
    edition = quotation.edition
    notes = (edition.title, _number_and_day(edition), str(quotation.get_verdict_display()))
    return Place(quotation.text, _address_of(edition, person), notes, edition.language)


def _quoting(start: str) -> Q:
    """Texts with a figure whose reference begins like this."""
    return Q(body__contains=f'data-observation="{escape(start)}')


def _data() -> dict[type[Model], list[Usage]]:
    return {
        Source: [quotations("observation__series__source")],
        Release: [quotations("pinned__release")],
        Indicator: [
            quotations("observation__series__indicator"),
            working_copies(lambda row: _quoting(f"{row.code}."), scans=True),
        ],
        Area: [quotations("observation__series__area")],
        Series: [
            quotations("observation__series"),
            working_copies(lambda row: _quoting(f"{row.code}:"), scans=True),
        ],
        Observation: [quotations("observation")],
        Vintage: [quotations("pinned")],
        UpstreamError: [quotations("observation__upstream_errors")],
    }


def declare_usages() -> None:
    """Declare them; once, when the app is ready."""
    for model, usages in _data().items():
        declare(model, *usages)
    declare(
        Keyword, working_copies(lambda row: Q(keyword_rows__keyword=row)), editions("keyword_rows__keyword")
    )
    declare(Publication, working_copies(lambda row: Q(publication=row)), editions("publication"))
    declare(
        Agent,
        # One person may have several roles in one article.
        working_copies(lambda row: Q(pk__in=Contribution.objects.filter(agent=row).values("article"))),
        editions("author_rows__agent"),
    )
    shown = working_copies(lambda row: Q(body__contains=opening_of(row.slug)) | Q(lead_image=row), scans=True)
    declare(Image, shown, editions("image_rows__image"))
