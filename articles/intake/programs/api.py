"""Intake in the API: take a clipping in, read it, decide about it, make its article."""

from http import HTTPStatus
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.views import APIView

from articles.intake.access import clippings_of, concerns, may_take_in
from articles.intake.deciding import all_sure
from articles.intake.formats import MOST_BYTES, Document, Unreadable, read_file, read_words
from articles.intake.layout import Layout, recognised
from articles.intake.models import Clipping
from articles.intake.programs.keys import Key
from articles.intake.programs.reading import BadBody, json_of, read_body, read_decisions_of, read_fields
from articles.intake.programs.shapes import ClippingSerializer, DecidedSerializer, TakenInSerializer
from articles.intake.programs.telling import told
from articles.intake.receiving import duplicates_of, receive_clipping
from articles.intake.taking import decide, take_in
from articles.intake.wording import refusal
from taxonomy.asking.parameters import read_once
from taxonomy.asking.problems import Missing, Problem
from taxonomy.asking.rendering import dump
from taxonomy.asking.schema_verbs import Verb

LONGEST_BODY = MOST_BYTES + 1024 * 1024
REFUSALS = {
    400: "The body or a parameter cannot be used: `member` or `parameter` names it.",
    401: "There is no key, or none that is good.",
    403: "The person may not take clippings in.",
    406: "None of the accepted media types is offered.",
    415: "The body is neither JSON nor multipart/form-data.",
}


class Conflict(Problem):
    kind = "conflict"
    title = "It is here already"
    status_code = HTTPStatus.CONFLICT


class Forbidden(Problem):
    kind = "forbidden"
    title = "Forbidden"
    status_code = HTTPStatus.FORBIDDEN


class NoSuchMethod(Problem):
    kind = "method-not-allowed"
    title = "Method not allowed"
    status_code = HTTPStatus.METHOD_NOT_ALLOWED


class JsonBody(BaseParser):
    """JSON by the parser of the answers; bounded."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        return json_of(stream.read(LONGEST_BODY))


class IntakeEndpoint(APIView):
    """An address behind a key. Its answers are for nobody else: no other origin, no cache."""

    resource = "clippings"
    row = ClippingSerializer
    authentication_classes = (Key,)
    parser_classes = (JsonBody, MultiPartParser)
    verbs: ClassVar[dict[str, Verb]]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        read_once(request.GET, ["format"])
        if not may_take_in(request.user):
            raise Forbidden("You may not take clippings in.")

    def http_method_not_allowed(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        allowed = [name for name in self.allowed_methods if name != "OPTIONS"]
        raise NoSuchMethod("This is not done here.", allowed=allowed)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        answer = super().finalize_response(request, response, *args, **kwargs)
        answer["Cache-Control"] = "no-store"
        return answer

    def told(self, clipping: Clipping, status: int = HTTPStatus.OK) -> HttpResponse:
        answer = HttpResponse(dump(told(clipping)), content_type="application/json", status=int(status))
        answer["Location"] = f"/api/v1/clippings/{clipping.pk}/"
        return answer


class Clippings(IntakeEndpoint):
    verbs: ClassVar = {
        "POST": Verb(
            "take_in",
            "Take a clipping in: words as JSON, or a file as multipart/form-data.",
            body=TakenInSerializer,
            answers={
                201: "It is kept, with what was recognised.",
                200: "The same text is here already, as decided.",
            },
            refusals={**REFUSALS, 409: "The text, or an article with its citation, is here already."},
        )
    }

    def post(self, request: Request) -> HttpResponse:
        given = read_body(request, {"text": str, "file": object, "anyway": bool})
        name, document = _document(given)
        layout = recognised(document)
        if there := self._there(request, document, layout, anyway=bool(given.get("anyway"))):
            return there
        person: Any = request.user
        made = receive_clipping(document, layout, name=name, by=person, at=timezone.now())
        return self.told(made, HTTPStatus.CREATED)

    def _there(
        self, request: Request, document: Document, layout: Layout, *, anyway: bool
    ) -> HttpResponse | None:
        """The answer where it is known. Asked before anything is stored."""
        found, person = duplicates_of(document, layout), request.user
        if found.clipping is not None:
            if not clippings_of(person).filter(pk=found.clipping.pk).exists():
                raise Conflict("Somebody else has taken this text in already.")
            return self.told(found.clipping)
        if found.articles and not anyway:
            named = [each.slug for each in found.articles if concerns(person, each)]
            raise Conflict("An article with this citation is here already.", articles=named)
        return None


def _document(given: dict[str, Any]) -> tuple[str, Document]:
    file, text = given.get("file"), given.get("text", "")
    try:
        if hasattr(file, "read") and file is not None:
            if file.size > MOST_BYTES:
                raise Unreadable("too-large", most=MOST_BYTES >> 20)
            return file.name, read_file(file.name, file.read())
        if not isinstance(text, str) or not text.strip():
            raise BadBody("Send a text, or a file as multipart/form-data.", member="text")
        return "", read_words(text)
    except Unreadable as error:
        raise BadBody(refusal(error), member="file" if file else "text") from error


class OneClipping(IntakeEndpoint):
    verbs: ClassVar = {
        "GET": Verb(
            "one",
            "A clipping with its figures, what they may quote, and what was decided.",
            answers={200: "The clipping."},
            refusals={**REFUSALS, 404: "There is no such clipping of yours."},
        ),
        "PATCH": Verb(
            "decide",
            "Decide about figures, mend what was recognised, make the article.",
            body=DecidedSerializer,
            answers={200: "The clipping as decided."},
            refusals={
                **REFUSALS, 404: "There is no such clipping of yours.",
                409: "Its article is made already, or cannot be made so: `detail` says why.",
            },
        ),
    }  # fmt: skip

    def get(self, request: Request, pk: int) -> HttpResponse:
        return self.told(self._found(request, pk))

    def patch(self, request: Request, pk: int) -> HttpResponse:
        clipping = self._found(request, pk)
        given = read_body(request, {"decisions": dict, "fields": dict, "accept": str, "make": bool})
        decided = read_decisions_of(clipping, given.get("decisions", {}))
        fields = read_fields(clipping, given["fields"]) if "fields" in given else {}
        fields = {name: fields[name] for name in given.get("fields", {})}
        accept = given.get("accept", "")
        if accept not in ("", "sure", "guessed"):
            raise BadBody("There is no such way to accept.", member="accept", allowed=["sure", "guessed"])
        swept = all_sure(clipping, guessed=accept == "guessed") if accept else {}
        try:
            decide(clipping, decided, fields, beneath=swept)
            if given.get("make"):
                take_in(clipping, by=request.user, at=timezone.now())
        except ValidationError as error:
            raise Conflict(" ".join(error.messages)) from error
        return self.told(clipping)

    def _found(self, request: Request, pk: int) -> Clipping:
        found: Clipping | None = clippings_of(request.user).filter(pk=pk).first() if pk < 1 << 31 else None
        if found is None:
            raise Missing("There is no such clipping of yours.")
        return found


resources = [
    path("clippings/", Clippings.as_view(), name="clippings"),
    path("clippings/<int:pk>/", OneClipping.as_view(), name="clipping"),
]
