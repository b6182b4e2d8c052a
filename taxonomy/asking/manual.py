"""The OpenAPI schema in the order in which a person reads it: resource, address, parameters, members. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]


def manual_of(schema: Schema) -> dict[str, Any]:
    """The manual: title, version, and the resources with their operations."""
    resources: dict[str, list[dict[str, Any]]] = {}
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            told = {"method": method.upper(), **_operation(path, operation, schema)}
            resources.setdefault(operation["tags"][0], []).append(told)
    named = [{"name": name, "operations": operations} for name, operations in resources.items()]
    return {"info": schema["info"], "resources": named}


def _operation(path: str, operation: Schema, schema: Schema) -> dict[str, Any]:
    answers = operation["responses"]
    content = answers["200"]["content"]
    body = operation.get("requestBody", {}).get("content", {})
    keyed = any(operation.get("security", ()))
    return {
        "id": operation["operationId"],
        "path": path,
        "example": path if "{" not in path and not keyed else "",
        "keyed": keyed,
        "takes": list(body),
        "sent": list(_row(next(iter(body.values()))["schema"], schema)) if body else [],
        "summary": operation.get("summary", ""),
        "description": operation.get("description", ""),
        "parameters": [_parameter(each) for each in operation.get("parameters", ())],
        "media_types": list(content),
        "members": list(_row(content["application/json"]["schema"], schema)),
        "answers": [(status, answer["description"]) for status, answer in answers.items() if status != "200"],
    }


def _parameter(parameter: Schema) -> dict[str, Any]:
    schema = parameter["schema"]
    bounds = ""
    if "minimum" in schema:
        bounds = f"{schema['minimum']} to {schema['maximum']}, {schema['default']} by default"
    return {
        "name": parameter["name"],
        "place": parameter["in"],
        "description": parameter.get("description", ""),
        "allowed": schema.get("enum", []),
        "kind": bounds or _kind(schema),
    }


def _kind(schema: Schema) -> str:
    """`string`, `date`, `list of integer`, `string or null`."""
    kind = schema.get("type")
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array":
        return f"list of {_kind(schema['items'])}"
    if reference := schema.get("$ref"):
        return str(reference).rsplit("/", 1)[-1]
    for several in ("oneOf", "anyOf", "allOf"):
        if several in schema:
            return " or ".join(_kind(each) for each in schema[several])
    return str(schema.get("format") or kind or "any")


def _resolved(schema: Schema, whole: Schema) -> Schema:
    if reference := schema.get("$ref"):
        found: Schema = whole["components"]["schemas"][str(reference).rsplit("/", 1)[-1]]
        return found
    return schema


def _row(schema: Schema, whole: Schema) -> Iterator[dict[str, Any]]:
    """The members of a row, with those of nested objects indented below."""
    resolved = _resolved(schema, whole)
    properties = resolved.get("properties", {})
    if set(properties) == {"results", "next", "previous"}:
        yield from _row(properties["results"]["items"], whole)
        return
    for name, member in properties.items():
        yield {"name": name, "kind": _kind(member), "description": _described(member, whole), "depth": 0}
        for inner in _inner(member, whole):
            yield {**inner, "name": f"{name}.{inner['name']}", "depth": inner["depth"] + 1}


def _inner(member: Schema, whole: Schema) -> Iterator[dict[str, Any]]:
    inside = member.get("items", member)
    for several in ("oneOf", "anyOf", "allOf"):
        inside = next((each for each in inside.get(several, ()) if "$ref" in each), inside)
    resolved = _resolved(inside, whole)
    if "$ref" in inside and "properties" in resolved:
        yield from _row(inside, whole)


def _described(member: Schema, whole: Schema) -> str:
    values = _resolved(member, whole).get("enum", [])
    listed = ", ".join(str(value) for value in values if value is not None)
    return " ".join(part for part in (member.get("description", ""), listed and f"One of: {listed}.") if part)
