"""Cursors: where a page of a list begins or ends. Opaque and signed, so that they say nothing but what we wrote."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.utils.crypto import constant_time_compare, salted_hmac

from taxonomy.asking.problems import BadParameter

SIGNATURE = 9


@dataclass(frozen=True, slots=True)
class Position:
    """The values of the ordering columns of the row next to which a page lies."""

    values: tuple[Any, ...]
    backwards: bool = False


def _signature(scope: str, payload: bytes) -> bytes:
    return salted_hmac(f"taxonomy.asking.cursors:{scope}", payload, algorithm="sha256").digest()[:SIGNATURE]


def write_cursor(scope: str, position: Position) -> str:
    """The text of a cursor for a list and ordering (`scope`)."""
    payload = orjson.dumps([int(position.backwards), *position.values])
    return urlsafe_b64encode(_signature(scope, payload) + payload).rstrip(b"=").decode()


def read_cursor(scope: str, text: str) -> Position:
    """Read a cursor.

    Raises:
        BadParameter: it was not written by us for this list and ordering.
    """
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        signature, payload = raw[:SIGNATURE], raw[SIGNATURE:]
        if not constant_time_compare(signature, _signature(scope, payload)):
            raise ValueError(text)
        backwards, *values = orjson.loads(payload)
    except (ValueError, Base64Error) as error:
        detail = "The cursor does not belong to this list and ordering. Follow next and previous as given."
        raise BadParameter("cursor", detail) from error
    return Position(values=tuple(values), backwards=bool(backwards))


@dataclass(frozen=True, slots=True)
class Key:
    """A column that orders a list. Together the columns of an ordering name one row."""

    column: str
    descending: bool = False

    def order(self, *, backwards: bool) -> str:
        return f"-{self.column}" if self.descending != backwards else self.column

    def beyond(self, *, backwards: bool) -> str:
        return "lt" if self.descending != backwards else "gt"


Ordering = Sequence[Key]
