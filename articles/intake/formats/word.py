"""Word files (.docx), read by mammoth behind limits of our own. Pure."""

import zipfile
from importlib import import_module
from io import BytesIO
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from articles.intake.formats.document import Document, Unreadable
from articles.intake.formats.markup import MOST_MARKUP, blocks_of_markup

MAGIC = b"PK\x03\x04"
TEXT = "word/document.xml"
MOST_MEMBERS = 2_000
MOST_UNPACKED = 40 * 1024 * 1024
MOST_XML = 12 * 1024 * 1024


def read_docx(data: bytes) -> Document:
    """The words of a Word file. Pictures, macros, comments and links are left where they are.

    Raises:
        Unreadable: it is no Word file, it is damaged, or it unpacks to more than is sensible.
    """
    _check(data)
    try:
        converted = _mammoth().convert_to_html(
            BytesIO(data),
            convert_image=_mammoth().images.img_element(_no_picture),
            external_file_access=False,
        )
    except (
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        IndexError,
        zipfile.BadZipFile,
        RecursionError,
    ) as error:
        raise Unreadable("damaged") from error
    markup: str = converted.value
    if len(markup) > MOST_MARKUP:
        raise Unreadable("too-heavy", most=MOST_MARKUP)
    return Document(blocks_of_markup(markup), "docx")


def _no_picture(image: Any) -> dict[str, str]:
    return {}


def _check(data: bytes) -> None:
    """The sizes that the archive declares are those that are unpacked: zipfile reads no further."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > MOST_UNPACKED:
                raise Unreadable("unpacks-too-large")
            if TEXT not in archive.namelist():
                raise Unreadable("no-word-file")
            for each in members:
                if each.filename.endswith((".xml", ".rels")):
                    if each.file_size > MOST_XML:
                        raise Unreadable("unpacks-too-large")
                    parseString(archive.read(each), ContentHandler(), forbid_dtd=True)
    except (DefusedXmlException, SAXException) as error:
        raise Unreadable("damaged") from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable("damaged") from error


def _mammoth() -> Any:
    """Loaded when the first Word file comes: most workers never see one."""
    return import_module("mammoth")
