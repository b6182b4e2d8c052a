"""What is kept of a picture that was sent, and the refusal of one that cannot be. Pure, without the picture library."""

from dataclasses import dataclass
from typing import Any

MOST_BYTES = 20 * 1024 * 1024


class Unusable(Exception):
    """The bytes are refused. `code` says why, `details` are the numbers of the sentence."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code, self.details = code, details


@dataclass(frozen=True, slots=True)
class Master:
    """A picture of our own: upright, in sRGB, without metadata.

    Attributes:
        data: the file.
        sha256: of the file; its name and its identity.
        extension: `jpg`, or `png` where it is transparent.
        width, height: in pixels.
    """

    data: bytes
    sha256: str
    extension: str
    width: int
    height: int
