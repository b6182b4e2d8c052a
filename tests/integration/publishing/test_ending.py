"""An end date: the article is there until its time, and gone from then on, everywhere, without a worker."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from articles.editions.models import Address, Edition, Withdrawal
from articles.previews.links import closed_because, make_link
from articles.workflow.actions import cancel_schedule, withdraw
from articles.workflow.blockers import PublishingBlocked
from articles.workflow.ending import cancel_end, plan_end
from articles.workflow.models import Transition
from articles.workflow.trash import trash
from articles.writing import states
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, JANUARY, MARCH, an_article, published

pytestmark = pytest.mark.django_db
REASON = "The permission to show it ends."
FUTURE = datetime(2999, 1, 1, 9, tzinfo=UTC)


@pytest.fixture
def lasting() -> Article:
    """An article of two editions that ends far in the future."""
    article = an_article("<p>Perennial words.</p>", slug="lasting", title="Lasting", keywords=("Trade",))
    published(article)
    published(article, at=FEBRUARY, kind="update", note="More.")
    plan_end(article, ends_at=FUTURE, reason=REASON, by=None, at=MARCH)
    return article


@pytest.fixture
def ended(lasting: Article) -> Article:
    """The same, when the end has come."""
    plan_end(lasting, ends_at=timezone.now() - timedelta(hours=1), reason=REASON, by=None, at=MARCH)
    return lasting


ADDRESSES = ["/articles/lasting/", "/articles/lasting/editions/1/", "/articles/lasting/editions/2/"]
EVERYWHERE = [
    "/", "/articles/", "/feed.atom", "/search/?q=perennial", "/api/v1/articles/", "/api/v1/search/?q=perennial",
    "/keywords/trade/", "/articles/?as_of=2025-03-01", "/api/v1/articles/?as_of=2025-03-01", "/archive/2025/1/",
]  # fmt: skip


def test_until_then_nothing_changes_for_readers(client: Client, lasting: Article) -> None:
    assert Edition.objects.current(timezone.now()).get().number == 2
    for address in ADDRESSES:
        page = client.get(address)
        assert page.status_code == 200
        assert REASON not in page.content.decode()
    answer = client.get("/api/v1/articles/lasting/")
    assert answer.status_code == 200
    assert "2999" not in answer.content.decode()
    assert REASON not in client.get("/corrections/").content.decode()


@pytest.mark.parametrize("address", ["/articles/", "/feed.atom", "/search/?q=perennial", "/api/v1/articles/"])
def test_until_then_it_is_listed(client: Client, lasting: Article, address: str) -> None:
    assert "lasting" in client.get(address).content.decode()


@pytest.mark.parametrize("query", ["", "?as_of=2025-03-01"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_from_then_on_every_address_says_why(
    client: Client, ended: Article, address: str, query: str
) -> None:
    page = client.get(address + query)
    assert page.status_code == 410
    assert REASON in page.content.decode()
    assert "Perennial" not in page.content.decode()


@pytest.mark.parametrize("query", ["", "?as_of=2025-03-01"])
def test_the_api_answers_gone_with_the_reason(client: Client, ended: Article, query: str) -> None:
    answer = client.get(f"/api/v1/articles/lasting/{query}")
    assert (answer.status_code, answer["Content-Type"]) == (410, "application/problem+json")
    assert answer.json()["detail"] == REASON


@pytest.mark.parametrize("address", EVERYWHERE)
def test_from_then_on_it_is_listed_nowhere(client: Client, ended: Article, address: str) -> None:
    assert "lasting" not in client.get(address).content.decode().lower()


def test_an_article_that_ends_is_withdrawn_by_the_clock(lasting: Article) -> None:
    assert states.state_of(lasting, FUTURE - timedelta(seconds=1)).state == "published"
    assert states.state_of(lasting, FUTURE).state == "withdrawn"
    assert not Edition.objects.current(FUTURE).exists()


def test_a_further_edition_takes_the_end_over(lasting: Article) -> None:
    third = published(lasting, at=MARCH + timedelta(days=1), kind="update", note="Again.")
    third.refresh_from_db()
    assert (third.superseded_at, third.ends_at) == (FUTURE, FUTURE)
    assert Edition.objects.current(MARCH + timedelta(days=2)).get() == third
    assert Edition.objects.get(number=2).superseded_at == third.published_at


def test_nothing_is_scheduled_for_after_the_end(lasting: Article) -> None:
    with pytest.raises(PublishingBlocked, match="ends on 2999"):
        published(lasting, at=MARCH, kind="update", note="Late.", published_at=FUTURE)


def test_cancelling_a_schedule_keeps_the_end(lasting: Article) -> None:
    later = FUTURE - timedelta(days=1)
    published(lasting, at=MARCH, kind="update", note="Later.", published_at=later)
    cancel_schedule(lasting, by=None, at=MARCH)
    assert Edition.objects.get(number=2).superseded_at == FUTURE


def test_a_cancelled_end_leaves_no_trace_for_readers_but_one_in_the_log(lasting: Article) -> None:
    cancel_end(lasting, by=None, at=MARCH)
    newest = Edition.objects.get(number=2)
    assert (newest.superseded_at, newest.ends_at) == (None, None)
    assert not Withdrawal.objects.exists()
    assert Transition.objects.filter(verb="cancel_end", reason=REASON).exists()
    with pytest.raises(ValidationError, match="No end is planned"):
        cancel_end(lasting, by=None, at=MARCH)


def test_an_end_is_moved_by_planning_it_again(lasting: Article) -> None:
    sooner = FUTURE - timedelta(days=9)
    plan_end(lasting, ends_at=sooner, reason=REASON, by=None, at=MARCH)
    assert Edition.objects.get(number=2).superseded_at == sooner
    assert Withdrawal.objects.get().at == sooner


def test_a_planned_end_neither_lets_it_into_the_trash_nor_closes_a_preview(lasting: Article) -> None:
    with pytest.raises(ValidationError, match="public"):
        trash(lasting, by=None, at=MARCH)
    link = make_link(lasting.pk, by=None, at=MARCH, days=90)
    assert closed_because(link, MARCH) == ""


def test_withdrawing_at_once_overtakes_the_end(client: Client, lasting: Article) -> None:
    withdraw(lasting, by=None, at=timezone.now(), reason="Taken back today.")
    assert "Taken back today." in client.get("/articles/lasting/").content.decode()
    assert Withdrawal.objects.count() == 1


def test_an_ended_article_can_be_published_again(client: Client, ended: Article) -> None:
    again = published(ended, at=timezone.now(), kind="update", note="The permission was renewed.")
    assert again.ends_at is None
    assert client.get("/articles/lasting/").status_code == 200
    assert client.get("/articles/lasting/editions/1/").status_code == 200


def test_what_never_was_public_does_not_end() -> None:
    with pytest.raises(ValidationError, match="nothing can end"):
        plan_end(an_article(), ends_at=FUTURE, reason=REASON, by=None, at=JANUARY)


def test_an_end_needs_a_reason_a_coming_time_and_an_edition_before_it() -> None:
    article = an_article()
    published(article, at=JANUARY, published_at=MARCH)
    for given, told in [
        ({"ends_at": FUTURE, "reason": " "}, "Say why"),
        ({"ends_at": JANUARY, "reason": REASON}, "has passed"),
        ({"ends_at": FEBRUARY, "reason": REASON}, "Edition 1 starts"),
    ]:
        with pytest.raises(ValidationError, match=told):
            plan_end(article, by=None, at=JANUARY, **given)  # type: ignore[arg-type]
    assert not Withdrawal.objects.exists()


def test_cancelling_the_only_edition_cancels_its_end() -> None:
    article = an_article()
    published(article, at=JANUARY, published_at=FEBRUARY)
    plan_end(article, ends_at=FUTURE, reason=REASON, by=None, at=JANUARY)
    cancel_schedule(article, by=None, at=JANUARY)
    assert not Withdrawal.objects.exists()
    assert not Address.objects.exists()


def test_the_database_keeps_the_reason_of_a_withdrawal(ended: Article) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Withdrawal.objects.update(reason="Another one.")
