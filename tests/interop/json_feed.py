"""The rules of JSON Feed 1.1, written by us after https://www.jsonfeed.org/version/1.1/, as a JSON schema.

The specification lets others add members that begin with `_`; we have none, so that everything else is an error.
"""

from typing import Any

TEXT = {"type": "string", "minLength": 1}
URL = {"type": "string", "pattern": '^https?://[^\\s<>"]+$'}
# RFC 3339, with the offset that it demands.
MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
}
AUTHOR = {
    "type": "object",
    "properties": {"name": TEXT, "url": URL, "avatar": URL},
    "minProperties": 1,
    "additionalProperties": False,
}
ATTACHMENT = {
    "type": "object",
    "properties": {
        "url": URL,
        "mime_type": TEXT,
        "title": TEXT,
        "size_in_bytes": {"type": "integer"},
        "duration_in_seconds": {"type": "number"},
    },
    "required": ["url", "mime_type"],
    "additionalProperties": False,
}
ITEM: dict[str, Any] = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("id", "title", "content_html", "content_text", "summary", "language"), TEXT),
        **dict.fromkeys(("url", "external_url", "image", "banner_image"), URL),
        **dict.fromkeys(("date_published", "date_modified"), MOMENT),
        "authors": {"type": "array", "items": AUTHOR},
        "tags": {"type": "array", "items": TEXT},
        "attachments": {"type": "array", "items": ATTACHMENT},
    },
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "additionalProperties": False,
}
FEED: dict[str, Any] = {
    "type": "object",
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **dict.fromkeys(("title", "description", "user_comment", "language"), TEXT),
        **dict.fromkeys(("home_page_url", "feed_url", "next_url", "icon", "favicon"), URL),
        "authors": {"type": "array", "items": AUTHOR},
        "expired": {"type": "boolean"},
        "hubs": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"type": TEXT, "url": URL},
                "required": ["type", "url"],
                "additionalProperties": False,
            },
        },
        "items": {"type": "array", "items": ITEM},
    },
    "required": ["version", "title", "items"],
    "additionalProperties": False,
}
