"""Publishing, scheduling, cancelling and withdrawing."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from articles.editions.models import Edition
from articles.figures.marks import words_of
from articles.figures.models import Quotation
from articles.revisions.saving import claim_version
from articles.workflow.actions import cancel_schedule, publish, withdraw
from articles.workflow.blockers import PublishingBlocked
from articles.workflow.models import Transition
from tests.newsroom import FEBRUARY, JANUARY, MARCH, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db


def test_a_draft_is_current_nowhere() -> None:
    an_article()
    assert not Edition.objects.exists()


def test_an_update_closes_the_edition_before_it_at_the_same_instant() -> None:
    article = an_article("<p>First words.</p>")
    first = published(article)
    article.body = "<p>Second words.</p>"
    article.save()
    second = published(article, at=FEBRUARY, kind="update", note="New words.")
    first.refresh_from_db()
    assert first.superseded_at == second.published_at == FEBRUARY
    assert Edition.objects.current(FEBRUARY).get() == second
    assert Edition.objects.current(FEBRUARY - timedelta(seconds=1)).get() == first
    assert "First words" in first.page_html


def test_an_edition_after_the_first_needs_a_public_note() -> None:
    article = an_article()
    published(article)
    with pytest.raises(PublishingBlocked, match="public note"):
        published(article, at=FEBRUARY, kind="update")
    assert Edition.objects.count() == 1


def test_a_contradicted_figure_blocks_and_says_what_the_source_states() -> None:
    series = a_series()
    stated(series, "2024", "9.443")
    article = an_article(f"<p>It made {figure('9.334 million units', 'CARS.CHN.A.STAT:2024')}.</p>")
    with pytest.raises(PublishingBlocked, match=r"9\.443 million") as refused:
        published(article)
    assert refused.value.problems[0].code == "figure-contradicted"
    assert not Transition.objects.exists()


def test_an_override_needs_a_reason_which_is_logged() -> None:
    stated(a_series(), "2024", "9.443")
    article = an_article(f"<p>{figure('9.334 million', 'CARS.CHN.A.STAT:2024')}</p>")
    with pytest.raises(PublishingBlocked):
        published(article, override_reason="  ")
    published(article, override_reason="The paper's own count, quoted as such.")
    assert Transition.objects.get().reason == "The paper's own count, quoted as such."
    assert Quotation.objects.get().verdict == "contradicted"


def test_a_warning_asks_first() -> None:
    series = a_series()
    stated(series, "2024", "9.443")
    stated(series, "2024", "9.5", date(2025, 2, 1), at=FEBRUARY)
    article = an_article(f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')}</p>")
    with pytest.raises(PublishingBlocked, match=r"9\.5 million"):
        published(article, at=FEBRUARY, confirm_warnings=False)
    published(article, at=FEBRUARY)
    assert "9.5 million" in Transition.objects.get().detail["confirmed"][0]


def test_an_unknown_series_cannot_be_overridden() -> None:
    article = an_article(f"<p>{figure('9.334 million', 'NONE.CHN.A.STAT:2024')}</p>")
    with pytest.raises(PublishingBlocked, match="not in the catalogue"):
        published(article, override_reason="Because.")


def test_a_scheduled_edition_becomes_current_when_its_time_comes() -> None:
    article = an_article()
    published(article)
    second = published(article, at=FEBRUARY, kind="update", note="Later.", published_at=MARCH)
    assert Edition.objects.current(FEBRUARY).get().number == 1
    assert Edition.objects.current(MARCH).get() == second
    assert Transition.objects.filter(verb="schedule").exists()


def test_a_cancelled_schedule_leaves_the_live_edition_open() -> None:
    article = an_article()
    first = published(article)
    published(article, at=FEBRUARY, kind="update", note="Later.", published_at=MARCH)
    cancel_schedule(article, by=None, at=FEBRUARY)
    first.refresh_from_db()
    assert first.superseded_at is None
    assert Edition.objects.count() == 1
    with pytest.raises(ValidationError):
        cancel_schedule(article, by=None, at=FEBRUARY)


def test_nothing_else_is_published_while_an_edition_is_scheduled() -> None:
    article = an_article()
    published(article, published_at=MARCH)
    with pytest.raises(PublishingBlocked, match="is scheduled"):
        published(article, at=FEBRUARY, kind="update", note="Sooner.")


def test_two_publications_in_the_same_second_are_two_editions() -> None:
    article = an_article()
    published(article)
    second = published(article, at=JANUARY, kind="update", note="At once.")
    assert Edition.objects.current(JANUARY).get() == second


def test_a_clock_that_jumps_back_is_noticed() -> None:
    article = an_article()
    published(article, at=FEBRUARY)
    with pytest.raises(PublishingBlocked, match=r"scheduled|later"):
        published(article, at=JANUARY, kind="update", note="Earlier.")


def test_a_withdrawn_article_is_current_at_no_moment() -> None:
    article = an_article()
    published(article)
    withdraw(article, by=None, at=MARCH, reason="It was not ours to publish.")
    assert not Edition.objects.current(FEBRUARY).exists()
    assert not Edition.objects.published(MARCH).exists()
    with pytest.raises(ValidationError):
        withdraw(article, by=None, at=MARCH, reason="Again.")


def test_a_withdrawn_article_can_be_published_again() -> None:
    article = an_article()
    published(article)
    withdraw(article, by=None, at=FEBRUARY, reason="A mistake.")
    again = published(article, at=MARCH, kind="correction", note="Published again.")
    assert Edition.objects.current(MARCH).get() == again
    assert not Edition.objects.current(FEBRUARY + timedelta(days=1)).exists()


def test_withdrawing_needs_a_reason() -> None:
    article = an_article()
    published(article)
    with pytest.raises(ValidationError):
        withdraw(article, by=None, at=FEBRUARY, reason=" ")
    assert Edition.objects.current(FEBRUARY).exists()


def test_an_address_of_another_article_is_refused() -> None:
    article = an_article(slug="old-address")
    published(article)
    article.slug = "new-address"
    article.save()
    published(article, at=FEBRUARY, kind="update", note="New address.")
    other = an_article(slug="old-address")
    with pytest.raises(PublishingBlocked, match="belongs to another article"):
        published(other, at=FEBRUARY)


def test_the_database_refuses_to_rewrite_what_was_published() -> None:
    edition = published(an_article())
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(title="Another title")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_edition SET body = '' WHERE id = %s", [edition.pk])
    with pytest.raises(ValidationError):
        edition.delete()
    with pytest.raises(ValidationError):
        Edition.objects.all().delete()


def test_the_database_refuses_two_open_editions() -> None:
    edition = published(an_article())
    edition.pk, edition.number = None, 2
    edition.kind, edition.public_note = "update", "A second one."
    edition._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        edition.save(force_insert=True)


def test_a_new_vintage_turns_the_figure_in_the_same_transaction() -> None:
    series = a_series()
    stated(series, "2024", "9.443")
    edition = published(an_article(f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')}</p>"))
    assert Quotation.objects.get().verdict == "exact"
    stated(series, "2024", "9.6", date(2025, 2, 1), at=FEBRUARY)
    edition.refresh_from_db()
    assert Quotation.objects.get().verdict == "superseded"
    assert "Since revised to 9.6 million, 2025-02-01" in words_of(edition.page_html)


def test_a_rounding_only_revision_leaves_a_rounded_print_alone() -> None:
    series = a_series()
    stated(series, "2024", "9.443")
    edition = published(an_article(f"<p>{figure('9.44 million', 'CARS.CHN.A.STAT:2024')}</p>"))
    stated(series, "2024", "9.4431", date(2025, 2, 1), at=FEBRUARY)
    edition.refresh_from_db()
    assert Quotation.objects.get().verdict == "rounded"
    assert "revised" not in edition.page_html


def test_publish_keeps_who_and_when() -> None:
    article = an_article()
    publish(article, by=None, at=JANUARY)
    entry = Transition.objects.get()
    assert (entry.verb, entry.at, entry.edition_number) == ("publish", JANUARY, 1)


def test_what_somebody_saved_after_the_page_was_opened_is_not_published_unseen() -> None:
    article = an_article()
    claim_version(article, expected=1)
    with pytest.raises(PublishingBlocked, match="Somebody saved"):
        published(article, seen_version=1)
    assert published(article, seen_version=2).number == 1


def test_withdrawing_logs_that_the_coming_edition_was_cancelled() -> None:
    article = an_article()
    published(article)
    published(article, at=FEBRUARY, published_at=MARCH, kind="update", note="Coming.")
    withdraw(article, by=None, at=FEBRUARY, reason="Wrong.")
    rows = article.transitions.order_by("pk").values_list("verb", "edition_number")
    assert list(rows) == [("publish", 1), ("schedule", 2), ("cancel", 2), ("withdraw", 1)]
