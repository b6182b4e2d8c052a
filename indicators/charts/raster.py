"""A drawing as PNG. The fonts come with the code, so that it looks the same on every machine; no Django."""

from functools import lru_cache
from importlib import import_module
from pathlib import Path

from indicators.charts.scripts import with_fonts

FONTS = Path(__file__).parent / "fonts"
PNG_WIDTH = 960
KEPT = 32


@lru_cache(maxsize=KEPT)
def png_of(drawing: str, width: int = PNG_WIDTH) -> bytes:
    """The SVG text as a picture of that width on white. The last few are kept.

    Only drawings of ours come here: what they refer to is within them, no file and no address is read.
    """
    # Loaded by the worker that is asked for a picture.
    resvg = import_module("resvg_py")
    return bytes(
        resvg.svg_to_bytes(
            svg_string=with_fonts(drawing),
            width=width,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(file) for file in sorted(FONTS.glob("NotoSans*"))]
            + [str(file) for file in sorted(FONTS.glob("NotoNaskh*"))],
            sans_serif_family="Noto Sans",
            font_family="Noto Sans",
        )
    )
