"""The OpenAPI description is valid, complete, and true: generated requests find no answer that breaks it."""

import json
from collections.abc import Iterator

import pytest
import schemathesis
import yaml
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from articles.editions.models import Edition
from indicators.observations.models import Vintage
from nqpf.api import RESOURCES, openapi, openapi_text
from nqpf.wsgi import application
from taxonomy.models import Kind
from tests.integration.api.conftest import Api

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]
described = schemathesis.openapi.from_dict(json.loads(openapi_text("json")))
described.app = application


def test_the_description_is_openapi_31_in_json_and_yaml() -> None:
    response = Client().get("/api/v1/schema/")
    assert response["Content-Type"] == "application/json"
    told = response.json()
    assert told["openapi"].startswith("3.1")
    for answer in (
        Client().get("/api/v1/schema/?format=yaml"),
        Client().get("/api/v1/schema/", headers={"accept": "application/vnd.oai.openapi"}),
    ):
        assert yaml.safe_load(answer.content) == told


def test_the_description_is_valid() -> None:
    described.validate()


def test_every_resource_and_parameter_is_described() -> None:
    paths = openapi()["paths"]
    assert len(paths) == len(RESOURCES)
    for path, methods in paths.items():
        for operation in methods.values():
            for parameter in operation["parameters"]:
                assert parameter.get("description") or parameter["in"] == "path", (path, parameter["name"])


def test_lists_of_words_are_named_after_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    openapi.cache_clear()
    schemas = openapi()["components"]["schemas"]
    assert "Warning" not in capsys.readouterr().err
    assert schemas["EditionKindEnum"]["enum"] == Edition.Kind.values
    assert schemas["KeywordKindEnum"]["enum"] == Kind.values
    assert schemas["ObservationStatusEnum"]["enum"] == Vintage.Status.values


@pytest.mark.django_db
def test_what_is_described_is_what_is_allowed(api: Api) -> None:
    for path, methods in openapi()["paths"].items():
        if "{" not in path and "get" in methods:
            named = {each["name"] for each in methods["get"]["parameters"]}
            assert named == set(api.get(f"{path}?colour=red", 400)["allowed"])


@pytest.fixture(scope="module")
def one_connection() -> Iterator[None]:
    """A real WSGI request ends by letting go of its connection, and with it of the transaction of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@described.parametrize()
@settings(
    max_examples=15,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_generated_requests_are_answered_as_described(
    seeded: None, one_connection: None, case: schemathesis.Case
) -> None:
    case.call_and_validate(checks=CHECKS)
