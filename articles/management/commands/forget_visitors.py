"""Empty what is no longer needed about visitors: addresses, and what was rejected."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.replies.forgetting import forget


class Command(BaseCommand):
    help = "Empty the network addresses of visitors after VISITOR_DAYS days, their e-mail addresses after a year."

    def handle(self, *args: Any, **options: Any) -> None:
        forgotten = forget(timezone.now(), timedelta(days=settings.VISITOR_DAYS))
        self.stdout.write(
            f"{forgotten.addresses} addresses and {forgotten.emails} e-mail addresses forgotten, "
            f"{forgotten.refused} refused replies deleted."
        )
