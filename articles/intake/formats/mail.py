"""Mails (.eml), by the standard library. Pure."""

import re
from datetime import datetime
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default

from articles.intake.formats.document import Document, Unreadable, shown_line
from articles.intake.formats.markup import blocks_of_markup
from articles.intake.formats.plain import read_pasted

MOST_PARTS = 50
MOST_HEADER = 100_000
PREFIXES = re.compile(r"^(?:(?:fwd?|re|wg|aw)\s*:\s*)+", re.IGNORECASE)
HEADER = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:|From )")


def read_mail(data: bytes) -> Document:
    """The body of a mail; its subject as a title, its day as a hint. Attachments are left alone.

    Raises:
        Unreadable: it is no mail, or has no text.
    """
    if not HEADER.match(data.lstrip()) or data.lower().count(b"boundary=") > MOST_PARTS:
        raise Unreadable("no-mail")
    if len(data.partition(b"\n\n")[0]) > MOST_HEADER and len(data.partition(b"\r\n\r\n")[0]) > MOST_HEADER:
        raise Unreadable("no-mail")
    try:
        message: EmailMessage = message_from_bytes(data.lstrip(), policy=default)
        part = message.get_body(preferencelist=("html", "plain"))
        content = part.get_content() if part is not None else ""
        subject, day = _subject(message), _day(message)
    except (
        MessageError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as error:
        raise Unreadable("no-mail") from error
    if part is None or not isinstance(content, str) or not content.strip():
        raise Unreadable("empty")
    blocks = (
        blocks_of_markup(content) if part.get_content_subtype() == "html" else read_pasted(content).blocks
    )
    return Document(blocks, "eml", subject, day)


def _subject(message: EmailMessage) -> str:
    return PREFIXES.sub("", shown_line(str(message.get("Subject") or ""))[:300])


def _day(message: EmailMessage) -> str:
    sent = message.get("Date")
    moment: datetime | None = getattr(sent, "datetime", None)
    return moment.date().isoformat() if moment else ""
