"""Pictures in published articles: what stands in the way, the page, the API, and what an edition keeps."""

from typing import Any

import pytest
from django.test import Client

from articles.media.keeping import keep
from articles.media.models import EditionImage
from articles.media.receiving import received
from articles.workflow.actions import cancel_schedule
from articles.workflow.blockers import PublishingBlocked
from tests.newsroom import FEBRUARY, JANUARY, an_article, an_image, placed, published
from tests.pictures import a_picture

pytestmark = pytest.mark.django_db


def blocked(article: Any) -> list[str]:
    with pytest.raises(PublishingBlocked) as caught:
        published(article)
    return [problem.code for problem in caught.value.problems if problem.severity == "error"]


def test_a_picture_without_alternative_text_blocks_publishing() -> None:
    assert blocked(an_article(placed(an_image(), alternative=""))) == ["image-no-alternative"]


def test_a_decorative_picture_does_not() -> None:
    edition = published(an_article(placed(an_image(), decorative=True)))
    assert 'alt=""' in edition.page_html


def test_a_picture_that_there_is_not_blocks_publishing() -> None:
    body = '<figure data-image="none"><img alt="x"><figcaption></figcaption></figure>'
    assert blocked(an_article(body)) == ["image-unknown"]


def test_a_lead_without_words_blocks_until_they_are_given() -> None:
    article = an_article("<p>x</p>", lead_image=an_image(alternative=""))
    assert blocked(article) == ["lead-no-alternative"]
    article.lead_alternative = "Ships"
    article.save()
    assert 'alt="Ships"' in published(article).page_html


def test_the_page_shows_the_picture_without_a_shift_and_says_whose_it_is(client: Client) -> None:
    image = an_image(credit="Staff <b>", licence="CC BY 4.0", licence_url="https://example.org/by")
    body = f"<p>x</p>{placed(image, alternative='A “crane” & <sea>', caption='Evening')}"
    page = client.get(published(an_article(body)).get_absolute_url()).content.decode()
    assert 'width="640" height="400"' in page
    assert 'loading="lazy"' in page
    assert f'type="image/avif" srcset="/media/images/{image.sha256[:2]}/{image.sha256}/480.avif 480w' in page
    assert 'alt="A “crane” &amp; &lt;sea&gt;"' in page
    assert "<bdi>Evening</bdi>" in page
    assert "Staff &lt;b&gt;" in page
    assert 'href="https://example.org/by"' in page
    assert " style=" not in page


def test_every_address_on_the_page_answers(client: Client) -> None:
    image = an_image(size=(1300, 700))
    edition = published(an_article(placed(image), lead_image=image))
    addresses = {
        word.strip('"')
        for word in edition.page_html.replace(",", " ").replace("=", " ").split()
        if word.strip('"').startswith("/media/")
    }
    assert len(addresses) == 9
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        response.close()


def test_an_edition_keeps_the_file_that_it_printed(client: Client) -> None:
    image = an_image(credit="First")
    article = an_article(placed(image))
    first = published(article)
    old = image.sha256
    image.credit = "Second"
    keep(image, master=received(a_picture("PNG", (500, 500))))
    first.refresh_from_db()
    assert old in first.page_html
    assert "First" in first.page_html
    second = published(article, at=FEBRUARY, kind="update", note="Another picture.")
    assert old not in second.page_html
    assert "Second" in second.page_html
    assert EditionImage.objects.filter(image=image).count() == 2


def test_the_api_tells_the_pictures(client: Client) -> None:
    image = an_image(credit="Staff", licence="CC BY 4.0")
    article = an_article(placed(image, alternative="Cranes", caption="Evening"), lead_image=image)
    published(article)
    told = client.get(f"/api/v1/articles/{article.slug}/").json()
    assert told["lead_image"]["alt"] == "A view of port"
    [picture] = told["images"]
    assert (picture["alt"], picture["caption"], picture["credit"], picture["licence"]) == (
        "Cranes", "Evening", "Staff", "CC BY 4.0",
    )  # fmt: skip
    assert picture["src"].startswith("/media/images/")
    assert set(picture["srcset"]) == {"avif", "webp", "jpg"}


def test_the_caption_is_found_and_the_markup_is_not(client: Client) -> None:
    published(an_article(placed(an_image(), caption="Lighthouse keepers")))
    assert "Article" in client.get("/search/?q=lighthouse").content.decode()


def test_a_cancelled_schedule_takes_its_index_rows_along() -> None:
    image = an_image()
    article = an_article(f'{placed(image)}<p><a href="https://a.example/">there</a></p>')
    published(article, at=JANUARY, published_at=FEBRUARY)
    cancel_schedule(article, by=None, at=JANUARY)
    assert not EditionImage.objects.exists()
