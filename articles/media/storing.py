"""Files of pictures on disk: one folder a picture, named after its content. Written whole or not at all."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from articles.media.masters import Master
from articles.media.renditions import Rendition, cards, whole

FOLDER = "images"


def folder_of(sha256: str) -> Path:
    """Where the files of a picture stand."""
    return Path(settings.MEDIA_ROOT) / FOLDER / sha256[:2] / sha256


def address_of(sha256: str, name: str) -> str:
    """The public address of one file of a picture."""
    return f"{settings.MEDIA_URL}{FOLDER}/{sha256[:2]}/{sha256}/{name}"


def store(master: Master, *, x: int, y: int) -> None:
    """Write the master and everything that is drawn of it. Repeating it writes only what is missing."""
    _write(folder_of(master.sha256) / f"master.{master.extension}", master.data)
    size = (master.width, master.height, master.extension)
    _draw(master.sha256, master.extension, [*whole(*size), *cards(*size, x, y)])


def store_cards(sha256: str, extension: str, width: int, height: int, *, x: int, y: int) -> None:
    """Write the cut for a focal point. Cuts for earlier points stay: editions may show them."""
    _draw(sha256, extension, cards(width, height, extension, x, y))


def _draw(sha256: str, extension: str, renditions: list[Rendition]) -> None:
    folder = folder_of(sha256)
    missing = [each for each in renditions if not (folder / each.name).exists()]
    if not missing:
        return
    # The picture library is loaded when a picture is drawn, not by every worker that shows pages.
    drawn = import_string("articles.media.drawing.drawn")
    for name, data in drawn((folder / f"master.{extension}").read_bytes(), missing):
        _write(folder / name, data)


def _write(path: Path, data: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
