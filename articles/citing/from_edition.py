"""An edition as a work to cite."""

from typing import Any

from django.utils import timezone

from articles.citations.dates import parse_issued
from articles.citing.item import Item, ItemType, Name
from articles.editions.models import Edition
from taxonomy.languages import language_tag

TYPES: dict[str, ItemType] = {
    "newspaper": "article-newspaper",
    "journal": "article-journal",
    "report": "report",
    "site": "webpage",
}
# References are written in English, whatever they are to.
LANGUAGES = {"en": "English", "ur": "Urdu", "zh-hans": "Chinese"}


def item_of(edition: Edition, *, origin: str, site_name: str) -> Item:
    """What readers cite: the original's title, names and date, read at our address.

    Args:
        origin: scheme and host of the site, as `https://library.example.org`.
    """
    snapshot = edition.snapshot
    publication = snapshot["publication"]
    issued = snapshot["issued"] or timezone.localdate(edition.published_at).isoformat()
    return Item(
        id=edition.slug,
        type=TYPES[publication["kind"]] if publication else "webpage",
        title=edition.title,
        url=origin + edition.get_absolute_url(),
        language=language_tag(edition.language),
        authors=tuple(_name(each) for each in snapshot["contributors"] if each["role"] == "author"),
        container_title=publication["title"] if publication else "",
        issued=parse_issued(issued),
        section=snapshot["section"],
        page=snapshot["page"],
        place=publication.get("place", "") if publication else "",
        abstract=edition.standfirst,
        keywords=tuple(each["name"] for each in snapshot["keywords"]),
        rights=snapshot["rights"],
        original_url=snapshot["url"],
        translated_from=_translated_from(edition),
        archive=site_name,
        edition=f"Edition {edition.number}, {timezone.localdate(edition.published_at).isoformat()}",
    )


def _translated_from(edition: Edition) -> str:
    original = edition.snapshot.get("translated_from", "")
    return LANGUAGES[original] if original and original != edition.language else ""


def _name(contributor: dict[str, Any]) -> Name:
    if contributor["kind"] == "person" and contributor["family"]:
        return Name(contributor["family"], contributor["given"])
    return Name(literal=contributor["name"])
