"""The checker on every public page type, and what it cannot see: no rule is broken, in any colours or direction, and
with letters of any size."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.browser.readers.checks import broken_rules, cut_off, flaws_of_outline, unseen_focus
from tests.browser.readers.conftest import Reader, Site
from tests.browser.readers.walking import Findings

type Walked = Callable[[str], Findings]
LANGUAGES = ("en", "ur", "zh-hans")
# What answers in another form than as a page of its own.
NO_PAGES = {
    "articles.citing.downloads.download",
    "articles.reading.unapi.unapi",
    "articles.feeds.answering.feed",
    "articles.feeds.found.found",
    "articles.feeds.revised.revised",
    "articles.link_pictures.serving.article_picture",
    "articles.link_pictures.serving.picture_of_indicator",
    "articles.media.serving.picture",
    "articles.reading.favicon.icon",
    "articles.reading.indicator_chart_files.chart_png",
    "articles.reading.indicator_chart_files.chart_svg",
    "articles.reading.indicator_citation.citation_file",
    "articles.reading.indicator_downloads.figures_csv",
    "articles.reading.indicator_downloads.figures_xlsx",
    "articles.reading.indicator_downloads.vintages_csv",
    "articles.reading.indicator_oembed.oembed",
    "articles.reading.robots.robots",
    "articles.reading.sitemaps.news_map",
    "articles.reading.sitemaps.part_of_map",
    "articles.reading.sitemaps.whole_map",
    "articles.search.views.suggest",
    "articles.text_forms.llms.llms",
    "articles.text_forms.serving.text",
    "nqpf.health.health",
    "nqpf.static_files.static_file",
}
BEHIND = ("admin/", "api/v1/", "^api")
BROKEN = """<body><a href="/">&gt;</a><h1></h1><h3>Too deep</h3><main></main><main></main>
<p style="inline-size: 200vw; color: #ccc">Wider than the page</p>
<p style="overflow: hidden; white-space: nowrap; inline-size: 4em">Too long for its box</p>
<a href="/there" style="outline: 0">nobody sees the focus here</a></body>"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_breaks_a_rule(findings: Walked, language: str) -> None:
    assert findings(language).by_question["as it comes"] == {}


def test_no_page_breaks_a_rule_in_the_dark(findings: Walked) -> None:
    assert findings("en").by_question["in the dark"] == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost_with_letters_twice_as_large(findings: Walked, language: str) -> None:
    assert findings(language).by_question["with large letters"] == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost_on_the_narrowest_screen(findings: Walked, language: str) -> None:
    assert findings(language).by_question["on the narrowest screen"] == {}


def test_there_is_room_to_hit_and_to_scroll_at_any_size(findings: Walked) -> None:
    assert findings("en").by_question["room with large letters"] == {}
    assert findings("en").by_question["room on the narrowest screen"] == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_landmarks_are_an_outline_of_the_page(findings: Walked, language: str) -> None:
    assert findings(language).by_question["headings and landmarks"] == {}


def test_whoever_goes_by_keyboard_sees_where_they_are(findings: Walked) -> None:
    assert findings("en").by_question["focus"] == {}


def test_nothing_moves_while_a_page_arrives(findings: Walked) -> None:
    assert findings("en").by_question["moved"] == {}
    assert findings("en").by_question["moved on a phone"] == {}


def test_the_questions_find_what_they_look_for(reader: Reader) -> None:
    page = reader()
    page.set_content(BROKEN)
    rules = " ".join(broken_rules(page))
    for rule in (
        "color-contrast",
        "document-title",
        "html-has-lang",
        "landmark-no-duplicate-main",
        "empty-heading",
    ):
        assert rule in rules
    assert [each.partition(":")[0] for each in cut_off(page)] == [
        f"page {2 * 1280 + 8} > 1280",
        "beside the page",
        "cut off",
    ]
    assert flaws_of_outline(page) == [
        "a heading without words: - heading [level=1]",
        "1 is followed by 3",
        "2 main",
    ]
    assert unseen_focus(page) == ["A.#"]


def test_every_kind_of_public_page_is_walked(site: Site) -> None:
    asked = [each.leads_to() for name, each in site.places.items() if name[:3] == "en:" and not each.answer]
    visited = {name_of(resolve(path).func) for path in asked}
    public = {name_of(pattern.callback) for address, pattern in patterns() if not address.startswith(BEHIND)}

    assert public - NO_PAGES - visited == set()
    assert public >= NO_PAGES


def patterns(under: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in (under or get_resolver()).url_patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(each, address)
        else:
            yield address, each


def name_of(view: Callable[..., object]) -> str:
    return f"{view.__module__}.{view.__qualname__}"
