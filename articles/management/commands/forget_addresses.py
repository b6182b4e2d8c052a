"""Empty the network addresses of old log rows; everything else of them stays."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.audit.sources import tables


class Command(BaseCommand):
    help = "Empty the network addresses of log rows older than ADDRESS_DAYS days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--days", type=int, default=settings.ADDRESS_DAYS, help="Keep so many days.")

    def handle(self, *args: Any, **options: Any) -> None:
        limit = timezone.now() - timedelta(days=max(options["days"], 0))
        emptied = 0
        for table in tables():
            # Every row, also those that the log leaves out.
            model: Any = table.rows().model
            if any(field.name == "address" for field in model._meta.fields):
                old = model._base_manager.filter(**{f"{table.at}__lt": limit})
                emptied += old.exclude(address=None).update(address=None)
        self.stdout.write(f"{emptied} addresses forgotten.")
