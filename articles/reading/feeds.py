"""The Atom feed of new articles."""

from datetime import datetime
from typing import Any

import orjson
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.contact.current import contact
from articles.editions.models import Edition
from articles.reading.answering import public_page
from articles.reading.frame import prefix_of
from taxonomy.asking.as_of import AsOf

LENGTH = 50


class NewArticles(Feed):
    """The newest articles in the language of the address, made of the compiled rows. One query."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> AsOf:
        asof: AsOf = kwargs["asof"]
        return asof

    def title(self, asof: AsOf) -> str:
        return contact().site_name

    def subtitle(self, asof: AsOf) -> str:
        return _("New articles, each figure traced to its source")

    def link(self, asof: AsOf) -> str:
        return f"{prefix_of(get_language() or 'en')}/articles/"

    def feed_url(self, asof: AsOf) -> str:
        return f"{prefix_of(get_language() or 'en')}/feed.atom"

    def items(self, asof: AsOf) -> list[dict[str, Any]]:
        editions = Edition.objects.current(asof.moment).filter(language=get_language() or "en")
        rows = editions.newest_first().values_list("api_row", flat=True)[:LENGTH]
        return [orjson.loads(row) for row in rows]

    def item_title(self, item: dict[str, Any]) -> str:
        return str(item["title"])

    def item_description(self, item: dict[str, Any]) -> str:
        return str(item["standfirst"])

    def item_link(self, item: dict[str, Any]) -> str:
        return str(item["url"])

    def item_author_name(self, item: dict[str, Any]) -> str:
        return _(", ").join(each["name"] for each in item["authors"])

    def item_categories(self, item: dict[str, Any]) -> list[str]:
        return [each["name"] for each in item["keywords"]]

    def item_pubdate(self, item: dict[str, Any]) -> datetime:
        return datetime.fromisoformat(item["first_published_at"])

    def item_updateddate(self, item: dict[str, Any]) -> datetime:
        return datetime.fromisoformat(item["published_at"])


_feed = NewArticles()


@public_page
def new_articles(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """`/feed.atom`, as of a day like every other page."""
    return _feed(request, asof=asof)
