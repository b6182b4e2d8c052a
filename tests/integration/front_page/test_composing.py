"""Composing the front page: one verb, one row of the log, and nothing on the page that is not public."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.front_page.models import FrontPage, FrontPageEvent, FrontPageFigure
from articles.front_page.verbs import Chosen, cancel, compose, newest_of
from articles.models import Article
from articles.reading.finished import shelf
from articles.workflow.actions import withdraw
from indicators.models import Observation
from tests.integration.front_page.conftest import NOON
from tests.newsroom import MARCH, a_release, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
News = dict[str, Article]


@pytest.fixture(autouse=True)
def it_is_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    at(NOON, monkeypatch)


def at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def put(
    *titles: str, news: News, by: User, when: datetime = NOON, language: str = "en", **more: object
) -> FrontPage:
    """The first title leads, the others are picks; an empty first title leaves the lead to the page."""
    lead = news[titles[0]].pk if titles and titles[0] else None
    chosen = Chosen(lead, tuple(news[each].pk for each in titles[1:]), tuple(more.pop("figures", ())))  # type: ignore[arg-type]
    seen = newest_of(language)
    return compose(language, chosen, by=by, at=when, seen=seen, **more)  # type: ignore[arg-type]


def lead_of(address: str = "/") -> str:
    return (
        Client()
        .get(address)
        .content.decode()
        .partition("<h1>")[2]
        .partition("</h1>")[0]
        .partition(">")[2][:-4]
    )


def picks_of(address: str = "/") -> list[str]:
    text = Client().get(address).content.decode().partition("Chosen by the editors")[2].partition("</ul>")[0]
    return [part.partition(">")[2].partition("<")[0] for part in text.split("<h3><a")[1:]]


def test_lead_and_picks_stand_in_the_editors_order(news: News, editor: User) -> None:
    assert lead_of() == "Wheat"
    made = put("Glass", "Wheat", "Steel", news=news, by=editor)
    assert lead_of() == "Glass"
    assert picks_of() == ["Wheat", "Steel"]
    (event,) = FrontPageEvent.objects.all()
    assert (event.verb, event.by, event.at, event.front_page) == ("compose", editor, NOON, made)
    assert event.detail["lead"] == news["Glass"].pk


def test_each_language_has_its_own_and_a_pick_may_be_in_another(news: News, editor: User) -> None:
    news["گندم"] = an_article(title="گندم", slug="gandum", language="ur")
    published(news["گندم"], at=NOON - DAY)
    put("Glass", "گندم", news=news, by=editor)
    assert picks_of() == ["گندم"]
    assert '<li lang="ur" dir="rtl"><article>' in Client().get("/").content.decode()
    assert lead_of("/ur/") == "گندم"
    assert picks_of("/ur/") == []


def test_without_a_composition_the_page_composes_itself(news: News, editor: User) -> None:
    for n in range(4):
        published(an_article(title=f"Older {n}"), at=NOON - (40 + n) * DAY)
    text = Client().get("/").content.decode()
    assert "Chosen by the editors" not in text
    # What the record of the latest has told already is not shown again.
    told = text.partition("More articles")[2].partition("</section>")[0]
    assert ("Older 3" in told, "Steel" in told) == (True, False)
    put("Glass", "Steel", news=news, by=editor)
    put(news=news, by=editor)
    assert Client().get("/").content.decode() == text


def test_what_is_not_public_is_not_shown_and_the_newest_leads(
    news: News, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    news["Coming"] = an_article(title="Coming")
    published(news["Coming"], at=NOON, published_at=NOON + HOUR)
    put("Coming", "Steel", "Glass", news=news, by=editor)
    assert lead_of() == "Wheat"
    assert "Coming" not in Client().get("/").content.decode()
    at(NOON + HOUR, monkeypatch)
    assert lead_of() == "Coming"
    withdraw(news["Coming"], by=None, at=NOON + HOUR, reason="Wrong.")
    withdraw(news["Steel"], by=None, at=NOON + HOUR, reason="Wrong.")
    assert (lead_of(), picks_of()) == ("Wheat", ["Glass"])
    assert lead_of(f"/?as_of={NOON:%Y-%m-%d}") == "Wheat"


def test_a_pick_does_not_lead_as_well(news: News, editor: User) -> None:
    put("", "Wheat", "Cotton", news=news, by=editor)
    assert (lead_of(), picks_of()) == ("Glass", ["Wheat", "Cotton"])


def test_one_for_a_while_gives_way_to_what_stood_before(
    news: News, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("Glass", news=news, by=editor)
    put("Steel", news=news, by=editor, starts_at=NOON + HOUR, ends_at=NOON + 2 * HOUR)
    for moment, title in ((0, "Glass"), (1, "Steel"), (1.9, "Steel"), (2, "Glass")):
        at(NOON + moment * HOUR, monkeypatch)
        assert lead_of() == title


def test_the_page_of_a_day_is_composed_as_it_was(
    news: News, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("Glass", "Steel", news=news, by=editor, when=NOON - 3 * DAY)
    put("Cotton", news=news, by=editor, when=NOON - DAY)
    day = f"{NOON - 2 * DAY:%Y-%m-%d}"
    assert (lead_of(f"/?as_of={day}"), picks_of(f"/?as_of={day}")) == ("Glass", ["Steel"])
    assert lead_of(f"/?as_of={NOON - 5 * DAY:%Y-%m-%d}") == "Wheat"
    assert lead_of() == "Cotton"


def test_figures_are_told_as_known_on_the_day(news: News, editor: User, cars: Observation) -> None:
    stated(a_series("CARS", source="CAAM"), "2024", "9.587")
    stated(cars.series, "2024", "9.5", on=date(2025, 3, 10), at=MARCH)
    put("Glass", news=news, by=editor, figures=(cars.pk,))
    text = Client().get("/").content.decode().partition("Figures of the week")[2]
    assert '<span class="big"><bdi>9.5 million</bdi></span>' in text
    assert "revised from 9.443 million" in text
    assert "CAAM states 9.587 million" in text


@pytest.mark.parametrize(
    ("chosen", "times", "code"),
    [
        (Chosen(lead=10**9), {}, "unknown-article"),
        (Chosen(figures=(10**9,)), {}, "unknown-figure"),
        (Chosen(picks=tuple(range(1, 8))), {}, "too-many"),
        (Chosen(figures=tuple(range(1, 7))), {}, "too-many"),
        (Chosen(lead=1, picks=(1,)), {}, "twice"),
        (Chosen(), {"starts_at": NOON - HOUR}, "past"),
        (Chosen(), {"ends_at": NOON}, "ends-first"),
        (Chosen(), {"starts_at": NOON + DAY, "ends_at": NOON + HOUR}, "ends-first"),
        (Chosen(), {"seen": 5}, "stale"),
    ],
)
def test_what_is_refused_leaves_nothing(
    chosen: Chosen, times: dict[str, datetime], code: str, editor: User
) -> None:
    with pytest.raises(ValidationError) as refused:
        compose("en", chosen, by=editor, at=NOON, **times)  # type: ignore[arg-type]
    assert refused.value.code == code
    assert not FrontPage.objects.exists()
    assert not FrontPageEvent.objects.exists()


def test_a_draft_and_a_withdrawn_article_cannot_be_chosen(news: News, editor: User) -> None:
    news["Draft"] = an_article(title="Draft")
    withdraw(news["Steel"], by=None, at=NOON, reason="Wrong.")
    for title in ("Draft", "Steel"):
        with pytest.raises(ValidationError):
            put(title, news=news, by=editor)


def test_who_comes_second_is_told(news: News, editor: User) -> None:
    seen = newest_of("en")
    put("Glass", news=news, by=editor)
    with pytest.raises(ValidationError, match="Somebody else"):
        compose("en", Chosen(), by=editor, at=NOON, seen=seen)
    compose("en", Chosen(), by=editor, at=NOON, seen=newest_of("en"))


def test_only_what_has_not_started_is_cancelled(
    news: News, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = put("Glass", news=news, by=editor)
    later = put("Steel", news=news, by=editor, starts_at=NOON + HOUR)
    cancel(later, by=editor, at=NOON)
    at(NOON + 2 * HOUR, monkeypatch)
    assert lead_of() == "Glass"
    assert list(FrontPageEvent.objects.values_list("verb", flat=True)) == ["cancel", "compose", "compose"]
    for each, code in ((now, "seen"), (later, "cancelled")):
        with pytest.raises(ValidationError) as refused:
            cancel(each, by=editor, at=NOON + HOUR)
        assert refused.value.code == code


def test_the_database_keeps_what_stood_on_the_page(news: News, editor: User, cars: Observation) -> None:
    made = put("Glass", news=news, by=editor, figures=(cars.pk,))
    for sql in (
        f"UPDATE articles_frontpage SET language = 'ur' WHERE id = {made.pk}",
        f"UPDATE articles_frontpage SET cancelled_at = composed_at WHERE id = {made.pk}",
        f"DELETE FROM articles_frontpage WHERE id = {made.pk}",
        "UPDATE articles_frontpagefigure SET position = 3",
        "DELETE FROM articles_frontpageevent",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    with pytest.raises(ValidationError):
        FrontPage.objects.all().delete()
    assert FrontPageFigure.objects.count() == 1


def test_an_article_that_is_deleted_for_good_leaves_the_page(news: News, editor: User) -> None:
    news["Coming"] = an_article(title="Coming")
    published(news["Coming"], at=NOON, published_at=NOON + HOUR)
    made = put("Coming", "Glass", news=news, by=editor)
    made.article_rows.filter(article=news["Coming"]).delete()
    assert (lead_of(), picks_of()) == ("Wheat", ["Glass"])


def test_the_budget_does_not_grow_with_the_library(
    news: News, editor: User, cars: Observation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    put("Glass", "Steel", "Cotton", "Wheat", news=news, by=editor, figures=(cars.pk,))
    for _ in range(2):
        Client().get("/")
        shelf.clear()
        with django_assert_max_num_queries(14):
            Client().get("/")
        for n in range(12):
            published(an_article(keywords=(f"Term {n}",)), at=NOON - n * HOUR)


def test_the_newest_articles_that_have_figures_give_those_of_the_week(news: News, cars: Observation) -> None:
    body = f"<p>{figure('9.443 million', cars.reference)} cars.</p>"
    published(an_article(body, title="Cars"), at=NOON - 40 * DAY)
    text = Client().get("/").content.decode()
    assert "9.443 million" in text.partition("Figures of the week")[2]


def test_a_figure_that_its_source_took_back_is_none_of_the_week(news: News, cars: Observation) -> None:
    body = f"<p>{figure('9.443 million', cars.reference)} cars.</p>"
    published(an_article(body, title="Cars"), at=NOON - 40 * DAY)
    stated(cars.series, "2024", None, on=NOON.date() - DAY, at=NOON - DAY, change_kind="withdrawal")
    text = Client().get("/").content.decode()
    assert "9.443 million" not in text.partition("Figures of the week")[2]
    then = Client().get(f"/?as_of={NOON - 2 * DAY:%Y-%m-%d}").content.decode()
    assert "9.443 million" in then.partition("Figures of the week")[2]


def test_many_releases_of_one_day_leave_room_for_articles_in_the_record(news: News) -> None:
    for _ in range(8):
        a_release(published_on=NOON.date() - DAY)
    latest = (
        Client().get("/").content.decode().partition('<section class="latest">')[2].partition("</section>")[0]
    )
    assert latest.count("Bulletin") == 3
    assert "Glass" in latest


def test_the_record_tells_updates_in_the_language_of_the_page(news: News) -> None:
    for language, title in (("en", "Ports"), ("ur", "بندرگاہیں")):
        article = an_article(title=title, language=language)
        published(article, at=NOON - 2 * DAY)
        published(article, at=NOON - HOUR, kind="update", note=f"One more sentence, {language}.")
    for address, own, other in (("/", "en", "ur"), ("/ur/", "ur", "en")):
        page = Client().get(address).content.decode()
        assert f"One more sentence, {own}." in page
        assert f"One more sentence, {other}." not in page


def test_today_asked_for_by_its_day_is_the_same_page() -> None:
    for n in range(9):
        article = an_article(title=f"Nr {n}")
        published(article, at=NOON - (20 - n) * DAY)
        if n == 0:
            published(article, at=NOON - HOUR, kind="update", note="One more sentence.")
    today, asked = (Client().get(f"/{query}").content.decode() for query in ("", f"?as_of={NOON:%Y-%m-%d}"))
    for n in range(9):
        assert today.count(f">Nr {n}<") == asked.count(f">Nr {n}<") > 0
