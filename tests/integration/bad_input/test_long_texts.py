"""Texts that are too long: a sentence, and nothing that was written is lost."""

import pytest
from django.test import Client

from articles.writing.models import Article
from articles.writing.sanitising import MOST_CHARACTERS
from tests.integration.bad_input.conftest import Posted
from tests.newsroom import an_article

TWO_MEGABYTES = 2 * 1024 * 1024


def test_two_megabytes_get_a_sentence_and_stay_in_the_form(save: Posted) -> None:
    article = an_article("<p>Stored.</p>")
    body = f"<p>First words. {'word ' * (TWO_MEGABYTES // 5)} last words.</p>"
    page = save(article, body=body, title="A new title")
    html = page.content.decode()
    assert page.status_code == 200
    assert f"The text has {len(body)} characters. The most is {MOST_CHARACTERS}" in html
    assert "First words." in html
    assert "last words." in html
    assert "A new title" in html
    assert Article.objects.get().body == "<p>Stored.</p>"


@pytest.mark.parametrize("letter", ["a", "ک", "字"])
def test_the_longest_text_is_saved_in_every_script(save: Posted, letter: str) -> None:
    article = an_article("<p>Stored.</p>")
    body = f"<p>{letter * (MOST_CHARACTERS - 7)}</p>"
    assert save(article, body=body).status_code == 302
    assert Article.objects.get().body == body


def test_the_form_sends_letters_as_they_are(at_desk: Client) -> None:
    """As an address writes them, a letter of Urdu would take six bytes, and a long article be refused as too large."""
    article = an_article()
    page = at_desk.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert 'enctype="multipart/form-data"' in page


def test_more_than_can_be_read_is_refused_in_our_own_words(save: Posted) -> None:
    article = an_article("<p>Stored.</p>")
    page = save(article, body="字" * 4 * TWO_MEGABYTES)
    assert page.status_code == 413
    html = page.content.decode()
    assert "larger than" in html
    assert "Go back: your text is still in the form" in html
    assert Article.objects.get().body == "<p>Stored.</p>"
