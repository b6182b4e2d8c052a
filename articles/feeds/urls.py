"""Addresses of feeds: each beside the page whose articles it tells."""

from django.urls import URLPattern, path, re_path

from articles.feeds import selections
from articles.feeds.answering import Chooser, feed
from articles.feeds.found import found
from articles.feeds.revised import revised

FORM = r"feed\.(?P<form>atom|rss|json)$"


def _beside(page: str, choose: Chooser) -> URLPattern:
    # Addresses of keywords may be written in any script.
    return re_path(rf"^{page}/(?P<slug>[-\w]+)/{FORM}", feed, {"choose": choose})


urlpatterns = [
    *(
        path(f"feed.{form}", feed, {"choose": selections.everything, "form": form})
        for form in ("atom", "rss", "json")
    ),
    re_path(r"^corrections/revised\.(?P<form>atom|rss|json)$", revised),
    re_path(rf"^search/{FORM}", found),
    _beside("keywords", selections.of_keyword),
    _beside("sources", selections.of_source),
    _beside("authors", selections.of_author),
    _beside("publications", selections.of_publication),
    _beside("sections", selections.of_section),
    _beside("archive", selections.of_year),
    re_path(rf"^archive/(?P<slug>\d{{4}}/\d{{2}})/{FORM}", feed, {"choose": selections.of_month}),
]
