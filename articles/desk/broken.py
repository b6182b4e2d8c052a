"""Links of current editions that readers follow in vain."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from articles.editions.models import Edition
from articles.links.models import OutgoingLink


def broken(at: datetime) -> QuerySet[OutgoingLink]:
    """Broken links that readers meet, each once, the longest broken first."""
    met = OutgoingLink.objects.broken(at).order_by().values("pk")
    found: QuerySet[OutgoingLink] = OutgoingLink.objects.filter(pk__in=met).order_by("since", "pk")
    return found


def carried(links: QuerySet[OutgoingLink], at: datetime) -> QuerySet[OutgoingLink]:
    """With the newest of the articles that print each: `in_article`, `in_title`, `in_language`."""
    printing = (
        Edition.objects.current(at).filter(outgoing_links=OuterRef("pk")).order_by("-published_at", "pk")
    )
    return links.annotate(
        in_article=Subquery(printing.values("article")[:1]),
        in_title=Subquery(printing.values("title")[:1]),
        in_language=Subquery(printing.values("language")[:1]),
    )
