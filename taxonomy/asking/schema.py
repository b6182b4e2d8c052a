"""Describes the endpoints to drf-spectacular: every parameter with its values, every answer with its shape."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from taxonomy.asking.problems import MEDIA_TYPE
from taxonomy.asking.schema_verbs import Verb

AS_OF = "As known at the end of this day: editions published by then, values stated by then. Not after today."
REFUSALS = {
    400: "A parameter is unknown, given twice or unreadable. The answer names what is allowed.",
    404: "Nothing public has this address.",
    406: "None of the accepted media types is offered.",
}


class ProblemSerializer(serializers.Serializer):
    """RFC 9457 problem details."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    parameter = serializers.CharField(required=False)
    member = serializers.CharField(required=False)
    allowed = serializers.ListField(child=serializers.CharField(), required=False)


def _parameter(name: str, description: str, schema: dict[str, Any]) -> OpenApiParameter:
    return OpenApiParameter(name=name, type=schema, description=description)


def _chosen_fields(names: list[str]) -> dict[str, Any]:
    one = "|".join(names)
    return {"type": "string", "pattern": f"^({one})(,({one}))*$"}


def _formats(view: Any) -> dict[str, Any]:
    formats = dict.fromkeys(renderer.format for renderer in view.renderer_classes)
    return {"type": "string", "enum": list(formats)}


def _paging(view: Any) -> list[OpenApiParameter]:
    terms = view.terms()
    orderings = list(terms.orderings)
    limit = {"type": "integer", "minimum": 1, "maximum": terms.max_limit, "default": terms.default_limit}
    return [
        _parameter("ordering", f"Default: {orderings[0]}.", {"type": "string", "enum": orderings}),
        _parameter("limit", f"Rows a page, at most {terms.max_limit}.", limit),
        _parameter("cursor", "From `next` or `previous` of a page.", {"type": "string", "minLength": 1}),
    ]


def parameters_of(view: Any) -> list[OpenApiParameter]:
    """Every query parameter of a list or a single row."""
    filters = getattr(view, "filters", None)
    own = [
        _parameter(name, str(declared.extra.get("help_text", "")), dict(declared.documented))
        for name, declared in (filters.base_filters.items() if filters else ())
    ]
    as_of = _parameter("as_of", AS_OF, {"type": "string", "format": "date"})
    fields = _chosen_fields(list(view.row().fields))
    shared = [
        _parameter("fields", "Only these members, separated by commas.", fields),
        _parameter("format", "Instead of the Accept header.", _formats(view)),
    ]
    return [*own, as_of, *(_paging(view) if filters else []), *shared]


def page_serializer(row: type[serializers.Serializer]) -> type[serializers.Serializer]:
    """The envelope of a list of such rows."""
    members = {
        "results": row(many=True),
        "next": serializers.CharField(allow_null=True),
        "previous": serializers.CharField(allow_null=True),
    }
    name = row.__name__.removesuffix("Serializer") + "PageSerializer"
    return type(name, (serializers.Serializer,), {**members, "__doc__": "A page of a list."})


class ResourceSchema(AutoSchema):
    """Reads the declarations of an endpoint; nothing is said twice."""

    view: Any

    def is_excluded(self) -> bool:
        return not hasattr(self.view, "row")

    @property
    def verb(self) -> Verb | None:
        """The declared method of an endpoint that does more than read."""
        found: Verb | None = getattr(self.view, "verbs", {}).get(self.method.upper())
        return found

    def get_operation_id(self) -> str:
        if self.verb:
            return f"{self.view.resource}_{self.verb.name}"
        return f"{self.view.resource}_{'list' if hasattr(self.view, 'filters') else 'one'}"

    def get_tags(self) -> list[str]:
        return [self.view.resource]

    def get_summary(self) -> str:
        if self.verb:
            return self.verb.summary
        return str(self.view.__doc__ or "").strip().split("\n")[0]

    def get_description(self, *_args: str) -> str:
        return "\n".join(
            line.strip() for line in str(self.view.__doc__ or "").strip().split("\n")[1:]
        ).strip()

    def get_override_parameters(self) -> list[Any]:
        if self.verb:
            return [_parameter("format", "Instead of the Accept header.", _formats(self.view))]
        if hasattr(self.view, "filters"):
            return parameters_of(self.view)
        key = OpenApiParameter(
            name="key",
            type=str,
            location=OpenApiParameter.PATH,
            description=getattr(self.view, "key_note", ""),
        )
        return [key, *parameters_of(self.view)]

    def get_auth(self) -> list[Any]:
        return [{"key": []}] if self.verb else []

    def get_request_serializer(self) -> Any:
        return self.verb.body if self.verb else None

    def get_response_serializers(self) -> Any:
        if self.verb:
            told: dict[Any, Any] = {
                (status, "application/json"): OpenApiResponse(self.view.row, why)
                for status, why in self.verb.answers.items()
            }
            for status, why in self.verb.refusals.items():
                told[status, MEDIA_TYPE] = OpenApiResponse(ProblemSerializer, why)
            return told
        listing = hasattr(self.view, "filters")
        shape = page_serializer(self.view.row) if listing else self.view.row
        answers: dict[Any, Any] = {(200, "application/json"): shape}
        if any(renderer.format == "csv" for renderer in self.view.renderer_classes):
            answers[200, "text/csv"] = OpenApiResponse(str, "One line a row, with a line of headings.")
        answers[304] = OpenApiResponse(None, "The entity tag in If-None-Match is still right.")
        refusals = {**REFUSALS, **getattr(self.view, "refusals", {})}
        for status, why in refusals.items():
            if not (listing and status == 404):
                answers[status, MEDIA_TYPE] = OpenApiResponse(ProblemSerializer, why)
        return answers
