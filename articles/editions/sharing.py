"""Ways to pass an article on: plain links. Nothing of another site is loaded, and none of them knows who read it."""

from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.citing.places import ORIGIN

TO = {
    "WhatsApp": "https://wa.me/?text={words}%20{url}",
    "Telegram": "https://t.me/share/url?url={url}&amp;text={words}",
    "LinkedIn": "https://www.linkedin.com/sharing/share-offsite/?url={url}",
}


def share_links(title: str, path: str) -> list[dict[str, SafeString | str]]:
    """A mail and a few sites, each with the address that the page is asked at.

    The host stands unquoted in the query, where `:` and `/` may stand as they are (RFC 3986, 3.4).
    """
    words, url = quote(title, safe=""), ORIGIN + quote(path)
    mail = f"mailto:?subject={words}&amp;body={url}"
    elsewhere = [(name, address.format(words=words, url=url)) for name, address in TO.items()]
    # Titles are quoted for addresses, which leaves nothing in them that HTML would read.
    return [
        {"name": name, "url": mark_safe(address)}  # noqa: S308
        for name, address in [(_("E-mail"), mail), *elsewhere]
    ]
