"""How much a visitor may send: bounded by rows that are there anyway. What is refused leaves no row."""

from datetime import datetime, timedelta
from ipaddress import ip_address

from django.db import connection
from django.utils.translation import gettext as _

from articles.replies.models import Reply
from taxonomy.acting import current_address

SHORT, MOST_SHORT = timedelta(minutes=10), 5
LONG, MOST_LONG = timedelta(days=1), 30
MOST_WAITING = 200


def visitor_address() -> str | None:
    """The network address of the request, shortened to the network of a household for IPv6."""
    address = current_address()
    if not address or ip_address(address).version == 4:
        return address
    return str(ip_address(int(ip_address(address)) >> 64 << 64))


def one_at_a_time(address: str | None) -> None:
    """Until the transaction ends, whatever else comes from this address waits, also in other processes.

    SQLite writes one after the other as it is.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"visitor {address}"])


def too_much(article: int, address: str | None, at: datetime) -> str:
    """Why nothing more is taken from this address, or for this article, at present; "" if it is. Three queries."""
    sent = Reply.objects.filter(address=address)
    if sent.filter(created_at__gt=at - SHORT)[:MOST_SHORT].count() >= MOST_SHORT:
        return _("Too many replies came from your network address. Wait ten minutes, then send it again.")
    if sent.filter(created_at__gt=at - LONG)[:MOST_LONG].count() >= MOST_LONG:
        return _("Too many replies came from your network address today. Send it again tomorrow.")
    waiting = Reply.objects.filter(article=article, state=Reply.State.HELD)
    if waiting[:MOST_WAITING].count() >= MOST_WAITING:
        return _("Many replies to this article wait for a moderator. Send yours again later.")
    return ""


def is_repeated(article: int, email: str, text: str, at: datetime) -> bool:
    """Whether the same person sent the same words about this article within a day."""
    sent = Reply.objects.filter(article=article, email__iexact=email, text=text, created_at__gt=at - LONG)
    return sent.exists()
