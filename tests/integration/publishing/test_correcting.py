"""From a figure that its source has revised to a published edition with the new one."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.revisions.models import Revision
from articles.workflow.correcting import UnpublishedChanges, start_correction
from articles.workflow.models import NextEdition, Transition
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, MARCH, a_series, an_article, an_editor, figure, published, stated
from tests.seed import load_the_seed

pytestmark = pytest.mark.django_db
CARS = "CARS.CHN.A.STAT:2024"


def an_overtaken(words: str, *, first: str = "9.443", newer: str | None = "9.5871") -> Article:
    """An article with one figure that its source has revised."""
    series = a_series()
    stated(series, "2024", first)
    article = an_article(f"<p>It made {figure(words, CARS)} &amp; more.</p>")
    published(article)
    stated(series, "2024", newer, date(2025, 2, 1), at=FEBRUARY)
    return article


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("9.443 million units", "9.5871 million units"),
        ("9.44 million", "9.59 million"),
        ("9443 thousand cars", "9587.1 thousand cars"),
        ("9,443 thousand cars", "9,587.1 thousand cars"),
        ("more than 9.4 million", None),
        ("about 9.4 million vehicles", None),
    ],
)
def test_the_new_number_comes_in_the_style_scale_and_precision_of_the_print(
    words: str, expected: str | None
) -> None:
    article = an_overtaken(words)
    if expected is None:
        with pytest.raises(ValidationError):
            start_correction(article, by=None, at=MARCH)
        return
    begun = start_correction(article, by=None, at=MARCH)
    article.refresh_from_db()
    assert [each.after for each in begun.put] == [expected]
    assert f">{expected}</data> &amp; more." in article.body
    assert Revision.objects.get(article=article, version=article.version).snapshot["body"] == article.body


def test_kind_and_note_are_prepared_and_gone_after_publishing() -> None:
    article = an_overtaken("9.443 million units")
    start_correction(article, by=None, at=MARCH)
    prepared = NextEdition.objects.get(article=article)
    assert prepared.kind == "update"
    assert prepared.public_note == (
        "Production of cars in 2024: revised by Office STAT on 2025-02-01"
        " from 9.443 million units to 9.5871 million units."
    )
    assert Transition.objects.get(verb="correct").detail["figures"][0]["to"] == "9.5871 million units"
    published(article, at=MARCH, kind=prepared.kind, note=prepared.public_note, confirm_warnings=False)
    assert not NextEdition.objects.exists()


def test_a_working_copy_with_other_changes_asks_first() -> None:
    article = an_overtaken("9.443 million units")
    article.title = "Another title"
    article.save()
    with pytest.raises(UnpublishedChanges):
        start_correction(article, by=None, at=MARCH)
    assert not NextEdition.objects.exists()
    start_correction(article, by=None, at=MARCH, over_changes=True)
    article.refresh_from_db()
    assert article.title == "Another title"
    assert "9.5871" in article.body


def test_a_figure_that_the_working_copy_no_longer_says_is_left_to_the_writer() -> None:
    article = an_overtaken("9.443 million units")
    article.body = article.body.replace("9.443", "9.44")
    article.save()
    with pytest.raises(ValidationError, match=r"by hand: 9\.443 million units"):
        start_correction(article, by=None, at=MARCH, over_changes=True)


def test_a_fall_that_became_a_rise_is_left_to_the_writer() -> None:
    article = an_overtaken("−9.443 million units", first="-9.443")
    with pytest.raises(ValidationError, match="by hand"):
        start_correction(article, by=None, at=MARCH)


def test_without_a_revised_figure_there_is_nothing_to_do() -> None:
    article = an_article()
    with pytest.raises(ValidationError, match="Nothing of this article is public"):
        start_correction(article, by=None, at=MARCH)
    published(article)
    with pytest.raises(ValidationError, match="No figure"):
        start_correction(article, by=None, at=MARCH)


def test_from_the_desk_to_published_in_two_clicks(client: Client) -> None:
    load_the_seed()
    article = Article.objects.get(slug="new-quality-productive-forces")
    client.force_login(an_editor())
    first = client.post(f"/admin/articles/article/{article.pk}/correct/")
    assert first.status_code == 302
    assert first["Location"] == f"/admin/articles/article/{article.pk}/publish/"
    page = client.get(first["Location"])
    form = page.context["form"]
    assert "3,335.71 billion RMB" in page.content.decode()
    assert page.context["errors"] == page.context["warnings"] == []
    assert form.initial["kind"] == "update"
    assert "from 3,327.8 billion RMB to 3,335.71 billion RMB." in form.initial["public_note"]
    client.post(first["Location"], form.initial)
    edition = Edition.objects.current(timezone.now()).get(article=article)
    assert edition.number == 2
    assert "8.4%" in edition.body


def test_other_changes_are_shown_before_they_are_published_along(client: Client) -> None:
    article = an_overtaken("9.443 million units")
    article.title = "<b>Another</b> title"
    article.save()
    client.force_login(an_editor())
    address = f"/admin/articles/article/{article.pk}/correct/"
    asked = client.post(address, {"figures": "1"})
    assert asked.status_code == 409
    assert "&lt;b&gt;Another&lt;/b&gt;" in asked.content.decode()
    assert client.post(address, {"figures": "1", "over_changes": "1"}).status_code == 302
    assert client.get(address).status_code == 405


def test_a_click_on_the_figures_of_an_edition_that_is_no_longer_public_changes_nothing() -> None:
    article = an_overtaken("9.443 million units")
    with pytest.raises(ValidationError, match="Edition 1 has been published meanwhile"):
        start_correction(article, by=None, at=MARCH, figures=[1], seen=2)
    assert not NextEdition.objects.exists()
    assert not Transition.objects.filter(verb="correct").exists()
    assert start_correction(article, by=None, at=MARCH, figures=[1], seen=1).put
