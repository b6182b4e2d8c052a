"""Bulk actions: the same verbs, told item by item, and never half of one."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.editions.models import Edition
from articles.workflow import bulk_pages
from articles.workflow.models import Transition
from articles.writing.models import Article
from tests.newsroom import a_keyword, an_article, published, somebody

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture
def editor(client: Client) -> User:
    person = somebody("Editor")
    client.force_login(person)
    return person


def ask(client: Client, verb: str, *articles: Article, **given: object) -> str:
    chosen = {"action": f"bulk_{verb}", "_selected_action": [each.pk for each in articles]}
    answer = client.post(LIST, {**chosen, **given}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_will_happen_is_shown_and_nothing_done(client: Client, editor: User) -> None:
    draft, approved = an_article(), an_article(stage="approved")
    page = ask(client, "submit", draft, approved)
    assert "Possible for 1 of 2." in page
    assert "This article is approved." in page
    assert not Transition.objects.exists()


def test_each_is_done_or_refused_with_a_sentence(client: Client, editor: User) -> None:
    good, empty = an_article(), an_article("")
    page = ask(client, "publish", good, empty, confirmed="1", confirm_warnings="on")
    assert "Done: 1 of 2." in page
    assert "The article has no text. Write it." in page
    assert list(Edition.objects.values_list("article", flat=True)) == [good.pk]
    assert Transition.objects.filter(verb="publish").count() == 1


def test_a_further_edition_needs_the_note(client: Client, editor: User) -> None:
    article = an_article()
    published(article)
    assert "Say in the public note" in ask(client, "publish", article, confirmed="1")
    assert "Done: 1 of 1." in ask(client, "publish", article, confirmed="1", public_note="New.")


def test_withdraw_tag_assign_and_trash(client: Client, editor: User) -> None:
    article, draft, keyword = an_article(), an_article(), a_keyword()
    published(article)
    assert "Say why" in ask(client, "withdraw", article, confirmed="1")
    assert "Done: 1 of 2." in ask(client, "withdraw", article, draft, confirmed="1", reason="Gone.")
    assert "Done: 2 of 2." in ask(client, "tag", article, draft, confirmed="1", keyword=keyword.pk)
    assert "carries the keyword already" in ask(client, "tag", draft, confirmed="1", keyword=keyword.pk)
    assert "Done: 1 of 1." in ask(client, "assign", draft, confirmed="1", person=editor.pk)
    assert "Done: 2 of 2." in ask(client, "trash", article, draft, confirmed="1")
    assert Article.objects.trashed().count() == 2


def test_an_author_reaches_own_articles_and_allowed_verbs_only(client: Client) -> None:
    author = somebody("Author")
    client.force_login(author)
    own, foreign = an_article(created_by=author), an_article()
    assert "Done: 1 of 1." in ask(client, "submit", own, foreign, confirmed="1")
    assert Article.objects.get(pk=foreign.pk).stage == "draft"
    for verb in ("approve", "publish", "withdraw", "assign"):
        ask(client, verb, own, confirmed="1", reason="x")
    assert Transition.objects.count() == 1


def test_too_many_at_once_do_nothing(client: Client, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_pages, "MOST", 1)
    assert "more than 1 articles" in ask(client, "submit", an_article(), an_article(), confirmed="1")
    assert not Transition.objects.exists()
