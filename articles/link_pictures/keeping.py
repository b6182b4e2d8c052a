"""Pictures on disk: each is drawn once, one at a time, and only so many are kept."""

import hashlib
import logging
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from articles.link_pictures.picture import LinkPicture
from articles.link_pictures.turns import turn

FOLDER = "link-pictures"
MOST_KEPT = 5000
logger = logging.getLogger(__name__)


def name_of(picture: LinkPicture) -> str:
    """The name of its file, which is its validator: other words or other fonts are another picture."""
    told = "\x1f".join((picture.digest, *_fonts()))
    return hashlib.blake2b(told.encode(), digest_size=12).hexdigest()


def png_of(picture: LinkPicture) -> bytes:
    """The picture, from disk if it was drawn before.

    Raises:
        Busy: it has to be drawn, and another one is just being drawn.
    """
    path = _folder() / f"{name_of(picture)}.png"
    # Another worker may make room at any moment.
    with suppress(FileNotFoundError):
        return path.read_bytes()
    with turn():
        # The picture library is loaded when a picture is drawn, not by every worker that shows pages.
        data: bytes = import_string("articles.link_pictures.drawing.drawn")(picture, _fonts())
        _keep_if_there_is_room(path, data)
    return data


def _fonts() -> tuple[str, ...]:
    return tuple(each for each in settings.LINK_PICTURE_FONTS if Path(each).is_file())


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / FOLDER


def _keep_if_there_is_room(path: Path, data: bytes) -> None:
    """A picture that cannot be kept is sent all the same."""
    try:
        _keep(path, data)
    except OSError:
        logger.exception("A link picture could not be kept")


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _make_room(path.parent)
    handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(beside).replace(path)


def _make_room(folder: Path) -> None:
    """Where it is full, the oldest quarter goes: it is drawn anew when somebody asks."""
    with os.scandir(folder) as found:
        kept = [entry for entry in found if entry.is_file()]
    if len(kept) < MOST_KEPT:
        return
    aged = []
    for entry in kept:
        with suppress(FileNotFoundError):
            aged.append((entry.stat().st_mtime, entry.path))
    for _age, path in sorted(aged)[: max(1, MOST_KEPT // 4)]:
        Path(path).unlink(missing_ok=True)
