"""A public note proposed from what an edition changes, in the article's language. The editor reads and mends it."""

from django.utils import translation
from django.utils.translation import gettext as _

from articles.workflow.reader_changes import FigureChange, ReaderChanges

MOST_FIGURES = 3
PARTS = ("title", "standfirst", "body", "keywords", "contributors", "lead_image", "images")


def proposed_note(changes: ReaderChanges, language: str) -> str:
    """“9.3 million” now reads “9.4 million”. Changed: title, text. Empty if nothing changes for readers."""
    with translation.override(language):
        reprinted = [each for each in changes.figures if _reads_differently(each)]
        told = [_reads(each) for each in reprinted[:MOST_FIGURES]]
        names = _parts(changes, told_figures=len(reprinted) <= MOST_FIGURES and bool(reprinted))
        if names:
            told.append(_("Changed: %(parts)s.") % {"parts": _(", ").join(names)})
        return " ".join(told)[:2000]


def _reads_differently(change: FigureChange) -> bool:
    return bool(change.before and change.after and change.before.text != change.after.text)


def _reads(change: FigureChange) -> str:
    before, after = change.before, change.after
    texts = {"before": before.text if before else "", "after": after.text if after else ""}
    return _("“%(before)s” now reads “%(after)s”.") % texts


def _parts(changes: ReaderChanges, *, told_figures: bool) -> list[str]:
    """What changed, once each, in the order of the page; a text that changed in its figures only has been told."""
    words = {
        "title": _("title"),
        "standfirst": _("standfirst"),
        "body": _("text"),
        "keywords": _("keywords"),
        "contributors": _("contributors"),
        "lead_image": _("lead image"),
        "images": _("images"),
    }
    changed = {each.name for each in changes.words} | {each.name for each in changes.lists}
    if changes.markup:
        changed.add("body")
    if told_figures and _only_figures(changes):
        changed.discard("body")
    names = [words[part] for part in PARTS if part in changed]
    return [*names, *([_("citation")] if changes.facts else [])]


def _only_figures(changes: ReaderChanges) -> bool:
    """Whether the words of the body, with the old figures put back, are those of before."""
    body = next((each for each in changes.words if each.name == "body"), None)
    if body is None:
        return False
    after = body.after
    for change in changes.figures:
        if change.before and change.after:
            after = after.replace(change.after.text, change.before.text, 1)
    return after == body.before
