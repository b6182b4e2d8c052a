"""What may stand in a body. One allow-list for every way in, and for what the editor offers."""

import re

import nh3
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.media.placing import only_placed
from taxonomy.printable import plain_text

# What the editor offers; keys are the editor's extension names.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "Blockquote": True,
    "BulletList": True,
    "OrderedList": True,
    "HardBreak": True,
    "HorizontalRule": True,
    "Table": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "History": True,
}

TAGS = {
    "p", "br", "hr", "strong", "em", "sub", "sup", "h2", "h3", "blockquote", "ul", "ol", "li", "a", "data",
    "table", "thead", "tbody", "tr", "th", "td", "figure", "img", "figcaption",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "data": {"value", "data-observation"},
    "ol": {"start"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "figure": {"data-image", "data-decorative"},
    "img": {"alt"},
}
REFERENCE = re.compile(r"[A-Z0-9_]+(?:\.[A-Za-z0-9_]+)+:\d{4}(?:-[A-Z0-9]{2}(?:-\d{2})?)?\Z")
MOST_CHARACTERS = 1_000_000


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "data-observation":
        return value if REFERENCE.match(value) else None
    if name == "value":
        return value if re.fullmatch(r"-?\d{1,40}(?:\.\d{1,20})?", value) else None
    return value


_cleaner = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    strip_comments=True,
    clean_content_tags={"script", "style"},
)


def sanitised(html: str) -> str:
    """The body with everything taken out that is not allowed. Sanitising twice changes nothing.

    Raises:
        ValidationError: the body is longer than `MOST_CHARACTERS`.
    """
    if len(html) > MOST_CHARACTERS:
        raise ValidationError(
            _("The text has %(length)s characters. The most is %(most)s: split it into several articles."),
            params={"length": len(html), "most": MOST_CHARACTERS},
        )
    clean = only_placed(plain_text(_cleaner.clean(plain_text(html))))
    return "" if re.fullmatch(r"<(\w+)></\1>", clean) else clean
