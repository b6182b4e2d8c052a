"""Verbs of pictures: upload, replace the file, move the focal point, delete. The same from the form and the dialog."""

import secrets
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.media.masters import MOST_BYTES, Master, Unusable
from articles.media.models import Image
from articles.media.storing import store, store_cards
from articles.media.uses import is_used
from articles.media.wording import sentence_of
from taxonomy.printable import plain_line


def master_from(file: UploadedFile) -> Master:
    """The picture of an uploaded file, drawn anew.

    Raises:
        ValidationError: with the sentence that says why it cannot be used.
    """
    try:
        if (file.size or 0) > MOST_BYTES:
            raise Unusable(
                "too-heavy", megabytes=(file.size or 0) / 1024 / 1024, most=MOST_BYTES // 1024 // 1024
            )
        # Loads the picture library, which no page needs.
        master: Master = import_string("articles.media.receiving.received")(file.read(MOST_BYTES + 1))
        return master
    except Unusable as refusal:
        raise ValidationError(sentence_of(refusal), code=refusal.code) from refusal


def refuse_known(master: Master, *, but: Image | None = None) -> None:
    """Raises:
    ValidationError: the same picture is there already.
    """
    known = Image.objects.filter(sha256=master.sha256).exclude(pk=but.pk if but else None).first()
    if known is not None:
        told = _("This picture is there already, as “%(title)s”. Use that one.")
        raise ValidationError(told, code="known", params={"title": known.title})


def title_from(name: str) -> str:
    """A title to begin with, from a file's name: one plain line, without the ending."""
    stem = PurePath(name.replace("\\", "/")).stem
    return plain_line(stem.replace("_", " "))[:200] or _("Picture")


@transaction.atomic
def upload(master: Master, *, by: AbstractBaseUser | None, at: datetime, **fields: Any) -> Image:
    """Keep a new picture with its renditions. The files are written first: without a row they are never served.

    Raises:
        ValidationError: the same picture is there already, or a field is wrong.
    """
    refuse_known(master)
    image = Image(**fields, uploaded_by_id=by.pk if by else None, uploaded_at=at)
    image.slug = f"{slugify(image.title)[:60].strip('-') or 'image'}-{secrets.token_hex(3)}"
    _put(image, master)
    image.full_clean()
    store(master, x=image.focal_x, y=image.focal_y)
    try:
        with transaction.atomic():
            image.save(force_insert=True)
    except IntegrityError:
        refuse_known(master)
        raise
    return image


@transaction.atomic
def keep(image: Image, *, master: Master | None = None) -> Image:
    """Store a changed picture: its words, its focal point, and another file if one is given.

    Editions go on showing the file that they printed; the next edition prints the new one.
    """
    if master is not None:
        refuse_known(master, but=image)
        _put(image, master)
        store(master, x=image.focal_x, y=image.focal_y)
    else:
        size = (image.extension, image.width, image.height)
        store_cards(image.sha256, *size, x=image.focal_x, y=image.focal_y)
    image.save()
    return image


@transaction.atomic
def discard(image: Image) -> None:
    """Delete a picture that nothing uses. Its files stay: what was sent out stays reachable.

    Raises:
        ValidationError: it is used.
    """
    locked = Image.objects.select_for_update().get(pk=image.pk)
    if is_used(locked):
        raise ValidationError(_("“%(title)s” is in use and stays.") % {"title": locked.title}, code="used")
    locked.delete()


def _put(image: Image, master: Master) -> None:
    image.sha256, image.extension = master.sha256, master.extension
    image.width, image.height = master.width, master.height
