"""Ask whether the pages that our editions link to still stand. Meant to run daily."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.editions.models import Edition
from articles.links.checking import check_links
from articles.links.collecting import collect_links

MOST = 2000


class Command(BaseCommand):
    help = "Check the outgoing links of current editions whose turn it is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--most", type=int, default=200, help=f"How many at the most, up to {MOST}.")
        parser.add_argument(
            "--collect", action="store_true", help="Read the links of all current editions anew first."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["collect"]:
            editions = Edition.objects.current(now).only("body", "snapshot")
            for edition in editions.iterator(chunk_size=200):
                collect_links(edition)
        done = check_links(at=now, most=min(max(options["most"], 0), MOST))
        told = ", ".join(f"{count} {state}" for state, count in sorted(done.items()))
        self.stdout.write(told or "No link is due.")
