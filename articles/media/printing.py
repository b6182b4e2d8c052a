"""A picture as readers get it: `<picture>` with sizes known beforehand, in three types. Pure.

What is printed comes from what the edition remembers of the picture, never from a row that may have changed since.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.media.placing import Placed, placed_in
from articles.media.renditions import TYPES, Rendition, cards, whole

MAIN_COLUMN = "(min-width: 48rem) 42rem, 100vw"


@dataclass(frozen=True, slots=True)
class Printer:
    """Writes pictures.

    Attributes:
        media_url: below which the files have their addresses.
        licence_word: the word before a licence.
    """

    media_url: str
    licence_word: str

    def body(self, body: str, images: Mapping[str, Mapping[str, Any]]) -> str:
        """The body with each picture drawn; one that the edition does not remember is left out."""
        parts, at = [], 0
        for placed in placed_in(body):
            known = images.get(placed.name)
            parts += [body[at : placed.start], self.figure(placed, known) if known else ""]
            at = placed.end
        return "".join([*parts, body[at:]])

    def figure(self, placed: Placed, image: Mapping[str, Any], *, lead: bool = False) -> str:
        """One picture with what is said below it. The lead is loaded at once, the others when they come near."""
        loading = 'fetchpriority="high"' if lead else 'loading="lazy"'
        sources = "".join(
            f'<source type="{TYPES[kind]}" srcset="{self.srcset(image, kind)}" sizes="{MAIN_COLUMN}">'
            for kind in ("avif", "webp")
        )
        drawn = (
            f'<img src="{self.src(image)}" srcset="{self.srcset(image, image["extension"])}" sizes="{MAIN_COLUMN}" '
            f'width="{image["width"]}" height="{image["height"]}" alt="{html.escape(placed.alternative)}" '
            f'{loading} decoding="async">'
        )
        name = "pic lead" if lead else "pic"
        below = self._below(placed.caption, image)
        return f'<figure class="{name}"><picture>{sources}{drawn}</picture>{below}</figure>'

    def data(self, placed: Placed, image: Mapping[str, Any]) -> dict[str, Any]:
        """One picture as the API tells it."""
        return {
            "name": placed.name,
            "src": self.src(image),
            "srcset": {kind: self.srcset(image, kind) for kind in ("avif", "webp", image["extension"])},
            "width": image["width"],
            "height": image["height"],
            "alt": placed.alternative,
            "decorative": placed.decorative,
            "caption": placed.caption,
            "credit": image["credit"],
            "licence": image["licence"],
            "licence_url": image["licence_url"],
        }

    def card(self, image: Mapping[str, Any]) -> str:
        """The address of the cut for cards, as wide as it was drawn."""
        x, y = image["focal"]
        return self._address(image, cards(image["width"], image["height"], image["extension"], x, y)[-1])

    def src(self, image: Mapping[str, Any]) -> str:
        """The file for those who understand no choice."""
        files = self._files(image, image["extension"])
        return self._address(image, files[min(1, len(files) - 1)])

    def srcset(self, image: Mapping[str, Any], kind: str) -> str:
        """Every width of one type."""
        return ", ".join(f"{self._address(image, each)} {each.width}w" for each in self._files(image, kind))

    def _files(self, image: Mapping[str, Any], kind: str) -> list[Rendition]:
        drawn = whole(image["width"], image["height"], image["extension"])
        return [each for each in drawn if each.extension == kind]

    def _address(self, image: Mapping[str, Any], rendition: Rendition) -> str:
        sha = image["sha256"]
        return f"{self.media_url}images/{sha[:2]}/{sha}/{rendition.name}"

    def _below(self, caption: str, image: Mapping[str, Any]) -> str:
        licence = html.escape(image["licence"])
        if licence and image["licence_url"]:
            licence = f'<a href="{html.escape(image["licence_url"])}" rel="license external">{licence}</a>'
        if licence and not image["licence_url"]:
            licence = f"{html.escape(self.licence_word)} {licence}"
        rights = ". ".join(each for each in (html.escape(image["credit"]), licence) if each)
        said = f"<bdi>{html.escape(caption, quote=False)}</bdi>" if caption else ""
        credit = f'<small class="credit"><bdi>{rights}</bdi></small>' if rights else ""
        return f"<figcaption>{' '.join(filter(None, (said, credit)))}</figcaption>" if said or credit else ""
