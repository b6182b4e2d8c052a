"""A key with which a program takes clippings in as a person."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from articles.intake.programs.keys import key_of


class Command(BaseCommand):
    help = "Print a key of a user for the API. It lasts a year; a new password of the user ends it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", help="The name of the user.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError where nobody of this name may sign in to the admin."""
        person = (
            get_user_model().objects.filter(username=options["user"], is_active=True, is_staff=True).first()
        )
        if person is None:
            raise CommandError(f"There is no active member of staff {options['user']}.")
        self.stdout.write(key_of(person))
