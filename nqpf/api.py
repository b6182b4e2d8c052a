"""The public API: composes what the apps offer, its schema, its documentation, and the 404 of everything else."""

from functools import cache
from typing import Any

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, include, path, re_path, resolve
from django.utils.module_loading import import_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from rest_framework.request import Request

from articles.api import resources as articles
from indicators.api import resources as indicators
from taxonomy.api import resources as taxonomy
from taxonomy.asking.conditional import not_modified, tag_of
from taxonomy.asking.endpoints import Endpoint
from taxonomy.asking.manual import manual_of
from taxonomy.asking.parameters import read_once
from taxonomy.asking.problems import Missing
from taxonomy.asking.rendering import OrjsonRenderer, dump

UNROUTED = "api-unrouted"
RESOURCES = (*articles, *taxonomy, *indicators)


class YamlRenderer(OrjsonRenderer):
    media_type = "application/yaml"
    format = "yaml"


class OpenApiRenderer(YamlRenderer):
    media_type = "application/vnd.oai.openapi"


class OpenApiJsonRenderer(OrjsonRenderer):
    media_type = "application/vnd.oai.openapi+json"


@cache
def openapi() -> dict[str, Any]:
    """The schema. It depends on nothing but the code."""
    schema: dict[str, Any] = import_string("nqpf.openapi.schema_of")(urlpatterns)
    return schema


@cache
def openapi_text(form: str) -> bytes:
    text: bytes = import_string("nqpf.openapi.written")(openapi(), form)
    return text


def _answer(request: Request, body: bytes, media_type: str) -> HttpResponseBase:
    tag = tag_of(body, media_type)
    answer = not_modified(request._request, tag) or HttpResponse(body, content_type=media_type)
    answer["ETag"] = tag
    return answer


class Root(Endpoint):
    """Where the resources are."""

    def get(self, request: Request) -> HttpResponseBase:
        read_once(request.GET, ["format"])
        lists = [str(entry.pattern) for entry in RESOURCES if "<" not in str(entry.pattern)]
        told = {name.rstrip("/"): request.build_absolute_uri(f"/api/v1/{name}") for name in lists}
        others = {"schema": "/api/v1/schema/", "documentation": "/api/docs/"}
        told |= {name: request.build_absolute_uri(address) for name, address in others.items()}
        return _answer(request, dump(told), "application/json")


class Schema(Endpoint):
    """OpenAPI 3.1, as JSON or YAML."""

    renderer_classes = [
        *(OrjsonRenderer, YamlRenderer, OpenApiRenderer, OpenApiJsonRenderer),
    ]

    def get(self, request: Request) -> HttpResponseBase:
        read_once(request.GET, ["format"])
        chosen = request.accepted_renderer
        return _answer(request, openapi_text(chosen.format), chosen.media_type)


class Unrouted(Endpoint):
    """Every other address below /api/: told as a problem, or led to the address with its slash."""

    http_method_names = ["get", "head", "post", "put", "patch", "delete", "options"]

    def get(self, request: Request) -> HttpResponseBase:
        with_slash = f"{request.path_info}/"
        try:
            found = resolve(with_slash)
        except Resolver404 as error:
            raise Missing("Nothing public has this address.") from error
        if request.path_info.endswith("/") or found.url_name == UNROUTED:
            raise Missing("Nothing public has this address.", resources="/api/v1/")
        query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
        return HttpResponsePermanentRedirect(f"{with_slash}{query}")

    post = put = patch = delete = get


@csrf_exempt
@require_safe
def documentation(request: Any) -> HttpResponse:
    """The manual of the API, rendered from the schema."""
    response = render(request, "api/docs.html", {"manual": manual_of(openapi())})
    tag = tag_of(response.content)
    answer: Any = not_modified(request, tag) or response
    answer["ETag"] = tag
    answer["Cache-Control"] = "public, max-age=0, must-revalidate"
    return answer


urlpatterns = [
    path("api/v1/", include([*RESOURCES, path("", Root.as_view()), path("schema/", Schema.as_view())])),
    path("api/docs/", documentation, name="api-docs"),
    re_path(r"^api(?:/.*)?$", Unrouted.as_view(), name=UNROUTED),
]
