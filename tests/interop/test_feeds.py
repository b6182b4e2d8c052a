"""Every feed is read by feedparser without a complaint."""

from typing import Any

from tests.interop.addresses import FEEDS
from tests.interop.conftest import Answers


def read(answers: Answers, address: str) -> Any:
    import feedparser

    answer = answers[address]
    headers = {"content-type": answer.type, "content-location": answer.url}
    return feedparser.parse(answer.body, response_headers=headers)


def test_no_feed_is_malformed(answers: Answers) -> None:
    for address in FEEDS:
        found = read(answers, address)
        assert not found.bozo, f"{address}: {found.get('bozo_exception')}"
        assert found.version == ("atom10" if address.endswith("atom") else "rss20"), address
        assert found.feed.title, address
        assert found.entries, address
        for entry in found.entries:
            assert entry.title, address
            assert entry.link.startswith("http://testserver/"), address
            assert entry.id, address
            assert entry.get("published_parsed") or entry.get("updated_parsed"), address


def test_a_hostile_title_arrives_as_it_was_written(answers: Answers) -> None:
    titles = {entry.title for entry in read(answers, "/feed.atom").entries}
    assert any("<b>" not in title and "5 < 7" in title for title in titles) or any(
        "5 < 7" in t for t in titles
    )
    assert not any("Unpublished" in title or "Gone" in title for title in titles)
