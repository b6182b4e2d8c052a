"""Pictures for tests, drawn on the spot."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image as Pillow


def a_picture(
    kind: str = "JPEG", size: tuple[int, int] = (1200, 800), *, colour: Any = (20, 90, 60), **options: Any
) -> bytes:
    """A picture whose left half has a colour and whose right half is white."""
    mode = options.pop("mode", "RGB")
    picture = Pillow.new(mode, size, "white" if mode == "RGB" else (0, 0, 0, 0))
    picture.paste(colour, (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def a_png_that_claims(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG whose header names a size and whose data is what one gives it: few bytes that unpack to many."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(rows, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
