"""What waits for a decision."""

from django.db.models import QuerySet

from articles.replies.models import Reply


def waiting() -> QuerySet[Reply]:
    """What waits for a moderator."""
    return Reply.objects.filter(state=Reply.State.HELD)
