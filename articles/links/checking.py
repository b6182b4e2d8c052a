"""A round of checking: so many links, one at a time, each host left in peace for a while. Never blocks publishing."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from articles.links.asking import Answer, ask
from articles.links.models import OutgoingLink

PAUSE = 1.0
MOST_OF_A_HOST = 20


def check_links(
    *,
    at: datetime,
    most: int = 200,
    asking: Callable[[str], Answer] = ask,
    pause: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Counter[str]:
    """Ask about the links whose turn it is.

    Args:
        at: now; what is remembered carries this time.
        most: how many at the most.
        asking: what asks; tests give their own.

    Returns:
        How many ended in which state.
    """
    done: Counter[str] = Counter()
    hosts: Counter[str] = Counter()
    last: dict[str, float] = {}
    for link in OutgoingLink.objects.due(at)[:most]:
        host = (urlsplit(link.url).hostname or "").casefold()
        if hosts[host] >= MOST_OF_A_HOST:
            continue
        if host in last and (left := last[host] + PAUSE - clock()) > 0:
            pause(left)
        answer = asking(link.url)
        hosts[host] += 1
        last[host] = clock()
        link.take_note(answer.state, status=answer.status, note=answer.note, at=at)
        link.save()
        done[link.state] += 1
    return done
