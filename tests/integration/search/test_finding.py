"""What search finds, and what it must never find, on either database."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.search import finding
from articles.search.asking import read_query
from articles.search.finding import EVERYWHERE, find, ids
from articles.search.scope import Scope
from articles.workflow.actions import withdraw
from taxonomy.models import KeywordLabel
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_keyword, an_article, published

pytestmark = pytest.mark.django_db
DECEMBER = datetime(2024, 12, 15, 9, tzinfo=UTC)
BODY = "<p>Tariffs on new energy vehicles fell to <b>9.443</b> percent; solar cells, 3,327.8 units.</p>"


def titles(text: str, at: datetime = MARCH, *, scope: Scope = EVERYWHERE, **asked: Any) -> list[str]:
    return [hit.title for hit in find(text, scope, at=at, **asked).hits]


@pytest.mark.parametrize(
    "text",
    [
        "tariff",
        "tariffs",
        "TARIFFS",
        "tar",
        "9.443",
        "3,327.8",
        "3327.8",
        '"new energy"',
        "new-energy",
        "fell vehicle",
    ],
)
def test_words_numbers_beginnings_and_phrases_are_found(text: str) -> None:
    published(an_article(BODY, title="Duties"))
    assert titles(text) == ["Duties"]


@pytest.mark.parametrize(
    "text", ['"energy new"', "tariff -solar", 'tariff -"solar cells"', "tariff absent", "443", "-absent"]
)
def test_other_phrases_exclusions_and_missing_words_find_nothing(text: str) -> None:
    published(an_article(BODY, title="Duties"))
    assert titles(text) == []


def test_chinese_and_urdu_are_found() -> None:
    published(an_article("<p>加快发展新质生产力。</p>", title="高质量发展", language="zh-hans"))
    published(an_article("<p>پاکستان کی معیشت</p>", title="معیشت", language="ur"))
    assert titles("新质生产力") == titles("质") == titles("高质量") == ["高质量发展"]
    assert titles("生产新") == []
    assert titles("پاكستان") == ["معیشت"]


def test_each_language_is_found_as_its_readers_type() -> None:
    published(an_article("<p>نئی معیاری پیداواری قوتیں، 94.43 لاکھ</p>", title="ترقی", language="ur"))
    published(an_article("<p>新能源汽车产量达到944.3万辆。</p>", title="汽车", language="zh-hans"))
    for typed in ("پيداواري", "مَعیاری", "پیدا\u200cواری", "پیداو", "۹۴.۴۳", "۹۴٫۴۳"):
        assert titles(typed) == ["ترقی"], typed
    for typed in ("能源", "源汽", "产量 新能源", "９４４.３", "944.3"):
        assert titles(typed) == ["汽车"], typed


def test_of_texts_that_answer_alike_those_in_the_reader_s_language_come_first() -> None:
    for language in ("en", "zh-hans", "ur"):
        published(an_article(BODY, title=language, slug=f"duties-{language}", language=language))
    for language in ("en", "ur", "zh-hans"):
        with translation.override(language):
            assert titles("tariff")[0] == language


def test_a_match_in_the_title_comes_before_one_in_keywords_before_one_in_the_text() -> None:
    published(an_article("<p>A tariff, among much else.</p>", title="Text"))
    published(an_article("<p>Much else.</p>", title="Keyword", keywords=("Tariff",)))
    published(an_article("<p>Much else.</p>", title="Tariff"))
    assert titles("tariff") == ["Tariff", "Keyword", "Text"]


def test_any_label_of_a_keyword_finds_its_articles() -> None:
    keyword = a_keyword("China Pakistan Economic Corridor")
    KeywordLabel.objects.create(keyword=keyword, text="CPEC", role="alternative")
    KeywordLabel.objects.create(keyword=keyword, text="中巴经济走廊", role="preferred", language="zh-hans")
    published(an_article(title="Corridor", keywords=("China Pakistan Economic Corridor",)))
    assert titles("cpec") == titles("经济走廊") == ["Corridor"]


def test_drafts_scheduled_and_withdrawn_articles_are_neither_found_nor_counted() -> None:
    an_article(BODY, title="Draft")
    published(an_article(BODY, title="Scheduled"), published_at=MARCH)
    article = an_article(BODY, title="Withdrawn")
    published(article)
    withdraw(article, by=None, at=FEBRUARY, reason="A mistake.")
    results = find("tariff", at=FEBRUARY)
    assert (results.hits, results.total, results.facets.keywords, results.facets.years) == ([], 0, [], [])
    assert ids("tariff", at=JANUARY) == []
    assert titles("tariff", at=MARCH) == ["Scheduled"]


def test_an_earlier_day_finds_the_words_of_its_edition() -> None:
    article = an_article("<p>Old wording.</p>", title="Paper")
    first = published(article, at=JANUARY)
    article.body = "<p>New wording.</p>"
    article.save()
    second = published(article, at=FEBRUARY, kind="update", note="Reworded.")
    assert ids("old", at=JANUARY) == [first.pk]
    assert ids("old", at=MARCH) == []
    assert ids("new", at=JANUARY) == []
    assert ids("wording", at=MARCH) == [second.pk]
    assert titles("wording", at=DECEMBER) == []


def test_results_are_narrowed_by_language_year_and_keyword_with_narrower_ones() -> None:
    asia = a_keyword("Asia")
    a_keyword("China", parent=asia)
    published(an_article(BODY, title="One", keywords=("China",), issued="2023"))
    published(an_article(BODY, title="Two", keywords=("Asia",), issued="2024-05"))
    published(an_article(BODY, title="Three", language="ur", issued=""))
    assert sorted(titles("tariff", scope=Scope(keyword="asia"))) == ["One", "Two"]
    assert (
        titles("tariff", scope=Scope(keyword="china")) == titles("tariff", scope=Scope(year=2023)) == ["One"]
    )
    assert titles("tariff", scope=Scope(language="ur")) == ["Three"]
    assert titles("tariff", scope=Scope(keyword="unknown")) == []
    results = find("tariff", at=MARCH)
    assert results.facets.years == [(2024, 1), (2023, 1)]
    assert dict(results.facets.languages) == {"en": 2, "ur": 1}
    assert sorted(results.facets.keywords) == [("asia", "Asia", 2, "topic"), ("china", "China", 1, "topic")]


def test_candidate_keywords_are_no_facet() -> None:
    a_keyword("Traditional economic", status="candidate")
    published(an_article(BODY, keywords=("Traditional economic",)))
    assert find("tariff", at=MARCH).facets.keywords == []


def test_pages_and_newest_first() -> None:
    for day in range(1, 6):
        published(an_article(BODY, title=f"Day {day}"), at=datetime(2025, 2, day, tzinfo=UTC))
    assert titles("tariff", newest=True, limit=2) == ["Day 5", "Day 4"]
    assert titles("tariff", newest=True, limit=2, offset=4) == ["Day 1"]
    assert titles("tariff", offset=10) == []


def test_where_nothing_is_found_keywords_that_read_alike_are_suggested() -> None:
    a_keyword("Pakistan")
    assert find("pakisten", at=MARCH).spelling.offers == ["Pakistan"]


def test_seven_queries_whatever_the_number_of_articles(django_assert_max_num_queries: Any) -> None:
    for _ in range(8):
        published(an_article(BODY, keywords=("Trade", "China")))
    with django_assert_max_num_queries(7):
        assert len(find("tariff", Scope(keyword="trade"), at=MARCH).hits) == 8


def test_recompiling_rewrites_the_one_document() -> None:
    article = an_article(BODY, title="Duties")
    published(article)
    article.title = "Levies"
    article.save()
    published(article, at=FEBRUARY, kind="update", note="Renamed.")
    assert titles("levies") == titles("tariff") == ["Levies"]
    assert titles("duties") == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.text(alphabet="ab*\"'():-^&|!\\<>{}+ 新ک9.,\x00", max_size=60))
def test_nothing_that_a_reader_types_raises(text: str) -> None:
    find(text, at=MARCH)


def test_a_word_in_very_many_texts_is_ranked_among_the_newest_unless_the_question_narrows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("articles.search.finding.NEWEST", 2)
    for year in range(2020, 2025):
        at = JANUARY if year < 2022 else MARCH
        published(an_article(BODY, title=f"Of {year}", issued=str(year)), at=at)
    assert sorted(titles("tariff")) == ["Of 2023", "Of 2024"]
    assert titles("tariff", scope=Scope(year=2020)) == ["Of 2020"]
    assert sorted(titles("tariff", FEBRUARY, past=True)) == ["Of 2020", "Of 2021"]


def test_in_a_crowd_an_old_article_is_found_by_its_title(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.search.finding.NEWEST", 2)
    published(an_article(BODY, title="Tariffs on solar cells"), at=JANUARY)
    for number in range(3):
        published(an_article(BODY, title=f"Duties {number}"), at=FEBRUARY)

    assert titles("solar tariffs")[0] == "Tariffs on solar cells"
    assert sorted(titles("solar tariffs")[1:]) == ["Duties 1", "Duties 2"]
    assert "Tariffs on solar cells" not in titles("solar tariffs -absent")


def test_titles_that_begin_as_typed_are_offered_from_the_newest_and_on_an_earlier_day_from_those_of_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("articles.search.finding.NEWEST", 2)
    for year in range(2020, 2025):
        at = JANUARY if year < 2022 else MARCH
        published(an_article("<p>Nothing else.</p>", title=f"Tariffs of {year}"), at=at)
    published(an_article("<p>Tariffs.</p>", title="Duties"), at=MARCH)

    assert offered("tar", MARCH) == ["Tariffs of 2023", "Tariffs of 2024"]
    assert offered("tar", FEBRUARY, past=True) == ["Tariffs of 2020", "Tariffs of 2021"]


def offered(text: str, at: datetime, *, past: bool = False) -> list[str]:
    begun = finding.titles(read_query(text), at=at, past=past, most=8)
    return sorted(each.title for each in begun)


def test_more_than_are_told_are_said_to_be_more(monkeypatch: pytest.MonkeyPatch) -> None:
    assert finding.NEWEST > finding.BEST
    monkeypatch.setattr(finding, "NEWEST", 3)
    monkeypatch.setattr(finding, "BEST", 2)
    for number in range(4):
        published(an_article(BODY, title=f"Duties {number}"))

    assert find("tariff", at=MARCH).total_text == "2+"
