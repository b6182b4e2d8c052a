"""What one method of an address does, for endpoints that do more than read. Light: the schema is written elsewhere."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Verb:
    """A method of an endpoint that declares `verbs`.

    Attributes:
        name: the last part of its operation's id.
        summary: a sentence.
        body: the serializer of what is sent; None where nothing is.
        answers: by status, each with the shape of the endpoint's `row`.
        refusals: by status, each a problem.
    """

    name: str
    summary: str
    body: Any = None
    answers: dict[int, str] = field(default_factory=dict)
    refusals: dict[int, str] = field(default_factory=dict)
