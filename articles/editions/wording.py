"""The words in which pages tell states and kinds, in the active language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def state_words() -> dict[str, str]:
    """What each state is called beside its shape."""
    return {
        "holds": _("holds"),
        "rounded": _("rounded"),
        "revised": _("revised since"),
        "other": _("other source"),
        "disputed": _("error of the source declared"),
        "contradicted": _("contradicted"),
        "unbound": _("no source yet"),
    }


def tally_words(counts: Mapping[str, int]) -> str:
    """“10 figures: 8 hold, 2 revised since”; empty without figures."""
    total = sum(counts.values())
    if not total:
        return ""
    said = {
        "holds": lambda n: ngettext("%(n)d holds", "%(n)d hold", n),
        "rounded": lambda n: ngettext("%(n)d rounded", "%(n)d rounded", n),
        "revised": lambda n: ngettext("%(n)d revised since", "%(n)d revised since", n),
        "other": lambda n: ngettext("%(n)d from another source", "%(n)d from another source", n),
        "disputed": lambda n: ngettext(
            "%(n)d with a declared error of its source", "%(n)d with declared errors of their sources", n
        ),
        "contradicted": lambda n: ngettext("%(n)d contradicted", "%(n)d contradicted", n),
        "unbound": lambda n: ngettext("%(n)d without a source", "%(n)d without a source", n),
    }
    parts = [said[state](n) % {"n": n} for state, n in counts.items()]
    figures = ngettext("%(n)d figure", "%(n)d figures", total) % {"n": total}
    return figures + _(": ") + _(", ").join(parts)


def told_passages(episode: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What an edition changed, for `components/passages.html`: each passage with the name of its part."""
    parts = {"title": _("Title"), "standfirst": _("Standfirst"), "body": _("Text")}
    return [{**each, "label": parts[each["part"]]} for each in episode.get("passages", [])]
