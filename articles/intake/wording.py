"""Why a file or text cannot be taken in, as sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.intake.formats import Unreadable

SENTENCES = {
    "no-reader": gettext_lazy(
        "Files that end in “%(ending)s” are not read. Use %(known)s, or paste the text."
    ),
    "too-large": gettext_lazy("The file is larger than %(most)s MiB. Paste the text instead."),
    "too-long": gettext_lazy("The text is longer than %(most)s characters. Take in its parts one by one."),
    "empty": gettext_lazy("There is no text in it."),
    "other-format": gettext_lazy(
        "This is not what its name says (%(ending)s). Save it anew, or paste the text."
    ),
    "no-text": gettext_lazy("Its characters cannot be read. Save it as UTF-8, or paste the text."),
}


def refusal(error: Unreadable) -> str:
    """What is wrong, and what to do."""
    sentence = SENTENCES.get(error.code)
    return (
        str(sentence) % error.about
        if sentence
        else _("It is damaged and cannot be read. Paste the text instead.")
    )
