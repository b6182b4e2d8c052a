"""What a house check says: one sentence, what to look at and what to do."""

from django.utils.translation import gettext as _

from articles.house.checks.text import Finding


def sentence_of(finding: Finding) -> str:
    """The sentence of one finding."""
    if finding.code == "house-word":
        return _house_word(finding)
    sentences = {
        "heading-order": _("A subheading stands below no heading. Make it a heading, or put one above it."),
        "link-empty": _("A link to %(address)s has no words. Write what it leads to, or take it out."),
        "link-nowhere": _("The link leads nowhere. Give it an address, or take it out."),
        "link-text": _("The words of the link do not say where it leads. Name what stands there."),
        "link-bare": _("A bare address is hard to read aloud. Name what stands there."),
        "link-broken": _(
            "Readers would find nothing at %(address)s. Correct the address, or take the link out."
        ),
        "sentence-long": _(
            "The sentence has %(length)d words; more than %(most)d are hard to follow. Split it."
        ),
        "double-space": _("Two spaces in a row. Take one out."),
        "double-word": _("A word stands twice. Take one out."),
    }
    return sentences[finding.code] % finding.details


def _house_word(finding: Finding) -> str:
    use, note = str(finding.details["use"]), str(finding.details["note"])
    told = _("Use “%(use)s”, not “%(avoid)s”.") if use else _("The house avoids “%(avoid)s”.")
    return " ".join(filter(None, (told % {"use": use, "avoid": finding.quote}, note)))
