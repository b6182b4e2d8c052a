"""What the compiled page of an edition says about citing it."""

from typing import Any

from django.utils.safestring import mark_safe

from articles.citing import bibtex, csl, ris
from articles.citing.from_edition import item_of
from articles.citing.linked import linked_data_of
from articles.citing.places import ORIGIN, SITE_NAME
from articles.citing.styles import STYLES
from articles.editions.models import Edition

FILES = (("ris", "RIS", ris.MIME), ("bib", "BibTeX", bibtex.MIME), ("csl.json", "CSL JSON", csl.MIME))


def told_about_citing(edition: Edition, *, prefix: str, description: str) -> dict[str, Any]:
    """The context of `head.html` and `cite.html`; host and name of the site are markers in it."""
    item = item_of(edition, origin=ORIGIN, site_name=SITE_NAME)
    stem = edition.get_absolute_url().rstrip("/")
    linked = linked_data_of(edition, prefix=prefix, description=description)
    return {
        "item": item,
        "origin": ORIGIN,
        "site_name": SITE_NAME,
        "references": [(name, style(item)) for name, style in STYLES.items()],
        "files": [{"url": f"{stem}.{end}", "label": label, "mime": mime} for end, label, mime in FILES],
        "linked_data": mark_safe(linked),  # noqa: S308 (JSON without `<`)
    }
