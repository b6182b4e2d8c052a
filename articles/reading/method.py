"""How we check figures: what the marks mean, and what we do when we were wrong. `docs/readers.md` says it too."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.editions.wording import state_words
from articles.figures.wording import AMOUNTS
from articles.reading.answering import public_page
from taxonomy.asking.as_of import AsOf

# A print of each state, as it stands in a text: digits, and the power of ten that is said in words.
PRINTS = {
    "holds": ("9.443", 6),
    "rounded": ("9.44", 6),
    "revised": ("3,327.8", 9),
    "other": ("9.587", 6),
    "disputed": ("9.334", 6),
    "contradicted": ("3.3", 9),
    "unbound": ("12.5%", 0),
}


@public_page
def how_we_check_figures(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """The method, in the language of the address. No query."""
    words, meanings = state_words(), _meanings()
    marks = [
        {
            "state": state,
            "print": _print(digits, power),
            "value": _value(digits, power),
            "word": words[state],
            "means": meanings[state],
        }
        for state, (digits, power) in PRINTS.items()
    ]
    return render(request, "articles/method.html", {"section": "method", "marks": marks})


def _print(digits: str, power: int) -> str:
    return _(AMOUNTS[power]) % {"number": digits} if power else digits


def _value(digits: str, power: int) -> str:
    return f"{Decimal(digits.rstrip('%').replace(',', '')).scaleb(power):f}"


def _meanings() -> dict[str, str]:
    return {
        "holds": _("The source states this figure."),
        "rounded": _("A correct rounding of what the source states; the note gives the full figure."),
        "revised": _(
            "Right when it was printed. The source has stated a newer figure since; the note says which and when."
        ),
        "other": _(
            "The named source states something else, and another one states this. The note names both."
        ),
        "disputed": _(
            "We hold what the source states to be wrong. The note says what we hold to be right, why, "
            "and which of both is printed."
        ),
        "contradicted": _(
            "The source does not state this. An editor published it knowingly, and gave a reason."
        ),
        "unbound": _("Nothing has been stated about it, or its source has withdrawn it."),
    }
