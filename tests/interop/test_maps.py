"""Sitemaps as their schemas have them: that of sitemaps.org, 0.9, and Google's for pictures and for news.

The rules are written here by us: the order of the parts, what must be there, and what it may look like.
"""

import re
from datetime import datetime
from urllib.parse import unquote, urlparse
from xml.etree import ElementTree

from tests.interop.addresses import ARTICLES, MAPS, PAGES
from tests.interop.conftest import HOST, Answers

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
PARTS = tuple(each for each in MAPS if each not in ("/sitemap.xml", "/sitemap-news.xml"))
# The schema has them in this order; what other schemas add comes after.
ORDER = [f"{MAP}{name}" for name in ("loc", "lastmod", "changefreq", "priority")]


def read(answers: Answers, address: str) -> ElementTree.Element:
    return ElementTree.fromstring(answers[address].body)  # noqa: S314 - our own


def test_the_list_of_maps_names_each_of_them(answers: Answers) -> None:
    root = read(answers, "/sitemap.xml")
    assert root.tag == f"{MAP}sitemapindex"
    told = {each.text for each in root.iterfind(f"{MAP}sitemap/{MAP}loc")}
    assert told == {HOST + part for part in PARTS}


def test_every_entry_is_as_the_schema_has_it(answers: Answers) -> None:
    for part in (*PARTS, "/sitemap-news.xml"):
        root = read(answers, part)
        assert root.tag == f"{MAP}urlset"
        assert 0 < len(root) <= 50_000, part
        for url in root:
            tags = [each.tag for each in url]
            own = [tag for tag in tags if tag.startswith(MAP)]
            assert own == sorted(own, key=ORDER.index), part
            assert tags[: len(own)] == own, f"{part}: what other schemas add comes last"
            place = url.findtext(f"{MAP}loc", "")
            assert place.startswith(f"{HOST}/"), place
            assert len(place) < 2048
            assert not urlparse(place).query
            if moment := url.findtext(f"{MAP}lastmod"):
                assert datetime.fromisoformat(moment).tzinfo, moment


def test_the_map_of_articles_has_each_with_its_picture_and_its_translations(answers: Answers) -> None:
    entries = {each.findtext(f"{MAP}loc", ""): each for each in read(answers, "/sitemap-articles.xml")}
    assert set(entries) == {HOST + article for article in ARTICLES}
    trade = entries[f"{HOST}/articles/trade/"]
    (picture,) = trade.findall(f"{IMAGE}image/{IMAGE}loc")
    assert re.fullmatch(rf"{HOST}/media/images/\S+\.\w+", picture.text or "")
    links = {each.get("hreflang"): each.get("href") for each in trade.iterfind(LINK)}
    assert links == {
        "en": f"{HOST}/articles/trade/",
        "ur": f"{HOST}/ur/articles/trade-ur/",
        "zh-Hans": f"{HOST}/zh-hans/articles/trade-zh-hans/",
    }
    assert entries[f"{HOST}/articles/bare/"].find(f"{IMAGE}image") is None


def test_the_map_of_news_has_what_google_asks_for(answers: Answers) -> None:
    entries = list(read(answers, "/sitemap-news.xml"))
    assert [each.findtext(f"{MAP}loc") for each in entries] == [f"{HOST}/articles/posted/"]
    for url in entries:
        (news,) = url.iterfind(f"{NEWS}news")
        assert [each.tag for each in news] == [
            f"{NEWS}{n}" for n in ("publication", "publication_date", "title")
        ]
        (publication, day, title) = news
        assert [each.tag for each in publication] == [f"{NEWS}name", f"{NEWS}language"]
        assert publication.findtext(f"{NEWS}name") == "CPEC Library"
        # ISO 639 with two or three letters; Chinese is the exception.
        assert re.fullmatch(r"[a-z]{2,3}|zh-cn|zh-tw", publication.findtext(f"{NEWS}language", ""))
        assert datetime.fromisoformat(day.text or "").tzinfo
        assert title.text


def test_the_pages_of_the_map_are_there(answers: Answers) -> None:
    known = {HOST + unquote(each) for each in PAGES}
    told = {each.findtext(f"{MAP}loc", "") for each in read(answers, "/sitemap-pages.xml")}
    assert {f"{HOST}/", f"{HOST}/ur/how-we-check-figures/", f"{HOST}/zh-hans/corrections/"} <= told & known


def test_robots_are_shown_the_maps_and_kept_from_what_is_no_page(answers: Answers) -> None:
    text = answers["/robots.txt"].text
    assert re.findall(r"^Sitemap: (\S+)$", text, re.MULTILINE) == [
        f"{HOST}/sitemap.xml",
        f"{HOST}/sitemap-news.xml",
    ]
    assert all(
        re.fullmatch(r"(User-agent|Disallow|Allow|Sitemap): \S+", line) for line in text.split("\n") if line
    )
    from urllib.robotparser import RobotFileParser

    rules = RobotFileParser()
    rules.parse(text.split("\n"))
    assert all(rules.can_fetch("*", HOST + each) for each in (*ARTICLES, *MAPS, "/feed.atom", "/llms.txt"))
    assert not rules.can_fetch("*", f"{HOST}/admin/")
    assert not rules.can_fetch("*", f"{HOST}/search/?q=trade")
