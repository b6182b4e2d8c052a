"""Entity tags: the same answer is not sent twice, and any change renews them."""

from datetime import date

import pytest
from django.test import Client

from articles.models import Edition
from indicators.models import Source, Unit, Vintage
from taxonomy.models import Keyword
from tests.integration.api import builders

pytestmark = pytest.mark.django_db


def tag(address: str) -> str:
    return Client().get(f"/api/v1/{address}")["ETag"]


ADDRESSES = (
    *(
        "",
        "schema/",
        "articles/",
        "quotations/",
        "keywords/",
        "indicators/",
        "series/",
        "sources/",
        "releases/",
    ),
    *("observations/", "observations/?format=csv", "sources/nbs/", "articles/new-quality-productive-forces/"),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_known_answer_is_not_sent_again(seeded: None, address: str) -> None:
    first = Client().get(f"/api/v1/{address}")
    again = Client().get(f"/api/v1/{address}", headers={"if-none-match": first["ETag"]})
    assert first.status_code == 200
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"] == "public, max-age=0, must-revalidate"
    other = Client().get(f"/api/v1/{address}", headers={"if-none-match": '"other"'})
    assert other.status_code == 200


def test_a_new_statement_renews_the_tag_of_observations() -> None:
    [observation] = builders.observations(builders.series(), 1)
    before = tag("observations/")
    assert tag("observations/") == before
    Vintage.objects.bulk_create(
        [
            Vintage(
                observation=observation,
                release=builders.release(),
                value="1",
                stated_on=date(2024, 4, 1),
                change_kind="revision",
            )
        ]
    )
    assert tag("observations/") != before


@pytest.mark.parametrize("resource", ["observations/", "sources/", "indicators/", "series/"])
def test_an_update_in_bulk_renews_the_tags_of_data(resource: str) -> None:
    builders.observations(builders.series(), 1)
    before = tag(resource)
    Unit.objects.update(symbol="!")
    after = tag(resource)
    Source.objects.filter(slug="pbs").update(note="Renamed.")
    assert len({before, after, tag(resource)}) == 3


def test_a_changed_keyword_renews_the_tag_of_keywords() -> None:
    keyword = Keyword.objects.create(slug="steel", name="Steel")
    before = tag("keywords/")
    Keyword.objects.filter(pk=keyword.pk).update(name="Steel industry")
    renamed = tag("keywords/")
    keyword.delete()
    assert len({before, renamed, tag("keywords/")}) == 3


def test_a_recompiled_edition_renews_the_tag_of_articles() -> None:
    builders.articles(2)
    before = tag("articles/")
    Edition.objects.filter(slug="story-0000").update(etag="recompiled")
    assert tag("articles/") != before


def test_the_tag_depends_on_the_day_and_the_form() -> None:
    builders.observations(builders.series(), 1)
    tags = {tag(f"observations/{asked}") for asked in ("", "?as_of=2024-05-01", "?format=csv", "?limit=1")}
    assert len(tags) == 4


def test_a_refusal_is_not_kept() -> None:
    response = Client().get("/api/v1/articles/no-such/")
    assert response["Cache-Control"] == "no-store"
    assert "ETag" not in response
