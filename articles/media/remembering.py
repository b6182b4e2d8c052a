"""What an edition remembers of its pictures, what stands in the way of printing them, and the rows that index them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from articles.media.models import EditionImage, Image
from articles.media.placing import Placed, placed_in
from articles.media.printing import Printer


def pictures_of(article: Any) -> dict[str, Any]:
    """For the snapshot of an edition: the pictures of the body by name, and the lead with what it says here."""
    names = {placed.name for placed in placed_in(article.body)}
    found = Image.objects.filter(slug__in=names) if names else []
    lead = article.lead_image
    return {
        "images": {image.slug: _remembered(image) for image in found},
        "lead": {**_remembered(lead), **_lead_words(article)} if lead else None,
    }


def _remembered(image: Image) -> dict[str, Any]:
    return {
        "sha256": image.sha256,
        "extension": image.extension,
        "width": image.width,
        "height": image.height,
        "focal": [image.focal_x, image.focal_y],
        "credit": image.credit,
        "licence": image.licence,
        "licence_url": image.licence_url,
    }


def _lead_words(article: Any) -> dict[str, Any]:
    lead = article.lead_image
    alternative = article.lead_alternative or lead.alternative
    return {
        "name": lead.slug,
        "alternative": alternative,
        "decorative": lead.decorative and not alternative,
        "caption": lead.caption,
    }


def lead_of(snapshot: Mapping[str, Any]) -> Placed | None:
    """The lead picture that an edition remembers."""
    lead = snapshot.get("lead")
    if not lead:
        return None
    return Placed(0, lead["name"], lead["alternative"], lead["decorative"], lead["caption"])


def printer() -> Printer:
    """Writes pictures in the active language."""
    return Printer(str(settings.MEDIA_URL), _("Licence:"))


def index_pictures(edition: Any) -> None:
    """Write which pictures an edition printed, for the list of uses."""
    snapshot = edition.snapshot
    names = set(snapshot.get("images", {}))
    if snapshot.get("lead"):
        names.add(snapshot["lead"]["name"])
    if names:
        rows = [EditionImage(edition=edition, image=image) for image in Image.objects.filter(slug__in=names)]
        EditionImage.objects.bulk_create(rows, ignore_conflicts=True)


def problems_with_pictures(article: Any) -> Iterator[tuple[str, str, str]]:
    """Code, sentence and field of whatever keeps a picture of this article from being printed."""
    for _n, code, told in problems_with_placed(article.body):
        yield code, told, "body"
    lead = article.lead_image
    if lead is not None and not (article.lead_alternative or lead.alternative or lead.decorative):
        told = _("The lead image has no alternative text. Say what it shows, for people who do not see it.")
        yield "lead-no-alternative", told, "lead_alternative"


def problems_with_placed(body: str) -> Iterator[tuple[int, str, str]]:
    """Number, code and sentence of whatever keeps a picture of a body from being printed."""
    pictures = placed_in(body)
    names = {each.name for each in pictures}
    known = set(Image.objects.filter(slug__in=names).values_list("slug", flat=True)) if names else set()
    for placed in pictures:
        if placed.name not in known:
            told = _("Image %(n)d: there is no image “%(name)s”. Choose another one or take it out.")
            yield placed.n, "image-unknown", told % {"n": placed.n, "name": placed.name}
        elif not placed.alternative and not placed.decorative:
            told = _(
                "Image %(n)d has no alternative text. Say what it shows, for people who do not see it, or mark it as "
                "decorative."
            )
            yield placed.n, "image-no-alternative", told % {"n": placed.n}
