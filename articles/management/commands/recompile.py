"""Rebuild the derived columns of editions, and the tellings of observations. Twice in a row changes nothing."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.editions.compile import recompile_edition
from articles.editions.models import Edition
from articles.related.choosing import relate_again
from articles.related.rarity import Rarities
from indicators.observations.tellings import tell_all_again
from taxonomy.languages import Language


class Command(BaseCommand):
    help = (
        "Rebuild what is derived: pages, cards, API text, quotations, search text and related articles; "
        "what is told of figures."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", help="Only these articles; all without it.")

    def handle(self, *args: Any, **options: Any) -> None:
        editions = Edition.objects.order_by("pk")
        if options["slugs"]:
            editions = editions.filter(slug__in=options["slugs"])
        now = timezone.now()
        rarities = {language: Rarities(language, now) for language in Language.values}
        changed = 0
        for edition in editions.iterator(chunk_size=200):
            compiled = recompile_edition(edition, at=now, recount=True)
            changed += relate_again(edition, rarities[edition.language], at=now) or compiled
        self.stdout.write(f"{changed} of {editions.count()} editions changed.")
        if not options["slugs"] and (told := tell_all_again()):
            self.stdout.write(f"Told anew of observations: {told}")
