"""Atom and RSS by Django's generators, and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

A feed names itself, and the hub that tells of its changes where the site has one (WebSub, https://www.w3.org/TR/websub/).
"""

import json
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape


class JsonFeed(SyndicationFeed):
    """Version 1.1 of JSON Feed. What is not known is left out."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        """Write the feed.

        Args:
            outfile: a file of bytes, or an HTTP response.
            encoding: as everywhere in Django; JSON is always UTF-8.
        """
        feed: dict[str, Any] = self.feed
        told = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed["title"],
            "description": feed["description"],
            "home_page_url": feed["link"],
            "feed_url": feed["feed_url"],
            "language": feed["language"],
            "hubs": [{"type": "WebSub", "url": feed["hub"]}] if feed["hub"] else None,
            "items": [_item(each) for each in self.items],
        }
        told = {name: value for name, value in told.items() if value is not None}
        outfile.write(json.dumps(told, ensure_ascii=False).encode())


def _item(item: dict[str, Any]) -> dict[str, Any]:
    told = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "content_text": item["description"] or item["title"],
        "date_published": _moment(item["pubdate"]),
        "date_modified": _moment(item["updateddate"]),
        "authors": [{"name": item["author_name"]}] if item["author_name"] else None,
        "tags": list(item["categories"]),
    }
    return {name: value for name, value in told.items() if value}


class _OfPlainText(SyndicationFeed):
    """What is told of an entry is plain text; Atom (as Django writes it) and RSS take it for HTML."""

    def add_item(self, title: Any, link: Any, description: Any, *args: Any, **given: Any) -> None:
        super().add_item(title, link, description and escape(description), *args, **given)


class Atom(_OfPlainText, Atom1Feed):
    """Atom with the hub of the site."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("link", "", {"rel": "hub", "href": self.feed["hub"]})


class Rss(_OfPlainText, Rss201rev2Feed):
    """RSS 2.0 with the hub of the site."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("atom:link", "", {"rel": "hub", "href": self.feed["hub"]})


def _moment(value: datetime) -> str:
    return value.isoformat()


FORMATS: dict[str, type[SyndicationFeed]] = {"atom": Atom, "rss": Rss, "json": JsonFeed}
