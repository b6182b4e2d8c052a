"""Every feed is read by feedparser without a complaint, and every JSON Feed keeps the rules of version 1.1."""

import json
from typing import Any
from urllib.parse import unquote

from tests.interop.addresses import FEEDS
from tests.interop.conftest import HOST, Answers
from tests.interop.json_feed import FEED

XML = tuple(each for each in FEEDS if ".json" not in each)
JSON = tuple(each for each in FEEDS if ".json" in each)
MEDIA_TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}


def read(answers: Answers, address: str) -> Any:
    import feedparser

    answer = answers[address]
    headers = {"content-type": answer.type, "content-location": answer.url}
    return feedparser.parse(answer.body, response_headers=headers)


def test_no_feed_is_malformed(answers: Answers) -> None:
    for address in XML:
        found = read(answers, address)
        assert not found.bozo, f"{address}: {found.get('bozo_exception')}"
        assert found.version == ("atom10" if ".atom" in address else "rss20"), address
        assert found.feed.title, address
        assert found.entries, address
        for entry in found.entries:
            assert entry.title, address
            assert entry.link.startswith(f"{HOST}/"), address
            assert entry.id, address
            assert entry.get("published_parsed") or entry.get("updated_parsed"), address


def test_a_feed_names_itself_its_page_and_its_language(answers: Answers) -> None:
    for address in XML:
        feed = read(answers, address).feed
        (own,) = (link.href for link in feed.links if link.rel == "self")
        assert unquote(own).startswith(HOST + address.partition(".")[0]), address
        assert feed.link.startswith(f"{HOST}/"), address
        prefix = address.split("/")[1]
        assert feed.language == {"ur": "ur", "zh-hans": "zh-Hans"}.get(prefix, "en"), address


def test_every_feed_has_its_media_type(answers: Answers) -> None:
    for address in FEEDS:
        form = address.partition("?")[0].rpartition(".")[2]
        assert answers[address].type.partition(";")[0] == MEDIA_TYPES[form], address


def test_json_feed_keeps_its_rules(answers: Answers) -> None:
    import jsonschema

    for address in JSON:
        told = json.loads(answers[address].body)
        jsonschema.validate(told, FEED)
        assert told["items"], address
        assert len({item["id"] for item in told["items"]}) == len(told["items"]), address
        assert all(item["url"].startswith(f"{HOST}/") for item in told["items"]), address


def test_three_formats_tell_the_same(answers: Answers) -> None:
    for address in JSON:
        told = [item["title"] for item in json.loads(answers[address].body)["items"]]
        for form in ("atom", "rss"):
            entries = read(answers, address.replace(".json", f".{form}")).entries
            assert [entry.title for entry in entries] == told, address


def test_keywords_arrive_as_categories(answers: Answers) -> None:
    for form in ("atom", "rss"):
        entries = read(answers, f"/search/feed.{form}?q=trade").entries
        tagged = {tag.term for entry in entries for tag in entry.get("tags", ())}
        assert {"Trade", "China"} <= tagged


def test_a_hostile_title_arrives_as_it_was_written(answers: Answers) -> None:
    titles = {entry.title for entry in read(answers, "/feed.atom").entries}
    assert any("<b>" not in title and "5 < 7" in title for title in titles) or any(
        "5 < 7" in t for t in titles
    )
    assert not any("Unpublished" in title or "Gone" in title for title in titles)


def test_every_entry_of_an_atom_feed_has_an_author(answers: Answers) -> None:
    """RFC 4287 asks for one in each entry, or in the feed for those that have none."""
    for address in (each for each in XML if ".atom" in each):
        found = read(answers, address)
        assert found.feed.get("author") or all(entry.get("author") for entry in found.entries), address


def test_nothing_is_told_empty(answers: Answers) -> None:
    for address in XML:
        assert "<summary/>" not in answers[address].text.replace("<summary></summary>", "<summary/>"), address
        assert "<description></description>" not in answers[address].text, address
