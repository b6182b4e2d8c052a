"""A keyword as a DefinedTerm of the vocabulary of the site."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from articles.linked_data.writing import known
from articles.reading.frame import Frame
from taxonomy.models import Keyword


def term(keyword: Keyword, frame: Frame, origin: str) -> dict[str, Any]:
    """Its name, its address, and the set that it belongs to."""
    url = f"{origin}{frame.prefix}{keyword.get_absolute_url()}"
    terms = f"{origin}{frame.prefix}/keywords/"
    return {
        "@type": "DefinedTerm",
        "@id": f"{url}#term",
        "name": getattr(keyword, "label", keyword.name),
        "termCode": keyword.slug,
        "url": url,
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": f"{terms}#terms",
            "name": _("Keywords"),
            "url": terms,
        },
    }


def described_term(
    keyword: Keyword, labels: Iterable[tuple[str, str]], same: Iterable[str], frame: Frame, origin: str
) -> dict[str, Any]:
    """The same with its other names, what it covers, and the same thing in other vocabularies.

    Args:
        labels: language and text of its other names.
        same: addresses of exact matches; close ones are not the same thing.
    """
    return known(term(keyword, frame, origin)) | {
        "alternateName": [{"@language": language, "@value": text} for language, text in labels],
        "description": keyword.scope_note,
        "sameAs": sorted(same),
    }
