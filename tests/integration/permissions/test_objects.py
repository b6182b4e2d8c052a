"""Addresses of objects other than articles, and of what hangs on an article, by role."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.editions.models import Edition
from articles.front_page.verbs import Chosen, compose
from articles.listing.models import SavedView
from articles.previews.links import make_link
from articles.previews.models import OutsideComment
from articles.releases.actions import make_release
from articles.revisions.models import Revision
from articles.revisions.saving import save_revision
from articles.writing.models import Article
from taxonomy.change_log import KeywordChange
from taxonomy.merging import merge
from tests.integration.permissions.table import BEGINNING, HANGING_ON_AN_ARTICLE, OF_OBJECTS, ROLES
from tests.integration.permissions.test_matrix import SECRET, gets_in, signed_in
from tests.integration.upstream_errors.builders import declared, the_statement
from tests.newsroom import JANUARY, a_keyword, a_series, an_article, an_import, published

pytestmark = pytest.mark.django_db
IN = {200, 302, 400, 409}


def on_site(edition: Edition) -> str:
    kind = ContentType.objects.get_for_model(Edition)
    return reverse("admin:view_on_site", args=[kind.pk, edition.pk])


def addresses() -> dict[str, tuple[str, dict[str, Any]]]:
    article = an_article(title=SECRET)
    release = make_release("Together", [article], by=None, at=timezone.now())
    keep, gone, third = (a_keyword(name) for name in ("Kept", "Gone", "Third"))
    merge(gone, keep, by=None, at=timezone.now())
    change = KeywordChange.objects.get(verb=KeywordChange.Verb.MERGE)
    kept = an_import("series,period,value\n").pk
    error = declared(the_statement()).pk
    composed = compose("ur", Chosen(), by=None, at=timezone.now()).pk
    args: dict[str, Any] = {
        **{f"indicators_upstreamerror_{verb}": error for verb in ("inform", "reply", "reject", "look")},
        **{f"articles_frontpage_{verb}": composed for verb in ("cancel", "restore")},
        "articles_jointrelease_publish": release.pk,
        "articles_jointrelease_cancel": release.pk,
        "articles_jointrelease_take_out": release.pk,
        "articles_jointrelease_put_in": release.pk,
        "indicators_series_record": a_series().pk,
        **{f"indicators_dataimport_{verb}": kept for verb in ("columns", "apply", "undo", "discard")},
        "taxonomy_keyword_merge": third.pk,
        "taxonomy_keyword_move": third.pk,
        "taxonomy_keyword_retire": third.pk,
        "taxonomy_keyword_undo_merge": change.pk,
    }
    found = {
        name: (reverse(f"admin:{name}", args=[pk]), {"article": article.pk}) for name, pk in args.items()
    }
    return {**found, "view_on_site": (on_site(published(an_article())), {})}


def answered(client: Client, address: str, given: dict[str, Any]) -> bool:
    answer = client.get(address)
    if answer.status_code == 405:
        answer = client.post(address, given)
    return answer.status_code in IN and "/admin/login/" not in answer.get("Location", "")


@pytest.mark.parametrize("role", ROLES)
def test_other_objects_at_every_address(client: Client, role: str) -> None:
    signed_in(client, role)
    made = addresses()
    assert set(made) == set(OF_OBJECTS)
    for name, (address, given) in made.items():
        assert answered(client, address, given) == (role in OF_OBJECTS[name]), name


def test_nobody_gets_to_other_objects_unsigned(client: Client) -> None:
    for name, (address, given) in addresses().items():
        assert not answered(client, address, given), name
    for name in BEGINNING:
        assert not answered(client, reverse(f"admin:{name}"), {"title": SECRET}), name


@pytest.mark.parametrize("role", ROLES)
def test_an_article_is_begun_by_those_who_write(client: Client, role: str) -> None:
    signed_in(client, role)
    for name, who in BEGINNING.items():
        answer = client.post(reverse(f"admin:{name}"), {"title": SECRET, "language": "en"})
        assert (answer.status_code not in {403, 404}) == (role in who), name
    assert role in "AEX" or not Article.objects.exists()


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("role", ROLES)
def test_what_hangs_on_an_article_is_reached_with_the_article(client: Client, role: str, own: bool) -> None:
    person = signed_in(client, role)
    article = an_article(title=SECRET, created_by=person if own else None)
    save_revision(article, by=None, at=JANUARY)
    aside = Revision.objects.get(article=article)
    aside.pk, aside.number, aside.kind = None, 99, Revision.Kind.ASIDE
    aside.save()
    link = make_link(article.pk, by=None, at=timezone.now(), days=3, note="", revision=None)
    comment = OutsideComment.objects.create(
        article=article, link=link, name="Reader", text="Words", at=JANUARY
    )
    numbers = {
        "articles_article_merge": aside.number,
        "articles_article_revoke_link": link.pk,
        "articles_article_comment_read": comment.pk,
    }
    for name in HANGING_ON_AN_ARTICLE:
        answer = client.post(reverse(f"admin:{name}", args=[article.pk, numbers[name]]))
        gets = role in "EX" or (role == "A" and own)
        assert (answer.status_code in IN) == gets, name
        assert gets or SECRET not in answer.content.decode(), name
        other = an_article(created_by=person)
        elsewhere = client.post(reverse(f"admin:{name}", args=[other.pk, numbers[name]]))
        assert elsewhere.status_code in {403, 404}, f"{name} by another article"


@pytest.mark.parametrize("role", ROLES)
def test_the_public_address_of_what_is_scheduled_is_told_to_those_who_may_know(
    client: Client, role: str
) -> None:
    signed_in(client, role)
    now = timezone.now()
    edition = published(an_article(slug="not-yet"), at=now, published_at=now + timedelta(days=2))
    answer = client.get(on_site(edition))
    assert ("not-yet" in answer.get("Location", "")) == (role in "EDMX")
    assert answer.status_code == (302 if role in "EDMX" else 403)


def test_what_is_not_there_has_no_public_page(client: Client) -> None:
    signed_in(client, "X")
    kind = ContentType.objects.get_for_model(Edition).pk
    session = ContentType.objects.get(app_label="sessions").pk
    for tail in ([kind, "0"], [kind, "x"], [10**6, "1"], [10**30, "1"], [kind, "9" * 40], [session, "1"]):
        assert client.get(reverse("admin:view_on_site", args=tail)).status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_an_app_shows_what_one_may_open(client: Client, role: str) -> None:
    signed_in(client, role)
    an_article(title=SECRET)
    for app in ("articles", "indicators", "taxonomy", "auth"):
        answer = client.get(reverse("admin:app_list", args=[app]))
        assert answer.status_code in {200, 404}
        assert SECRET not in answer.content.decode()
    assert (client.get(reverse("admin:app_list", args=["auth"])).status_code == 200) == (role == "X")


@pytest.mark.parametrize("role", ROLES)
def test_only_ones_own_views_are_dropped(client: Client, role: str) -> None:
    signed_in(client, role)
    owner = User.objects.create_user("owner")
    view = SavedView.objects.create(owner=owner, name="Mine", query="", shared=True)
    client.post(reverse("admin:articles_article_drop_view", args=[view.pk]))
    assert SavedView.objects.filter(pk=view.pk).exists()


def test_gets_in_tells_a_refusal_from_an_answer(client: Client) -> None:
    signed_in(client, "N")
    assert gets_in(client, "/admin/")
    assert not gets_in(client, "/admin/articles/article/")
