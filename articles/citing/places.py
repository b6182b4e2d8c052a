"""What a compiled page cannot know: the host that it is asked at, and what the site is called that day.

Markers stand in their places, of private-use characters as in `articles.reading.shell`, and are filled in when the page
is sent.
"""

import json
from html import escape

ORIGIN = "\ue000origin\ue001"
SITE_NAME = "\ue000site-name\ue001"
SITE_NAME_IN_JSON = "\ue000site-name-json\ue001"


def filled_in(html: str, *, origin: str, site_name: str) -> str:
    """The same with host and name.

    Args:
        origin: scheme and host, as `https://library.example.org`.
    """
    in_json = json.dumps(site_name, ensure_ascii=False)[1:-1].replace("<", "\\u003c")
    return (
        html.replace(ORIGIN, escape(origin))
        .replace(SITE_NAME_IN_JSON, in_json)
        .replace(SITE_NAME, escape(site_name))
    )
