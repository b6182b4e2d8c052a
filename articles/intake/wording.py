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
    "no-mail": gettext_lazy("This is not a mail with a text. Save it anew, or paste the text."),
    "no-word-file": gettext_lazy("This is not a Word file. Save it as .docx, or paste the text."),
    "unpacks-too-large": gettext_lazy("The file is too large when unpacked. Paste the text instead."),
    "too-many-paragraphs": gettext_lazy(
        "It has more than %(most)s paragraphs. Take in its parts one by one."
    ),
    "too-deep": gettext_lazy("The page is nested too deeply. Paste its text instead."),
    "too-heavy": gettext_lazy(
        "The page has more than %(most)s characters of markup. Paste its text instead."
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
