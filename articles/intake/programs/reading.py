"""What a program sends, read and bounded: every member known and of its kind."""

from collections.abc import Mapping
from typing import Any

import orjson
from django.http import QueryDict
from rest_framework.request import Request

from articles.intake.deciding import ACCEPT, LONGEST, NEW, REJECT, SAID_OF_NEW, key_of
from articles.intake.forms import FieldsForm, shown
from articles.intake.models import Clipping
from taxonomy.asking.problems import Problem
from taxonomy.printable import plain_line

MEMBERS = {ACCEPT: ("reference",), REJECT: ("reason",), NEW: SAID_OF_NEW}
LISTS = {"authors": "\n", "keywords": ", "}


class BadBody(Problem):
    """The body cannot be used; `member` names the place."""

    kind = "bad-body"
    title = "The body cannot be used"


def read_body(request: Request, kinds: Mapping[str, type | tuple[type, ...]]) -> dict[str, Any]:
    """The members of a body, as JSON or a form.

    Raises:
        BadBody: it is no JSON object, or has a member that is unknown or of another kind.
    """
    data: Any = request.data
    given: dict[str, Any] = data.dict() if isinstance(data, QueryDict) else data
    if not isinstance(given, dict):
        raise BadBody("Send an object.", allowed=list(kinds))
    for name, value in given.items():
        if name not in kinds:
            raise BadBody(f"“{name[:40]}” is not a member here.", member=name[:40], allowed=list(kinds))
        if bool in _each(kinds[name]) and value in ("true", "false", "on", ""):
            given[name] = value in ("true", "on")
        elif not isinstance(value, kinds[name]):
            raise BadBody(f"“{name}” is of another kind.", member=name)
    return given


def _each(kinds: type | tuple[type, ...]) -> tuple[type, ...]:
    return kinds if isinstance(kinds, tuple) else (kinds,)


def read_decisions_of(clipping: Clipping, given: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Decisions by place.

    Raises:
        BadBody: a place or verb that is not there, or a member of another kind.
    """
    figures = {key_of(figure): figure for figure in clipping.figures}
    found = {}
    for place, decision in given.items():
        if place not in figures:
            raise BadBody("There is no figure at this place.", member=f"decisions.{place[:40]}")
        verb = decision.get("verb") if isinstance(decision, dict) else None
        if not isinstance(verb, str) or verb not in MEMBERS:
            raise BadBody("A decision has a verb.", member=f"decisions.{place}.verb", allowed=list(MEMBERS))
        found[place] = _decision(place, decision, figures[place])
    return found


def _decision(place: str, given: Mapping[str, Any], figure: Mapping[str, Any]) -> dict[str, str]:
    verb = given["verb"]
    allowed = ("verb", *MEMBERS[verb])
    for name, value in given.items():
        if name not in allowed or not isinstance(value, str) or len(value) > LONGEST:
            where = f"decisions.{place}.{name[:40]}"
            raise BadBody(
                "This is no member of the decision, or too long.", member=where, allowed=list(allowed)
            )
    if verb == ACCEPT and not given.get("reference"):
        raise BadBody("Say which observation.", member=f"decisions.{place}.reference")
    said = figure if verb == NEW else {}
    return {"verb": verb, **{name: plain_line(given.get(name, said.get(name, ""))) for name in MEMBERS[verb]}}


def read_fields(clipping: Clipping, given: Mapping[str, Any]) -> dict[str, Any]:
    """All fields, those given over those recognised; checked as on the page.

    Raises:
        BadBody: one is unknown or cannot be used.
    """
    before = shown(clipping.fields)
    after: dict[str, Any] = {}
    for name, value in given.items():
        if name in LISTS and isinstance(value, list) and all(isinstance(each, str) for each in value):
            value = LISTS[name].join(value)
        if name not in FieldsForm.base_fields or not isinstance(value, str):
            allowed = list(FieldsForm.base_fields)
            raise BadBody("This is no field.", member=f"fields.{name[:40]}", allowed=allowed)
        after[name] = value
    form = FieldsForm({**before, **after})
    if not form.is_valid():
        name, messages = next(iter(form.errors.items()))
        raise BadBody(" ".join(str(each) for each in messages), member=f"fields.{name}")
    return form.cleaned_data


def json_of(body: bytes) -> Any:
    """Raises BadBody where it is no JSON."""
    try:
        return orjson.loads(body or b"{}")
    except orjson.JSONDecodeError as error:
        raise BadBody("This is not JSON in UTF-8.") from error
