"""The address of a picture: drawn once, kept, told unchanged; and nothing of what is not public."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from articles.contact.current import contact, forget_contact
from articles.contact.models import Contact
from articles.link_pictures import keeping, turns
from articles.workflow.actions import withdraw
from articles.writing.models import Article
from tests.newsroom import FEBRUARY, a_series, an_article, figure, published, stated

pytestmark = pytest.mark.django_db
HERE = "/articles/cars/"


@pytest.fixture
def cars() -> Article:
    stated(a_series("CARS"), "2024", "9.443")
    article = an_article(
        f"<p>{figure('9.443 million', 'CARS.CHN.A.STAT:2024')} cars.</p>", slug="cars", title="Cars"
    )
    published(article)
    return article


def kept(settings: Any) -> list[Path]:
    return sorted((Path(settings.MEDIA_ROOT) / keeping.FOLDER).glob("*"))


def test_it_is_drawn_once_and_told_unchanged(
    client: Client,
    cars: Article,
    settings: Any,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    contact()
    first = client.get("/articles/cars.png")
    assert (first.status_code, first["Content-Type"]) == (200, "image/png")
    (file,) = kept(settings)
    with Image.open(file) as image:
        assert (image.size, image.format) == ((1200, 630), "PNG")
    before = file.stat().st_mtime_ns
    with django_assert_num_queries(1):
        assert client.get("/articles/cars.png").content == first.content
    with django_assert_num_queries(1):
        again = client.get("/articles/cars.png", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert [file.stat().st_mtime_ns for file in kept(settings)] == [before]


def test_a_revised_figure_and_another_name_of_the_site_are_another_picture(
    client: Client, cars: Article
) -> None:
    tags = [client.get("/articles/cars.png")["ETag"]]
    head = client.get(HERE).content.decode()
    stated(a_series("CARS"), "2024", "9.5", on=FEBRUARY.date(), at=FEBRUARY)
    tags.append(client.get("/articles/cars.png")["ETag"])
    Contact.objects.update_or_create(pk=1, defaults={"site_name": "Another library"})
    forget_contact()
    tags.append(client.get("/articles/cars.png")["ETag"])
    assert len(set(tags)) == 3
    assert client.get("/articles/cars.png?as_of=2025-01-20")["ETag"] not in tags[1:], (
        "then nobody knew better"
    )
    address = "http://testserver/articles/cars.png?v="
    assert address in head
    assert head.partition(address)[2][:8] not in client.get(HERE).content.decode(), (
        "a new address for a new picture"
    )


def test_nothing_that_is_not_public_is_drawn(client: Client, cars: Article, settings: Any) -> None:
    an_article(slug="a-draft", title="Secret")
    assert client.get("/articles/a-draft.png").status_code == 404
    assert client.get("/articles/cars.png?as_of=2024-01-01").status_code == 404
    withdraw(cars, by=None, at=timezone.now(), reason="Permission was taken back.")
    assert client.get("/articles/cars.png").status_code == 410
    assert kept(settings) == []


def test_an_indicator_has_one_too(
    client: Client, cars: Article, django_assert_max_num_queries: object
) -> None:
    contact()
    with django_assert_max_num_queries(4):  # type: ignore[operator]
        answer = client.get("/indicators/CARS/link.png")
    assert answer["Content-Type"] == "image/png"
    assert client.get("/ur/indicators/CARS/link.png")["ETag"] != answer["ETag"]
    assert client.get("/indicators/CARS/link.png?as_of=2025-01-01")["ETag"] != answer["ETag"], (
        "nothing was stated"
    )
    assert client.get("/indicators/NONE/link.png").status_code == 404


def test_only_so_many_are_kept(
    client: Client, cars: Article, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_KEPT", 3)
    for n in range(5):
        published(an_article(slug=f"a-{n}", title=f"Article number {n}"))
        assert client.get(f"/articles/a-{n}.png").status_code == 200
        assert len(kept(settings)) <= 3


def test_whoever_comes_while_another_one_is_drawn_is_asked_to_come_again(
    client: Client, cars: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    with turns.turn():
        busy = client.get("/articles/cars.png")
    assert (busy.status_code, busy["Retry-After"], busy["Cache-Control"]) == (503, "2", "no-store")
    assert client.get("/articles/cars.png").status_code == 200


def test_an_old_address_leads_to_the_present_one(client: Client, cars: Article) -> None:
    cars.slug = "vehicles"
    cars.save()
    published(cars, at=FEBRUARY, kind="update", note="Renamed.")
    answer = client.get("/articles/cars.png?v=1")
    assert (answer.status_code, answer["Location"]) == (301, "/articles/vehicles.png?v=1")
