"""Autosave and stale saves: whatever was typed is stored or kept aside, and nothing else changes."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.presence.models import Presence
from articles.revisions.models import Revision
from articles.revisions.saving import Writing
from articles.revisions.storing import MOST_AUTOSAVES, store_copy
from articles.writing.models import Article, ArticleKeyword
from tests.integration.admin.test_article_form import FORM, posted
from tests.newsroom import JANUARY, a_keyword, a_reader_with_an_account

AUTOSAVE = "/admin/articles/article/{}/autosave/"
START = "/admin/articles/article/autosave/"
MERGE = "/admin/articles/article/{}/merge/{}/"


def typed(article: Article, turn: int, **changes: Any) -> dict[str, Any]:
    return posted(article, writing_session="page-one", writing_turn=turn, **changes)


def without_rows(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if "-" not in name}


def test_an_autosave_stores_the_copy_and_changes_nothing_for_readers(
    at_desk: Client, article: Article
) -> None:
    before = Edition.objects.get(article=article).etag
    answer = at_desk.post(AUTOSAVE.format(article.pk), without_rows(typed(article, 1, title="Half a ti")))
    assert answer.json()["state"] == "saved"
    assert answer.json()["said"].startswith("Saved ")
    stored = Article.objects.get(pk=article.pk)
    assert (stored.title, stored.version) == ("Half a ti", answer.json()["version"])
    assert stored.keyword_rows.count() == article.keyword_rows.count() > 0
    assert Edition.objects.get(article=article).etag == before
    assert not stored.transitions.filter(verb="publish", at__gt=JANUARY, by__isnull=False).exists()


def test_autosaves_of_one_sitting_are_one_revision_and_the_text_before_stays(
    at_desk: Client, article: Article
) -> None:
    for turn, title in enumerate(("A", "Ab", "Abc"), 1):
        at_desk.post(AUTOSAVE.format(article.pk), typed(article, turn, title=title))
    kinds = list(Revision.objects.filter(article=article).order_by("number").values_list("kind", "changed"))
    assert [kind for kind, _changed in kinds] == ["save", "autosave"]
    assert "title" in kinds[1][1]
    assert Revision.objects.get(article=article, kind="autosave").snapshot["title"] == "Abc"
    assert Revision.objects.get(article=article, kind="save").snapshot["title"] == article.title


def test_an_autosave_that_changes_nothing_is_no_revision(at_desk: Client, article: Article) -> None:
    answer = at_desk.post(AUTOSAVE.format(article.pk), without_rows(typed(article, 1)))
    assert answer.json()["state"] == "saved"
    assert answer.json()["version"] == article.version
    assert Revision.objects.filter(article=article).count() == 1


def test_while_somebody_else_is_there_each_autosave_is_kept(
    at_desk: Client, article: Article, writer: User
) -> None:
    now = timezone.now()
    Presence.objects.create(article=article, person=writer, since=now, seen_at=now)
    for turn, title in enumerate(("A", "Ab"), 1):
        at_desk.post(AUTOSAVE.format(article.pk), typed(article, turn, title=title))
    assert Revision.objects.filter(article=article, kind="autosave").count() == 2


def test_an_answer_that_got_lost_makes_no_conflict(at_desk: Client, article: Article) -> None:
    at_desk.post(AUTOSAVE.format(article.pk), typed(article, 1, title="First"))
    again = at_desk.post(AUTOSAVE.format(article.pk), typed(article, 2, title="Second"))
    assert again.json()["state"] == "saved"
    saved = at_desk.post(FORM.format(article.pk), typed(article, 3, title="Third"))
    assert saved["Location"] == FORM.format(article.pk)
    late = at_desk.post(AUTOSAVE.format(article.pk), typed(article, 2, title="Second"))
    assert late.json() == {"state": "late"}
    assert Article.objects.get(pk=article.pk).title == "Third"
    assert not Revision.objects.filter(kind="aside").exists()


def test_what_cannot_be_stored_is_kept_in_the_history_and_told(at_desk: Client, article: Article) -> None:
    answer = at_desk.post(AUTOSAVE.format(article.pk), typed(article, 1, issued="2024-13", title="New"))
    assert "First printed" in answer.json()["but"] or "first printed" in answer.json()["but"]
    stored = Article.objects.get(pk=article.pk)
    assert (stored.title, stored.issued) == ("New", article.issued)
    kept = Revision.objects.get(article=article, kind="autosave").snapshot
    assert kept["as_typed"] == {"issued": "2024-13"}


def test_a_new_article_gets_its_row_once(at_desk: Client, editor: User) -> None:
    fields = {"title": "", "slug": "", "language": "en", "body": "<p>First words</p>", "version": ""}
    page = {"writing_session": "new-page", "writing_turn": "1"}
    first = at_desk.post(START, {**fields, **page}).json()
    second = at_desk.post(START, {**fields, **page, "writing_turn": "2", "title": "Named"}).json()
    assert first["change"] == second["change"]
    made = Article.objects.get(created_by=editor)
    assert (made.title, made.body) == ("Named", "<p>First words</p>")
    assert made.slug.startswith("draft-")


def test_a_row_that_was_saved_by_itself_is_not_added_twice(at_desk: Client, article: Article) -> None:
    steel = a_keyword("Steel")
    rows = {
        "keyword_rows-TOTAL_FORMS": "1",
        "keyword_rows-0-keyword": steel.pk,
        "keyword_rows-0-position": "1",
    }
    article.keyword_rows.all().delete()
    at_desk.post(AUTOSAVE.format(article.pk), typed(article, 1, **rows))
    assert ArticleKeyword.objects.filter(article=article).count() == 1
    answer = at_desk.post(FORM.format(article.pk), typed(article, 2, rows_complete="1", **rows))
    assert answer.status_code == 302
    assert [row.keyword for row in article.keyword_rows.all()] == [steel]
    stored = Article.objects.get(pk=article.pk)
    at_desk.post(FORM.format(article.pk), typed(stored, 3, rows_complete="1"))
    assert article.keyword_rows.count() == 0


def test_who_may_not_write_may_not_autosave(client: Client, article: Article) -> None:
    assert client.post(AUTOSAVE.format(article.pk), typed(article, 1)).status_code == 302
    reader = a_reader_with_an_account()
    User.objects.filter(pk=reader.pk).update(is_staff=True)
    client.force_login(reader)
    answer = client.post(AUTOSAVE.format(article.pk), typed(article, 1, title="Mine"))
    assert (answer.status_code, answer.json()["state"]) == (404, "refused")
    assert client.post(START, {"title": "x"}).status_code == 403
    assert Article.objects.get(pk=article.pk).title == article.title


def test_an_over_large_body_is_refused_with_a_sentence(at_desk: Client, article: Article) -> None:
    for length in (1_100_000, 3_500_000):
        answer = at_desk.post(AUTOSAVE.format(article.pk), typed(article, 1, body="x" * length))
        assert answer.status_code == 413
        assert "plit it into several articles" in answer.json()["said"]
    assert Article.objects.get(pk=article.pk).version == article.version


def test_autosave_asks_for_the_token_and_for_a_post(article: Article, editor: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert strict.post(AUTOSAVE.format(article.pk), typed(article, 1)).status_code == 403
    assert strict.get(AUTOSAVE.format(article.pk)).status_code == 405


def test_a_stale_save_keeps_both_texts_and_leads_to_the_merge(at_desk: Client, article: Article) -> None:
    body = article.body.replace("<p>", "<p>By the first. ", 1)
    at_desk.post(FORM.format(article.pk), posted(article, body=body))
    mine = posted(article, title="By the second")
    answer = at_desk.post(FORM.format(article.pk), mine)
    aside = Revision.objects.get(article=article, kind="aside")
    assert answer["Location"] == MERGE.format(article.pk, aside.number)
    assert aside.snapshot["title"] == "By the second"
    page = at_desk.get(answer["Location"]).content.decode()
    assert "fit together" in page
    assert "By the second" in page
    assert "kept aside" in at_desk.get(FORM.format(article.pk)).content.decode()
    version = Article.objects.get(pk=article.pk).version
    assert at_desk.post(answer["Location"], {"version": version})["Location"] == FORM.format(article.pk)
    merged = Article.objects.get(pk=article.pk)
    assert merged.title == "By the second"
    assert "By the first." in merged.body
    assert Revision.objects.filter(article=article).exclude(kind="aside").first().kind == "merge"  # type: ignore[union-attr]
    assert Revision.objects.get(pk=aside.pk).settled_at is not None


def test_what_both_changed_must_be_chosen(at_desk: Client, article: Article) -> None:
    at_desk.post(FORM.format(article.pk), posted(article, title="Theirs <b>"))
    answer = at_desk.post(AUTOSAVE.format(article.pk), typed(article, 1, title="Mine <i>"))
    assert answer.status_code == 409
    assert "saved this article at" in answer.json()["said"]
    url, version = answer.json()["merge"], Article.objects.get(pk=article.pk).version
    page = at_desk.post(url, {"version": version}).content.decode()
    assert "1 question is not answered yet" in page
    assert "Mine &lt;i&gt;" in page
    assert "<i>Mine" not in page
    stale = at_desk.post(url, {"version": version - 1, "title": "mine"})
    assert stale["Location"] == url
    assert Article.objects.get(pk=article.pk).title == "Theirs <b>"
    at_desk.post(url, {"version": version, "title": "mine"})
    assert Article.objects.get(pk=article.pk).title == "Mine <i>"


def test_a_refused_text_is_kept_once_for_each_open_page(at_desk: Client, article: Article) -> None:
    at_desk.post(FORM.format(article.pk), posted(article, title="Theirs"))
    for turn, title in enumerate(("Mi", "Mine"), 1):
        at_desk.post(AUTOSAVE.format(article.pk), typed(article, turn, title=title))
    assert Revision.objects.get(kind="aside").snapshot["title"] == "Mine"


def test_autosaves_are_bounded_and_saves_are_kept(db: None, article: Article, editor: User) -> None:
    at, version = timezone.now(), article.version
    store_copy(article.pk, {"title": "On purpose"}, by=editor, at=at, writing=Writing(version))
    for n in range(MOST_AUTOSAVES + 5):
        at += timedelta(minutes=6)
        copy, on = {"title": f"T{n}"}, Writing(version + 1 + n)
        store_copy(article.pk, copy, by=editor, at=at, writing=on, kind="autosave")
    assert Revision.objects.filter(article=article, kind="autosave").count() == MOST_AUTOSAVES
    assert Revision.objects.filter(article=article, snapshot__title="On purpose").exists()


@pytest.mark.parametrize("address", ["merge/1/", "compare/?from=r1", "revisions/1/"])
def test_revisions_of_another_article_are_not_found(at_desk: Client, article: Article, address: str) -> None:
    other = Article.objects.create(slug="other", title="Other")
    at_desk.post(FORM.format(article.pk), posted(article, title="A"))
    at_desk.post(FORM.format(article.pk), posted(article, title="B"))
    assert at_desk.get(f"/admin/articles/article/{other.pk}/{address}").status_code == 404


def test_any_two_states_are_compared_at_an_address_of_their_own(at_desk: Client, article: Article) -> None:
    body = article.body.replace("9.443", "9.44", 1) + "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    at_desk.post(FORM.format(article.pk), posted(article, body=body, issued="2024-04", title="<img src=x>"))
    number = Revision.objects.filter(article=article).order_by("-number").values_list("number", flat=True)[0]
    page = at_desk.get(f"/admin/articles/article/{article.pk}/compare/?from=e1&to=r{number}").content.decode()
    assert "NEV_PROD.CHN.A.NBS:2023" in page
    assert "&lt;img src=x&gt;" in page
    assert "<img src=x>" not in page
    assert "<script>alert" not in page
    assert "2024-04" in page
    for wrong in ("from=r99", "from=e7", "from=x", "from=r0", "from=r1&to=r99999999999"):
        assert at_desk.get(f"/admin/articles/article/{article.pk}/compare/?{wrong}").status_code == 404


def test_restoring_is_a_new_revision_and_discards_nothing(at_desk: Client, article: Article) -> None:
    at_desk.post(FORM.format(article.pk), posted(article, title="Newer"))
    url = f"/admin/articles/article/{article.pk}/revisions/1/"
    page = at_desk.get(url).content.decode()
    assert "Restore revision 1" in page
    stale = at_desk.post(f"{url}restore/", {"version": article.version})
    assert stale["Location"] == url
    assert at_desk.get(f"{url}restore/").status_code == 405
    at_desk.post(f"{url}restore/", {"version": article.version + 1})
    stored = Article.objects.get(pk=article.pk)
    assert stored.title == article.title
    assert stored.keyword_rows.count() == article.keyword_rows.count()
    titles = (
        Revision.objects.filter(article=article).order_by("number").values_list("snapshot__title", "kind")
    )
    assert list(titles) == [(article.title, "save"), ("Newer", "save"), (article.title, "restore")]


def test_presence_is_told_to_others_and_ends(
    at_desk: Client, article: Article, writer: User, client: Client
) -> None:
    url = f"/admin/articles/article/{article.pk}/presence/"
    assert at_desk.post(url).json()["others"] == []
    other = Client()
    other.force_login(writer)
    told = other.post(url).json()["others"]
    assert len(told) == 1
    assert told[0].startswith("editor is editing since ")
    at_desk.post(url, {"leaving": "1"})
    assert other.post(url).json()["others"] == []
    assert other.get(url).status_code == 405
