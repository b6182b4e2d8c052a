"""Delete for good what has been in the trash for 30 days. Meant for a daily job."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.workflow.trash import empty_trash


class Command(BaseCommand):
    help = "Delete for good the articles that have been in the trash for 30 days and were never published."

    def handle(self, *args: Any, **options: Any) -> None:
        gone, held = empty_trash(at=timezone.now())
        self.stdout.write(f"{gone} deleted for good.")
        for slug in held:
            self.stdout.write(f"{slug} is kept: something else refers to it.")
