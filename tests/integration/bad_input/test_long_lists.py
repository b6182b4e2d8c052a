"""Ten thousand keywords pasted at once: a sentence that says how many are taken, and nothing lost or half done."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.writing.models import Article, ArticleKeyword
from articles.writing.tagging import MOST_KEYWORDS
from taxonomy.models import Keyword
from tests.integration.bad_input.conftest import Posted
from tests.newsroom import an_article

pytestmark = pytest.mark.django_db
MANY = ", ".join(f"Keyword number {n}" for n in range(10_000))


def test_the_form_says_how_many_it_takes_and_keeps_what_was_typed(save: Posted) -> None:
    article = an_article()
    answer = save(article, pasted_keywords=MANY, title="Long thought about")
    if answer.status_code == 302:
        assert Article.objects.get(pk=article.pk).title == "Long thought about"
    else:
        page = answer.content.decode()
        assert str(MOST_KEYWORDS) in page
        assert "Long thought about" in page
        assert "Keyword number 9999" in page
    assert not ArticleKeyword.objects.exists()
    assert not Keyword.objects.exists()


def test_looking_them_up_is_answered_with_the_same_sentence(
    at_desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(40):
        answer = at_desk.post(reverse("admin:articles_article_recognise"), {"text": MANY})
    assert answer.status_code == 200
    assert str(MOST_KEYWORDS) in answer.content.decode()
