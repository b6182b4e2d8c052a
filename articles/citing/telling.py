"""What the compiled page of an edition says about citing it."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.citing import bibtex, csl, ris
from articles.citing.coins import coins_of
from articles.citing.from_edition import item_of
from articles.citing.item import ItemType
from articles.citing.linked import linked_data_of
from articles.citing.places import ORIGIN, SITE_NAME
from articles.citing.styles import STYLES
from articles.editions.models import Edition
from articles.link_pictures.telling import picture_of

FILES = (("ris", "RIS", ris.MIME), ("bib", "BibTeX", bibtex.MIME), ("csl.json", "CSL JSON", csl.MIME))
TEXTS = (("md", "Markdown", "text/markdown"), ("txt", gettext_noop("Plain text"), "text/plain"))

# What reference managers of the Zotero family call it. Said of every work: otherwise each would be a newspaper's.
ITEM_TYPES: dict[ItemType, str] = {
    "article-newspaper": "newspaperArticle",
    "article-journal": "journalArticle",
    "report": "report",
    "webpage": "webpage",
    "dataset": "dataset",
}


def told_about_citing(
    edition: Edition, figures: Sequence[Mapping[str, Any]], *, prefix: str, description: str
) -> dict[str, Any]:
    """The context of `head.html` and `cite.html`; host and name of the site are markers in it.

    Args:
        figures: of the edition, as `figure_on` tells them for the day of the page.
    """
    item = item_of(edition, origin=ORIGIN, site_name=SITE_NAME)
    stem = edition.get_absolute_url().rstrip("/")
    drawn = picture_of(edition, figures, site_name=SITE_NAME)
    picture = f"{ORIGIN}{stem}.png?v={drawn.digest[:8]}"
    return {
        "item": item,
        "item_type": ITEM_TYPES[item.type],
        "dated": {"iso": _joined(item.issued, "-"), "slashes": _joined(item.issued, "/")},
        "origin": ORIGIN,
        "site_name": SITE_NAME,
        "coins": coins_of(item).replace(quote(ORIGIN), ORIGIN),
        "references": [(name, style(item)) for name, style in STYLES.items()],
        "files": [{"url": f"{stem}.{end}", "label": label, "mime": mime} for end, label, mime in FILES],
        "texts": [{"url": f"{stem}.{end}", "label": _(label), "mime": mime} for end, label, mime in TEXTS],
        "picture": picture,
        "linked_data": linked_data_of(edition, prefix=prefix, description=description, picture=picture),
    }


def _joined(issued: tuple[int, ...], sign: str) -> str:
    return sign.join(f"{part:02d}" for part in issued)
