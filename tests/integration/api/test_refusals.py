"""What cannot be answered is refused by name, as a problem (RFC 9457)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.integration.api.conftest import Api

pytestmark = pytest.mark.django_db
RESOURCES = (
    "articles",
    "quotations",
    "keywords",
    "indicators",
    "series",
    "observations",
    "sources",
    "releases",
)


@pytest.mark.parametrize("resource", RESOURCES)
@pytest.mark.parametrize(
    "asked",
    [
        "colour=red",
        "ordering=colour",
        "fields=colour",
        "fields=",
        "limit=0",
        "limit=-1",
        "limit=ten",
        "limit=1e2",
        "limit=1001",
        "limit=٥",
        "cursor=x",
        "cursor=AAAAAAAAAAAAAAAAAAAA",
        "cursor=é",
        "as_of=yesterday",
        "as_of=2024-13-01",
        "as_of=2024-5-1",
        "as_of=",
        "as_of=2024-05-01&as_of=2024-05-01",
        "limit=5&limit=5",
        "format=xml",
        "ordering=%00",
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(api: Api, resource: str, asked: str) -> None:
    told = api.get(f"{resource}/?{asked}", 400)
    assert told["status"] == 400
    assert told["title"]
    assert asked.split("=")[0] in (told["parameter"], told["detail"])


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_day_after_today_is_refused(api: Api, resource: str) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert api.get(f"{resource}/?as_of={tomorrow}", 400)["parameter"] == "as_of"
    assert api.get(f"{resource}/?as_of={timezone.localdate()}")["previous"] is None


@pytest.mark.parametrize(
    "address",
    [
        "articles/?year=24",
        "articles/?year=0000",
        "articles/?published_after=2024-02-30",
        "articles/?published_before=1+May",
        "articles/?language=xx",
        "articles/?limit=101",
        "observations/?period=2023-Q5",
        "observations/?period_from=2023-S3",
        "observations/?period_to=soon",
        "observations/?period=٢٠٢٣",
        "observations/?frequency=W",
        "quotations/?verdict=fine",
        "keywords/?kind=thing",
        "keywords/?kind=",
        "releases/?published_after=2024",
        "articles/some-slug/?limit=1",
        "articles/some-slug/?fields=colour",
    ],
)
def test_a_value_that_cannot_be_read_is_refused(api: Api, address: str) -> None:
    told = api.get(address, 400)
    assert told["type"] == "/api/docs/#problem-bad-parameter"


def test_what_is_allowed_is_listed(api: Api) -> None:
    assert "as_of" in api.get("observations/?from=2023", 400)["allowed"]
    assert api.get("observations/?ordering=value", 400)["allowed"] == [
        "series",
        "-series",
        "period",
        "-period",
    ]
    assert api.get("articles/?language=xx", 400)["allowed"] == ["en", "ur", "zh-hans"]
    assert api.get("observations/?format=xml", 400)["allowed"] == ["json", "csv"]
    assert "slug" in api.get("articles/?fields=body", 400)["allowed"]
    assert set(api.get("observations/?x=1", 400)["allowed"]) == {
        *("series", "indicator", "area", "source", "period", "period_from", "period_to", "frequency"),
        *("as_of", "limit", "cursor", "ordering", "fields", "format"),
    }


@pytest.mark.parametrize(
    "address", ["/api/", "/api/v1/nothing/", "/api/v2/", "/api/v1/articles/no-such/", "/api"]
)
def test_what_is_not_there_is_a_problem_too(api: Api, address: str) -> None:
    response = api.response(address)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_a_missing_slash_is_led_on(api: Api) -> None:
    response = api.response("/api/v1/articles?limit=5")
    assert (response.status_code, response["Location"]) == (301, "/api/v1/articles/?limit=5")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_api_is_read_only(method: str) -> None:
    response = getattr(Client(), method)("/api/v1/articles/", data="{}", content_type="application/json")
    assert response.status_code == 405
    assert response["Content-Type"] == "application/problem+json"
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_a_media_type_that_is_not_offered_is_refused(api: Api) -> None:
    response = api.response("articles/", accept="image/png")
    assert (response.status_code, response["Content-Type"]) == (406, "application/problem+json")
    assert response.json()["allowed"] == ["application/json"]


def test_a_failure_is_told_without_its_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("articles.editions.api.window", fails)
    response = Client(raise_request_exception=False).get("/api/v1/articles/")
    assert (response.status_code, response["Content-Type"]) == (500, "application/problem+json")
    assert b"secret" not in response.content


def test_any_origin_may_read_without_credentials(api: Api) -> None:
    for address in ("articles/", "nothing/"):
        response = api.response(address, origin="https://reader.example")
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response
        assert not response.cookies
    asked = Client().options("/api/v1/articles/")
    assert (asked.status_code, asked["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("resource", RESOURCES)
def test_head_answers_without_a_body(resource: str) -> None:
    response = Client().head(f"/api/v1/{resource}/")
    assert response.status_code == 200
    assert response["ETag"]
