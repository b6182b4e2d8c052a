"""How we check figures: what the marks mean, and what we do when we were wrong. `docs/readers.md` says it too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.editions.wording import state_words
from articles.reading.answering import public_page
from taxonomy.asking.as_of import AsOf

# A print of each state, as it stands in a text, and its value.
PRINTS = {
    "holds": ("9.443 million", "9443000"),
    "rounded": ("9.44 million", "9440000"),
    "revised": ("3,327.8 billion", "3327800000000"),
    "other": ("9.587 million", "9587000"),
    "disputed": ("9.334 million", "9334000"),
    "contradicted": ("3.3 billion", "3300000000"),
    "unbound": ("12.5%", "12.5"),
}


@public_page
def how_we_check_figures(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """The method, in the language of the address. No query."""
    words, meanings = state_words(), _meanings()
    marks = [
        {"state": state, "print": text, "value": value, "word": words[state], "means": meanings[state]}
        for state, (text, value) in PRINTS.items()
    ]
    return render(request, "articles/method.html", {"section": "method", "marks": marks})


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
