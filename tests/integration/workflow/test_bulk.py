"""Bulk actions: the same verbs, told item by item, and never half of one."""

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

from articles.editions.models import Edition
from articles.workflow import bulk, bulk_pages, verbs
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


def test_publishing_foresees_what_blocks_and_what_asks(client: Client, editor: User) -> None:
    empty, asked = an_article(""), an_article(stage="changes_requested")
    page = ask(client, "publish", empty, asked)
    assert "Possible for 1 of 2." in page
    assert "The article has no text. Write it." in page
    assert "Changes were requested" in page
    assert "Possible for 0 of 1." in ask(client, "withdraw", empty)


@pytest.mark.parametrize("verb", ["publish", "approve"])
def test_what_somebody_saved_meanwhile_is_not_publishedunseen(
    client: Client, editor: User, verb: str
) -> None:
    article, other = an_article(stage="in_review"), an_article(stage="in_review")
    seen = {"seen": f"{article.pk}:1 {other.pk}:1 nonsense 7:x"}
    assert f"{article.pk}:1" in ask(client, verb, article, other)
    Article.objects.filter(pk=article.pk).update(body="<p>Other words.</p>", version=2)
    page = ask(client, verb, article, other, confirmed="1", confirm_warnings="on", **seen)
    assert "Done: 1 of 2." in page
    assert "Somebody saved this article after you opened" in page
    assert not Transition.objects.filter(article=article).exists()


def test_what_the_database_refuses_stops_none_of_the_others(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = (an_article() for _n in range(3))
    submit = verbs.submit

    def at_the_same_time(article: Article, **given: object) -> object:
        done = submit(article, **given)  # type: ignore[arg-type]
        if article.pk == second.pk:
            Article.objects.create(slug=first.slug)
        return done

    monkeypatch.setitem(bulk.DOES, "submit", bulk.unseen(transaction.atomic(at_the_same_time)))
    page = ask(client, "submit", first, second, third, confirmed="1")
    assert "Done: 2 of 3." in page
    assert "The database did not take it just now" in page
    stages = dict(Article.objects.values_list("pk", "stage"))
    assert stages == {first.pk: "in_review", second.pk: "draft", third.pk: "in_review"}


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
