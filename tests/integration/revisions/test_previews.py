"""Previews: the unsaved form, and links for people without an account. Nothing of them leaks or is kept."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from articles.editions.models import Edition
from articles.previews.admin import links_panel
from articles.previews.links import make_link, revoke, token_of
from articles.previews.models import OutsideComment, PreviewLink, PreviewOpening
from articles.previews.visitors import agent_class, network_of
from articles.revisions.models import Revision
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from tests.integration.admin.test_article_form import FORM, posted
from tests.newsroom import somebody


def address(link: PreviewLink) -> str:
    return f"/preview/{token_of(link)}/"


def test_the_unsaved_form_is_shown_and_nothing_is_stored(at_desk: Client, article: Article) -> None:
    url = f"/admin/articles/article/{article.pk}/preview/"
    before = Article.objects.values().get(pk=article.pk)
    answer = at_desk.post(
        url, posted(article, title="Not saved <b>", body="<p>Words<script>x()</script></p>")
    )
    page = answer.content.decode()
    assert "Not saved &lt;b&gt;" in page
    assert "x()" not in page
    assert "<script" not in page
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert Article.objects.values().get(pk=article.pk) == before
    assert not Edition.objects.filter(title__contains="Not saved").exists()
    assert Revision.objects.filter(article=article).count() <= 1
    assert article.title in at_desk.get(url).content.decode()


def test_a_link_opens_the_working_copy_without_an_account_and_is_logged(
    client: Client, article: Article
) -> None:
    Article.objects.filter(pk=article.pk).update(title="The private title")
    link = make_link(article.pk, by=None, at=timezone.now())
    answer = client.get(address(link), headers={"User-Agent": "Mozilla/5.0 (iPhone) Mobile"})
    assert "The private title" in answer.content.decode()
    assert answer["X-Robots-Tag"].startswith("noindex")
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    opening = link.openings.get()
    assert (opening.network, opening.agent) == ("127.0.0.0/24", "phone")
    for public in ("/", "/articles/", "/search/?q=private", "/feed.atom"):
        assert "The private title" not in client.get(public).content.decode()


def test_a_link_to_a_fixed_revision_shows_that_one(at_desk: Client, client: Client, article: Article) -> None:
    at_desk.post(FORM.format(article.pk), posted(article, title="Later"))
    link = make_link(article.pk, by=None, at=timezone.now(), revision=1)
    page = Client().get(address(link)).content.decode()
    assert article.title in page
    assert "Later" not in page
    with pytest.raises(ValidationError):
        make_link(article.pk, by=None, at=timezone.now(), revision=99)


def test_what_is_closed_says_what_to_do(client: Client, article: Article) -> None:
    now = timezone.now()
    expired = make_link(article.pk, by=None, at=now - timedelta(days=8))
    revoked = make_link(article.pk, by=None, at=now)
    revoke(revoked, by=None, at=now)
    link = make_link(article.pk, by=None, at=now)
    token = token_of(link)
    for url in (address(expired), address(revoked), "/preview/x/", f"/preview/{token[:-1]}x/"):
        answer = client.get(url)
        assert answer.status_code == 404
        assert "link" in answer.content.decode()
        assert article.title not in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
    assert client.get(address(link)).status_code == 200
    withdraw(article, by=None, at=now, reason="Wrong")
    assert client.get(address(link)).status_code == 404
    assert client.post(address(link), {"name": "A", "text": "B"}).status_code == 404


def test_a_link_to_what_is_in_the_trash_refuses(client: Client, article: Article) -> None:
    link = make_link(article.pk, by=None, at=timezone.now())
    Article.objects.filter(pk=article.pk).update(trashed_at=timezone.now())
    assert client.get(address(link)).status_code == 404


def test_an_outside_reader_writes_to_the_newsroom(at_desk: Client, client: Client, article: Article) -> None:
    url = address(make_link(article.pk, by=None, at=timezone.now()))
    visitor = Client(enforce_csrf_checks=True)
    assert visitor.post(url, {"name": "A reader", "text": "x"}).status_code == 403
    visitor.get(url)
    token = visitor.cookies["csrftoken"].value
    fields = {"name": "A reader", "text": "<script>alert(1)</script> fine", "csrfmiddlewaretoken": token}
    assert visitor.post(url, fields).status_code == 302
    assert visitor.post(url, {**fields, "website": "http://spam"}).status_code == 302
    assert visitor.post(url, {**fields, "text": "x" * 4001}).status_code == 200
    assert OutsideComment.objects.count() == 1
    page = at_desk.get(FORM.format(article.pk)).content.decode()
    assert "A reader" in page
    assert "<script>alert(1)" not in page
    for _again in range(6):
        last = visitor.post(url, fields)
    assert "a lot of comments" in last.content.decode()
    assert OutsideComment.objects.count() == 5


def test_links_of_another_article_cannot_be_closed(at_desk: Client, article: Article) -> None:
    link = make_link(article.pk, by=None, at=timezone.now())
    other = Article.objects.create(slug="other", title="Other")
    assert at_desk.post(f"/admin/articles/article/{other.pk}/links/{link.pk}/revoke/").status_code == 404
    assert at_desk.get(f"/admin/articles/article/{article.pk}/links/{link.pk}/revoke/").status_code == 405
    at_desk.post(f"/admin/articles/article/{article.pk}/links/{link.pk}/revoke/")
    assert PreviewLink.objects.get(pk=link.pk).revoked_at is not None
    at_desk.post(f"/admin/articles/article/{article.pk}/links/", {"days": "3", "note": "The author"})
    assert PreviewLink.objects.filter(note="The author").exists()


@pytest.mark.parametrize(
    ("given", "kept"),
    [("203.0.113.77", "203.0.113.0/24"), ("2001:db8:1:2::9", "2001:db8:1::/48"), ("", ""), ("x", "")],
)
def test_a_network_is_kept_without_its_last_part(given: str, kept: str) -> None:
    assert network_of(given) == kept


def test_classes_of_browsers() -> None:
    assert agent_class("") == "unknown"
    assert agent_class("curl/8") == "program"
    assert agent_class("Mozilla/5.0 (compatible; Googlebot/2.1)") == "program"
    assert agent_class("Mozilla/5.0 (X11; Linux)") == "computer"


def test_who_made_the_link_is_told_of_a_comment(
    client: Client,
    at_desk: Client,
    article: Article,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    maker = somebody("Author")
    Article.objects.filter(pk=article.pk).update(assigned_to=maker, title="Of steel\u202e")
    url = address(make_link(article.pk, by=maker, at=timezone.now()))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, {"name": "A reader\r\nBcc: x@example.org", "text": "Look at the second table."})
    [message] = mail.outbox
    assert message.to == [maker.email]
    assert "\n" not in message.subject
    assert "Look at the second table." in message.body
    assert f"/admin/articles/article/{article.pk}/change/#outside" in message.body
    form = at_desk.get(FORM.format(article.pk)).content.decode()
    assert "1 comment from outside" in form


def test_many_openings_are_counted_and_the_latest_told(
    at_desk: Client, article: Article, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    now = timezone.now()
    links = [make_link(article.pk, by=None, at=now) for _n in range(3)]
    PreviewOpening.objects.bulk_create(
        PreviewOpening(link=link, at=now - timedelta(minutes=n), network=f"198.51.{n}.0/24", agent="phone")
        for link in links
        for n in range(30)
    )
    request = RequestFactory().get("/")
    with django_assert_max_num_queries(3):
        panel = links_panel(article, request)
    assert [(each["count"], len(each["openings"])) for each in panel["links"]] == [(30, 10)] * 3
    assert panel["links"][0]["openings"][0].network == "198.51.0.0/24"
