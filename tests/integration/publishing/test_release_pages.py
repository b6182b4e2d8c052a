"""The pages of releases: two requests from twelve articles to twelve editions."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.releases.actions import make_release
from articles.releases.models import JointRelease
from articles.workflow.models import Transition
from articles.writing.models import Article
from tests.newsroom import a_series, an_article, an_editor, figure, stated

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/jointrelease/add/"


@pytest.fixture
def at_desk(client: Client) -> Client:
    client.force_login(an_editor())
    return client


def made(client: Client, count: int = 12) -> str:
    pks = [an_article(title=f"<b>Part</b> {n}").pk for n in range(count)]
    assert "&lt;b&gt;Part&lt;/b&gt; 3" in client.get(ADD).content.decode()
    answer = client.post(ADD, {"title": "The budget", "articles": pks})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_twelve_articles_are_released(at_desk: Client) -> None:
    page = made(at_desk)
    assert "12 of 12 ready." in at_desk.get(page).content.decode()
    address = page.replace("/change/", "/publish/")
    assert at_desk.get(address).status_code == 405
    assert at_desk.post(address).status_code == 302
    assert Edition.objects.count() == 12
    assert len(set(Edition.objects.values_list("published_at", flat=True))) == 1
    assert "Live" in at_desk.get(page).content.decode()
    assert "The budget" in at_desk.get("/admin/articles/jointrelease/").content.decode()


def test_a_release_is_scheduled_and_cancelled(at_desk: Client) -> None:
    page = made(at_desk, 4)
    when = timezone.localtime(timezone.now() + timedelta(days=2))
    given = {"published_at_0": when.strftime("%Y-%m-%d"), "published_at_1": when.strftime("%H:%M")}
    at_desk.post(page.replace("/change/", "/publish/"), given)
    assert Edition.objects.filter(published_at__gt=timezone.now()).count() == 4
    assert "Cancel the schedule" in at_desk.get(page).content.decode()
    at_desk.post(page.replace("/change/", "/cancel/"))
    assert not Edition.objects.exists()


def test_each_refusal_is_told(at_desk: Client) -> None:
    page = made(at_desk, 4)
    article = JointRelease.objects.get().articles.all()[0]
    type(article).objects.filter(pk=article.pk).update(body="")
    answer = at_desk.post(page.replace("/change/", "/publish/"), follow=True).content.decode()
    assert "The article has no text. Write it." in answer
    assert "Nothing was published." in answer
    assert not Edition.objects.exists()


def test_who_may_not_publish_may_not_release(client: Client, at_desk: Client) -> None:
    page = made(at_desk, 4)
    client.force_login(User.objects.create_user("writer", is_staff=True))
    for address in (ADD, page, page.replace("/change/", "/publish/"), page.replace("/change/", "/cancel/")):
        assert client.post(address).status_code == 403
    assert not Edition.objects.exists()


def test_what_is_approved_or_in_review_is_offered_too(at_desk: Client) -> None:
    for stage in ("draft", "in_review", "approved", "changes_requested"):
        an_article(title=f"Offered {stage}", stage=stage)
    page = at_desk.get(ADD).content.decode()
    assert [stage for stage in ("draft", "in_review", "approved") if f"Offered {stage}" not in page] == []
    assert "Offered changes_requested" not in page


def test_an_article_without_a_title_has_a_name_to_be_ticked_by(at_desk: Client) -> None:
    an_article(title="")
    assert "(no title yet)" in at_desk.get(ADD).content.decode()


def test_the_page_asks_for_a_reason_where_figures_stand_in_the_way(at_desk: Client) -> None:
    stated(a_series(), "2024", "9.443")
    body = f"<p>{figure('9.334 million vehicles', 'CARS.CHN.A.STAT:2024')}</p>"
    an_article(body, title="<b>Part</b> 3")
    answer = at_desk.post(ADD, {"title": "One", "articles": [Article.objects.get().pk]})
    page = str(answer["Location"])
    assert 'name="override_reason"' in at_desk.get(page).content.decode()
    address = page.replace("/change/", "/publish/")
    assert "Nothing was published." in at_desk.post(address, follow=True).content.decode()
    given = {"override_reason": "Quoted as printed.", "confirm_warnings": "on"}
    assert "The release is live" in at_desk.post(address, given, follow=True).content.decode()
    assert Transition.objects.get(verb="publish").reason == "Quoted as printed."


def test_more_is_put_into_a_release_that_is_being_prepared(at_desk: Client) -> None:
    first, second, elsewhere = (an_article(title=f"Part {n}") for n in range(3))
    release = make_release("Together", [first], by=None, at=timezone.now())
    make_release("Other", [elsewhere], by=None, at=timezone.now())
    page = f"/admin/articles/jointrelease/{release.pk}/"
    shown = at_desk.get(f"{page}change/").content.decode()
    offered = shown[shown.index(f"{page}put-in/") :]
    assert f'value="{second.pk}"' in offered
    assert f'value="{elsewhere.pk}"' not in offered
    told = at_desk.post(f"{page}put-in/", {"articles": [second.pk]}, follow=True).content.decode()
    assert "1 more is in the release." in told
    rows = release.items.values_list("article", "position", "kind")
    assert list(rows) == [(first.pk, 0, "first"), (second.pk, 1, "first")]
    refused = at_desk.post(f"{page}put-in/", {"articles": [elsewhere.pk]}, follow=True).content.decode()
    assert release.items.count() == 2
    assert "Select a valid choice" in refused
    assert f"{page}delete/" in shown


def test_nothing_is_put_into_a_release_that_was_sent_off(at_desk: Client) -> None:
    release = make_release("Together", [an_article()], by=None, at=timezone.now())
    at_desk.post(f"/admin/articles/jointrelease/{release.pk}/publish/", {"confirm_warnings": "on"})
    late = an_article()
    page = f"/admin/articles/jointrelease/{release.pk}/"
    told = at_desk.post(f"{page}put-in/", {"articles": [late.pk]}, follow=True).content.decode()
    assert "This release has been live since" in told
    assert release.items.count() == 1
    assert f"{page}delete/" not in told
