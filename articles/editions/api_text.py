"""The JSON of an edition, compiled once so that lists only join text."""

from collections.abc import Iterable
from typing import Any

import orjson
from django.utils import timezone

from articles.editions.models import Edition
from articles.media.placing import placed_in
from articles.media.remembering import lead_of, printer
from taxonomy.models import Keyword

CONTRIBUTOR = ("slug", "name", "family", "given", "kind", "role")


def row_text(edition: Edition, keywords: Iterable[Keyword]) -> str:
    """The object of an edition in lists of the API."""
    snapshot = edition.snapshot
    publication = snapshot["publication"]
    row = {
        "slug": edition.slug,
        "url": edition.get_absolute_url(),
        "language": edition.language,
        "title": edition.title,
        "standfirst": edition.standfirst,
        "edition": edition.number,
        "kind": edition.kind,
        "published_at": timezone.localtime(edition.published_at).isoformat(),
        "first_published_at": timezone.localtime(edition.first_published_at).isoformat(),
        "issued": snapshot["issued"],
        "publication": _printed_in(publication) if publication else None,
        "authors": [
            {"slug": each["slug"], "name": each["name"]}
            for each in snapshot["contributors"]
            if each["role"] == "author"
        ],
        "keywords": [
            {
                "slug": keyword.slug,
                "name": keyword.preferred_label(edition.language),
                "kind": keyword.kind,
                "status": keyword.status,
            }
            for keyword in keywords
        ],
        "figures": len(edition.figures),
    }
    return orjson.dumps(row).decode()


def detail_text(edition: Edition, row: str) -> str:
    """The row with the body and the citation."""
    snapshot: dict[str, Any] = edition.snapshot
    detail = {
        **orjson.loads(row),
        "public_note": edition.public_note,
        "body": edition.body,
        "section": snapshot["section"],
        "page": snapshot["page"],
        "source_url": snapshot["url"],
        "rights": snapshot["rights"],
        "printed_citation": snapshot["printed_citation"],
        # In an order of ours: PostgreSQL gives the keys of a stored object in another one than they were written in.
        "contributors": [{name: each[name] for name in CONTRIBUTOR} for each in snapshot["contributors"]],
        **_pictures(edition),
    }
    return orjson.dumps(detail).decode()


def _printed_in(publication: dict[str, str]) -> dict[str, str]:
    # Editions from before places were known have none.
    return {"slug": publication["slug"], "title": publication["title"], "place": publication.get("place", "")}


def _pictures(edition: Edition) -> dict[str, Any]:
    """The lead picture, and the pictures of the body in the order of the text."""
    snapshot, write = edition.snapshot, printer()
    known, lead = snapshot.get("images", {}), lead_of(snapshot)
    placed = [each for each in placed_in(edition.body) if each.name in known]
    return {
        "lead_image": write.data(lead, snapshot["lead"]) if lead else None,
        "images": [write.data(each, known[each.name]) for each in placed],
    }
