"""One log row a verb, where the admin's “History” shows it."""

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType

from taxonomy.models import Keyword


def log_change(keyword: Keyword, message: str, *, by: User, at: datetime) -> None:
    """Record who changed a keyword, when and how, in the verb's own transaction."""
    LogEntry.objects.create(
        action_time=at,
        user=by,
        content_type=ContentType.objects.get_for_model(Keyword),
        object_id=str(keyword.pk),
        object_repr=keyword.name[:200],
        action_flag=CHANGE,
        change_message=message,
    )
