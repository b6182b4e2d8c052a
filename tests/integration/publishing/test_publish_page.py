"""The page for publishing: all that changes for readers, first; a proposed note; the part for the dialog."""

import pytest
from django.test import Client
from django.utils import timezone

from articles.citations.models import Agent
from articles.editions.models import Edition
from articles.workflow.proposing import proposed_note
from articles.workflow.reader_changes import ReaderChanges, reader_changes
from articles.writing.models import Article, ArticleKeyword, Contribution
from tests.newsroom import (
    a_keyword,
    a_series,
    an_article,
    an_editor,
    an_image,
    figure,
    placed,
    published,
    stated,
)

pytestmark = pytest.mark.django_db
CARS = "CARS.CHN.A.STAT:2024"
SHIPS = "SHIPS.CHN.A.STAT:2024"


@pytest.fixture
def article() -> Article:
    stated(a_series(), "2024", "9.443")
    stated(a_series("SHIPS"), "2024", "3")
    body = f"<p>China made {figure('9.443 million vehicles', CARS)}. That is many.</p>"
    return an_article(body, title="Cars", keywords=("Trade",))


def changed(article: Article, **fields: object) -> ReaderChanges:
    Article.objects.filter(pk=article.pk).update(**fields)
    article.refresh_from_db()
    live = Edition.objects.get(article=article, superseded_at=None)
    return reader_changes(live, article, at=timezone.now())


def test_nothing_changes(article: Article) -> None:
    published(article)
    assert not changed(article)


def test_a_figure_changes_its_words_and_its_verdict(article: Article) -> None:
    published(article)
    changes = changed(article, body=article.body.replace("9.443", "9.334"))
    (turn,) = changes.figures
    assert turn.before
    assert turn.after
    assert (turn.before.text, turn.before.state) == ("9.443 million vehicles", "holds")
    assert (turn.after.text, turn.after.state) == ("9.334 million vehicles", "contradicted")
    assert turn.about == "Production of cars, 2024"
    note = proposed_note(changes, "en")
    assert note == "“9.443 million vehicles” now reads “9.334 million vehicles”."


def test_figures_come_and_go(article: Article) -> None:
    published(article)
    changes = changed(article, body=f"<p>{figure('3 million vehicles', SHIPS)}</p>")
    assert [(bool(each.before), bool(each.after)) for each in changes.figures] == [
        (True, False),
        (False, True),
    ]
    assert proposed_note(changes, "en") == "Changed: text."


def test_keywords_people_citation_and_pictures(article: Article) -> None:
    published(article)
    ArticleKeyword.objects.filter(article=article).delete()
    ArticleKeyword.objects.create(article=article, keyword=a_keyword("Industry"))
    writer = Agent.objects.create(slug="writer", name="The <b>Writer</b>", kind="person")
    Contribution.objects.create(article=article, agent=writer)
    image = an_image("Port")
    changes = changed(article, page="A4", body=article.body + placed(image), lead_image=image)
    told = {each.name: (each.gone, each.new) for each in changes.lists}
    assert told["keywords"] == (["Trade"], ["Industry"])
    assert told["contributors"] == ([], ["The <b>Writer</b> (Author)"])
    assert "A crane" in told["images"][1][0]
    assert image.slug in told["lead_image"][1][0]
    assert [(each.name, each.before, each.after) for each in changes.facts] == [("page", "", "A4")]
    assert proposed_note(changes, "en").startswith("Changed: ")


def test_a_link_that_changed_is_told(article: Article) -> None:
    published(article)
    changes = changed(article, body=article.body.replace("many", '<a href="https://example.org/">many</a>'))
    assert changes.markup
    assert not changes.words


def test_the_page_escapes_and_tells_changes_before_errors(article: Article, client: Client) -> None:
    published(article)
    changed(article, title="<script>x</script>", body=article.body.replace("9.443", "9.334"))
    client.force_login(an_editor())
    page = client.get(f"/admin/articles/article/{article.pk}/publish/").content.decode()
    assert "<script>x" not in page
    assert page.index("h-changes") < page.index("ed-errors") < page.index("h-edition")
    assert "contradicted" in page
    assert "now reads" in page


def test_the_dialog_gets_the_same_form_without_the_frame(article: Article, client: Client) -> None:
    published(article)
    client.force_login(an_editor())
    part = client.get(f"/admin/articles/article/{article.pk}/publish/?part").content.decode()
    assert "<html" not in part
    assert "csrfmiddlewaretoken" in part
    assert f'action="/admin/articles/article/{article.pk}/publish/"' in part
    assert "Nothing changes for readers." in part


def test_who_may_not_publish_gets_no_part(article: Article, client: Client) -> None:
    assert client.get(f"/admin/articles/article/{article.pk}/publish/?part").status_code == 302
