"""CSL JSON: https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json. Pure."""

from typing import Any

from articles.citing.item import Item, Name
from articles.citing.remarks import remarks_on

MIME = "application/vnd.citationstyles.csl+json"


def csl_of(item: Item) -> dict[str, Any]:
    """The item as CSL's data model has it; what is not known is left out."""
    told: dict[str, Any] = {
        "id": item.id,
        "type": item.type,
        "title": item.title,
        "author": [_name(each) for each in item.authors],
        "publisher" if item.type == "dataset" else "container-title": item.container_title,
        "publisher-place": item.place,
        "issued": {"date-parts": [list(item.issued)]} if item.issued else None,
        "section": item.section,
        "page": item.page,
        "URL": item.url,
        "language": item.language,
        "abstract": item.abstract,
        "keyword": ", ".join(item.keywords),
        "archive": item.archive,
        "note": "\n".join(remarks_on(item)),
    }
    return {name: value for name, value in told.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {"family": name.family, "given": name.given} if name.given else {"family": name.family}
