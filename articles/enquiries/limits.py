"""How many messages are taken, counted in rows that are there anyway. What is refused leaves no row."""

from datetime import datetime

from django.utils.translation import gettext as _

from articles.enquiries.models import Enquiry
from articles.replies.limits import LONG, MOST_LONG, MOST_SHORT, SHORT

MOST_OPEN = 2000


def too_many(address: str | None, at: datetime) -> str:
    """Why nothing more is taken at present; "" if it is. Three queries."""
    sent = Enquiry.objects.filter(address=address)
    if sent.filter(created_at__gt=at - SHORT)[:MOST_SHORT].count() >= MOST_SHORT:
        return _("Too many messages came from your network address. Wait ten minutes, then send it again.")
    if sent.filter(created_at__gt=at - LONG)[:MOST_LONG].count() >= MOST_LONG:
        return _("Too many messages came from your network address today. Send it again tomorrow.")
    if Enquiry.objects.filter(answered_at=None)[:MOST_OPEN].count() >= MOST_OPEN:
        return _("Many messages wait for an answer. Send yours again later, or write an e-mail.")
    return ""


def is_known(email: str, text: str, at: datetime) -> bool:
    """Whether the same person sent the same words within a day."""
    return Enquiry.objects.filter(email__iexact=email, text=text, created_at__gt=at - LONG).exists()
