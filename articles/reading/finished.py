"""Finished pages: what was rendered once is sent again as it is, until anything that it could show has changed.

Each process keeps some. A page is known by its address; it is sent again only in the state of the data in which it was
made, and only until the next instant at which the clock alone could change it (`site_state`). Readers' pages know
no login, so that one page is everybody's; previews and the admin are never kept.
"""

import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from threading import Lock
from typing import Concatenate

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from articles.contact.current import contact
from articles.reading.entity_tags import etag_of, is_unchanged, unchanged
from articles.reading.site_state import Horizon, State, state_of_site
from taxonomy.asking.as_of import AsOf

ROOM = 4 * 1024 * 1024  # Bytes of a process, compressed: some five hundred pages.
LARGEST = ROOM // 8
OVERHEAD = 1000  # Bytes: headers, address and the objects around them.
# A longer question is rare, and made of what somebody else's links add to it.
LONGEST_QUERY = 200

type Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """A page as it was sent.

    Attributes:
        state: the data that it was made of.
        made_at, until: within these instants the clock changes nothing.
        packed: the body, compressed.
    """

    state: State
    made_at: datetime
    until: datetime
    etag: str
    headers: tuple[tuple[str, str], ...]
    packed: bytes

    def response(self) -> HttpResponse:
        """The same answer again."""
        again = HttpResponse(zlib.decompress(self.packed))
        for name, value in self.headers:
            again.headers[name] = value
        return again


class Shelf:
    """The pages that a process keeps: those that were asked for last, as many as there is room for."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Key, Finished] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def find(self, key: Key, state: State, now: datetime) -> Finished | None:
        """The page at this address, if it is still true."""
        with self._lock:
            found = self._pages.get(key)
            if found is None or found.state != state or not found.made_at <= now < found.until:
                return None
            self._pages.move_to_end(key)
            return found

    def keep(self, key: Key, page: Finished) -> None:
        """Take a page, and let go of those that nobody has asked for longest."""
        if len(page.packed) > LARGEST:
            return
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._bytes += _room_of(key, page)
            while self._bytes > ROOM:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, key: Key) -> None:
        gone = self._pages.pop(key, None)
        self._bytes -= _room_of(key, gone) if gone else 0


def _room_of(key: Key, page: Finished) -> int:
    """About what a page takes in memory, with its address and headers."""
    return len(page.packed) + sum(len(str(part)) for part in key) + OVERHEAD


shelf, horizon = Shelf(), Horizon()


def kept[**P](
    view: Callable[Concatenate[HttpRequest, AsOf, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, AsOf, P], HttpResponseBase]:
    """A public page whose finished bytes are sent again while they are true. One query then, whatever the page.

    Stands below `public_page`. What the view answers may depend on nothing but its address, the data and the clock.
    """

    @wraps(view)
    def answer(request: HttpRequest, asof: AsOf, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        query = request.META.get("QUERY_STRING", "")
        if len(query) > LONGEST_QUERY:
            return view(request, asof, *args, **kwargs)
        host = f"{request.scheme}://{request.get_host()}"
        key = (host, request.path_info, query, asof.day.isoformat(), contact().version)
        state = state_of_site()
        if found := shelf.find(key, state, asof.now):
            return unchanged(found.etag) if is_unchanged(request, found.etag) else found.response()
        response = view(request, asof, *args, **kwargs)
        if isinstance(response, HttpResponse) and response.status_code == 200:
            _keep(key, state, asof.now, response)
        return response

    return answer


def _keep(key: Key, state: State, now: datetime, response: HttpResponse) -> None:
    until = horizon.after(state, now)
    etag = response.headers.get("ETag") or etag_of(response)
    response.headers["ETag"] = etag
    # What was rendered across midnight shows two days.
    if now < until and timezone.now() < until:
        packed = zlib.compress(response.content)
        shelf.keep(key, Finished(state, now, until, etag, tuple(response.headers.items()), packed))
