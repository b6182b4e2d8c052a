"""The schema of the API, written by drf-spectacular. Imported when it is first asked for: a worker that only serves
pages and rows does without the library.
"""

from collections.abc import Sequence
from typing import Any

import orjson
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer

from articles.editions.models import Edition
from indicators.observations.models import Vintage

# The library finds no list within a class within a class: `ENUM_NAME_OVERRIDES` names these.
EDITION_KINDS = Edition.Kind.values
OBSERVATION_STATUSES = Vintage.Status.values


def schema_of(patterns: Sequence[Any]) -> dict[str, Any]:
    """OpenAPI 3.1 of these addresses."""
    generator: Any = SchemaGenerator
    schema: dict[str, Any] = generator(patterns=patterns).get_schema(public=True)
    return schema


def written(schema: dict[str, Any], form: str) -> bytes:
    """The schema as text: JSON, or YAML for every other form."""
    if form == "json":
        return orjson.dumps(schema, option=orjson.OPT_INDENT_2)
    renderer: Any = OpenApiYamlRenderer()
    text: bytes = renderer.render(schema)
    return text
