"""Pictures in a body: `<figure data-image="name"><img alt="…"><figcaption>…</figcaption></figure>`. Pure.

The body names a picture and says what it means here. Where the file lies is never read from a text: it is looked up
when the text is published.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>')
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
LONGEST_NAME = 80
LONGEST_ALTERNATIVE = 400
LONGEST_CAPTION = 600
OURS = {"figure", "img", "figcaption"}


@dataclass(frozen=True, slots=True)
class Placed:
    """One picture of a body.

    Attributes:
        n: its number in the order of the text, from 1.
        name: which picture.
        alternative: what it says, for people who do not see it; empty if that is missing or it is decorative.
        decorative: whether the writer said that it says nothing.
        caption: plain text.
        start, end: offsets of the element in the body.
    """

    n: int
    name: str
    alternative: str
    decorative: bool
    caption: str
    start: int = 0
    end: int = 0


def opening_of(name: str) -> str:
    """How the element of a picture begins in a sanitised body."""
    return f'<figure data-image="{name}"'


def written(placed: Placed) -> str:
    """The element as a sanitised body carries it."""
    mark = ' data-decorative=""' if placed.decorative else ""
    alternative = html.escape(placed.alternative)
    caption = html.escape(placed.caption, quote=False)
    return f'{opening_of(placed.name)}{mark}><img alt="{alternative}"><figcaption>{caption}</figcaption></figure>'


def placed_in(body: str) -> list[Placed]:
    """The pictures of a body in the order of the text."""
    return [each for each in _elements(body) if each is not None]


def only_placed(body: str) -> str:
    """The body with each picture in its one form, and every other picture and frame taken out.

    Expects the serialisation of the sanitiser. Doing it twice changes nothing.
    """
    parts, at = [], 0
    for placed in _elements(body):
        parts += [_without_ours(body[at : placed.start]), written(placed)]
        at = placed.end
    parts.append(_without_ours(body[at:]))
    return "".join(parts)


def _without_ours(fragment: str) -> str:
    return TAG.sub(lambda tag: "" if tag[2] in OURS else tag[0], fragment)


def _elements(body: str) -> Iterator[Placed]:
    opened: re.Match[str] | None = None
    depth = number = 0
    for tag in TAG.finditer(body):
        if tag[2] != "figure":
            continue
        if tag[1]:
            depth = max(0, depth - 1)
            if depth == 0 and opened is not None:
                number += 1
                yield _read(number, opened, body[opened.end() : tag.start()], tag.end())
                opened = None
            continue
        depth += 1
        given = dict(ATTRIBUTE.findall(tag[3]))
        if depth == 1 and _is_name(given.get("data-image", "")):
            opened = tag


def _is_name(text: str) -> bool:
    return len(text) <= LONGEST_NAME and bool(NAME.match(text))


def _read(number: int, opened: re.Match[str], inner: str, end: int) -> Placed:
    given = dict(ATTRIBUTE.findall(opened[3]))
    alternative, caption_from, caption = "", None, ""
    for tag in TAG.finditer(inner):
        if tag[2] == "img" and not alternative:
            alternative = dict(ATTRIBUTE.findall(tag[3])).get("alt", "")
        elif tag[2] == "figcaption" and not tag[1] and caption_from is None:
            caption_from = tag.end()
        elif tag[2] == "figcaption" and caption_from is not None:
            caption = inner[caption_from : tag.start()]
            break
    decorative = "data-decorative" in given
    said = "" if decorative else _line(alternative, LONGEST_ALTERNATIVE)
    return Placed(
        number,
        given["data-image"],
        said,
        decorative,
        _line(TAG.sub(" ", caption), LONGEST_CAPTION),
        opened.start(),
        end,
    )


def _line(escaped: str, longest: int) -> str:
    return " ".join(html.unescape(escaped).split())[:longest].strip()
