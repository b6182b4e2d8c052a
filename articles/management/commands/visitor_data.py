"""What is kept of one visitor, by e-mail address: told as JSON, or erased."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.replies.forgetting import erase_all, told_of


class Command(BaseCommand):
    help = "Print what is kept under an e-mail address as JSON; with --erase, erase it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="The address, in any case.")
        parser.add_argument("--erase", action="store_true", help="Erase it.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["erase"]:
            self.stdout.write(
                f"{erase_all(options['email'], by=None, at=timezone.now())} replies and messages erased."
            )
            return
        self.stdout.write(json.dumps(told_of(options["email"]), ensure_ascii=False, indent=2, default=str))
