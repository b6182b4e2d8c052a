"""What the mails about notes say. Each is a function that is called in the language of the person who gets it."""

from django.utils.translation import gettext as _

from articles.notes.models import Note
from articles.workflow.mailing import Wording
from articles.writing.models import Article


def mentioned(note: Note, article: Article) -> Wording:
    """Somebody was mentioned."""
    return lambda: (
        _("%(person)s mentioned you in a note on “%(title)s”") % _said(note, article),
        _text(note),
    )


def answered(note: Note, article: Article) -> Wording:
    """Somebody's note was answered."""
    return lambda: (
        _("%(person)s answered your note on “%(title)s”") % _said(note, article),
        _text(note),
    )


def _said(note: Note, article: Article) -> dict[str, str]:
    return {"person": _name(note), "title": article.title}


def _name(note: Note) -> str:
    return (note.author.get_full_name() or note.author.get_username()) if note.author else ""


def _text(note: Note) -> str:
    about = note.parent or note
    quoted = [_("About the passage: “%(quote)s”") % {"quote": about.quote}] if about.quote else []
    return "\n\n".join([*quoted, f"{_name(note)}:\n{note.body}"])
