"""The page around a compiled article or list: rendered once, then only filled. No template runs per request.

`base.html` is rendered with markers in the places that differ from page to page, cut at the markers, and the pieces
are kept in the process: one set for each language, section, day and version of the contact details.
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from django.template.loader import render_to_string

from articles.contact.current import contact, when_contact_changes
from articles.reading.frame import PREFIXES, Frame, prefix_of, unprefixed
from taxonomy.asking.as_of import AsOf

KEPT = 64
MARKER = re.compile("\ue000([a-z-]+)\ue001")


@dataclass(frozen=True, slots=True)
class Shell:
    """The pieces of a page, and the names of what goes between them."""

    pieces: tuple[str, ...]
    slots: tuple[str, ...]
    digest: str
    carry: str

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The finished page.

        Args:
            values: HTML for `title` (without the name of the site), `head`, `content`, and an address for each
                of `url-en`, `url-ur`, `url-zh-hans`.
        """
        parts = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            parts.append(values[slot])
            parts.append(piece)
        return "".join(parts).encode()

    def addresses(self, path: str, translations: Mapping[str, str] | None = None) -> dict[str, str]:
        """What the language switch leads to: the same path, or an article's translations where they are given.

        With translations, a language that has none leads to its list of articles.
        """
        if translations is None:
            plain = unprefixed(path)
            return {f"url-{code}": escape(f"{prefix_of(code)}{plain}{self.carry}") for code in PREFIXES}
        return {
            f"url-{code}": escape(f"{translations.get(code) or f'{prefix_of(code)}/articles/'}{self.carry}")
            for code in PREFIXES
        }


class _MarkedFrame(Frame):
    """A frame whose addresses are markers."""

    def address_in(self, language: str) -> str:
        return marker(f"url-{language}")


_shells: OrderedDict[tuple[str, ...], Shell] = OrderedDict()
when_contact_changes(_shells.clear)


def marker(slot: str) -> str:
    """What stands in the template for a slot: private-use characters, which no text of ours contains."""
    return f"\ue000{slot}\ue001"


def shell(*, language: str, section: str, asof: AsOf) -> Shell:
    """The shell for a page of a section, in a language, as of a day."""
    details = contact()
    key = (language, section, asof.day.isoformat(), str(asof.given), details.version)
    kept = _shells.get(key)
    if kept is None:
        frame = _MarkedFrame(language=language, asof=asof, path="/", details=details)
        kept = _shells[key] = _cut(frame, section)
        while len(_shells) > KEPT:
            _shells.popitem(last=False)
    return kept


def _cut(frame: Frame, section: str) -> Shell:
    context = {"frame": frame, "section": section}
    context |= {f"slot_{slot}": marker(slot) for slot in ("title", "head", "content")}
    html = render_to_string("articles/shell.html", context)
    found = MARKER.split(html)
    digest = hashlib.blake2b(html.encode(), digest_size=6).hexdigest()
    return Shell(pieces=tuple(found[::2]), slots=tuple(found[1::2]), digest=digest, carry=frame.carry)
