"""What is said when a file cannot be used."""

from django.utils.translation import gettext as _

from articles.media.masters import Unusable


def sentence_of(refusal: Unusable) -> str:
    """One sentence that says what is wrong with the file and what to do."""
    sentences = {
        "empty": _("The file is empty. Choose another one."),
        "too-heavy": _(
            "The file has %(megabytes).1f MB; the most is %(most)d MB. Save it smaller, then upload it."
        ),
        "not-a-picture": _(
            "This is not a picture that can be used: only JPEG, PNG, WebP, AVIF and GIF files are, whatever "
            "their name says. Save it as one of these."
        ),
        "too-large": _(
            "The picture is too large to be opened: the most is %(most)d million pixels, and %(side)d on a side. "
            "Make it smaller, then upload it."
        ),
        "too-small": _(
            "The picture is %(width)d × %(height)d pixels, too small to be seen: the least is %(least)d on a side."
        ),
        "damaged": _("The file is damaged or not complete. Save the picture again, then upload it."),
    }
    return sentences[refusal.code] % refusal.details
