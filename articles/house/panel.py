"""The house checks of a text as the article form and the page for publishing show them."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.house.checks.all import findings_in
from articles.house.checks.text import blocks_in
from articles.house.internal_links import broken_internal
from articles.house.models import HouseRule
from articles.house.wording import sentence_of
from articles.media.remembering import problems_with_placed
from articles.writing.sanitising import sanitised
from taxonomy.languages import Language


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence, and where in the text it is about. Pictures have a `picture` number, words a block and start."""

    code: str
    sentence: str
    quote: str = ""
    block: int = 0
    start: int = 0
    picture: int = 0


@dataclass(frozen=True, slots=True)
class HousePanel:
    """All advice for a text; `refused` is said where the text cannot be read at all."""

    advice: list[Advice]
    refused: str = ""


def house_panel(body: str, language: str, host: str = "") -> HousePanel:
    """The advice for a body, which may come straight from the editor. None of it blocks publishing by itself."""
    spoken = language if language in Language.values else Language.ENGLISH
    try:
        clean = sanitised(body)
    except ValidationError as error:
        return HousePanel([], " ".join(error.messages))
    found = findings_in(clean, spoken, HouseRule.objects.for_language(spoken))
    found += broken_internal(blocks_in(clean), host, at=timezone.now())
    pictures = [Advice(code, told, picture=n) for n, code, told in problems_with_placed(clean)]
    ordered = sorted(found, key=lambda each: (each.block, each.start))
    said = [Advice(each.code, sentence_of(each), each.quote, each.block, each.start) for each in ordered]
    return HousePanel([*pictures, *said])
