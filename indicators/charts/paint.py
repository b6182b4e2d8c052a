"""Colours of a drawing that leaves the site: attributes in place of the classes of the style sheet. Pure.

The same values as the light tokens of `site.css` (a test compares them).
"""

import re

PAPER, INK, INK_2 = "#ffffff", "#15181c", "#4a525b"
GRID, RULE = "#d2d6d6", "#15181c"
SERIES = {"1": "#0b5c7a", "2": "#b4540a"}
FONTS = "Noto Sans, Noto Sans SC, Noto Naskh Arabic, Segoe UI, Arial, sans-serif"
CLASS = re.compile(r'class="([^"]+)"')

PAINT = {
    "ax": f'fill="{INK_2}" font-size="12"',
    "val": f'font-weight="600" font-size="13" stroke="{PAPER}" stroke-width="3" paint-order="stroke"',
    "nt": f'stroke="{PAPER}" stroke-width="3" paint-order="stroke"',
    "gl": f'stroke="{GRID}"',
    "base": f'stroke="{RULE}"',
    "was": 'fill="none" stroke-opacity="0.5" stroke-width="1.5"',
    "wasb": f'stroke="{PAPER}" stroke-width="4"',
    "wh": f'fill="none" stroke="{INK}" stroke-width="1.5"',
    "brk": f'stroke="{INK_2}" stroke-dasharray="2 3"',
    "h2": f'stroke="{SERIES["2"]}" stroke-width="2"',
    "s1": f'fill="{SERIES["1"]}"',
    "s2": f'fill="{PAPER}" stroke="{SERIES["2"]}" stroke-width="2"',
    "l1": f'fill="none" stroke="{SERIES["1"]}" stroke-width="2" stroke-linejoin="round"',
    "l2": f'fill="none" stroke="{SERIES["2"]}" stroke-width="2" stroke-linejoin="round" stroke-dasharray="5 3"',
    "p1": f'fill="{SERIES["1"]}"',
    "p2": f'fill="{PAPER}" stroke="{SERIES["2"]}" stroke-width="2"',
    "t1": f'fill="{SERIES["1"]}"',
    "t2": f'fill="{SERIES["2"]}"',
    "w1": f'stroke="{SERIES["1"]}"',
    "w2": f'stroke="{SERIES["2"]}"',
}


def painted(drawing: str) -> str:
    """The drawing with its colours as attributes. Of an attribute that two classes give, the later one counts."""
    return CLASS.sub(lambda found: _attributes(found[1].split()), drawing)


def _attributes(classes: list[str]) -> str:
    given: dict[str, str] = {}
    for name in classes:
        for attribute in re.findall(r'[\w-]+="[^"]*"', PAINT.get(name, "")):
            given[attribute.partition("=")[0]] = attribute
    return " ".join(given.values())
