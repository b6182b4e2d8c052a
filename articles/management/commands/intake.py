"""Take clippings in from files, as the page does."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.intake.deciding import all_sure
from articles.intake.formats import Unreadable, read_file
from articles.intake.layout import recognised
from articles.intake.models import Clipping
from articles.intake.receiving import duplicates_of, receive_clipping
from articles.intake.taking import decide, take_in
from articles.intake.wording import refusal


class Command(BaseCommand):
    help = "Take clippings in (.txt, .html, .docx, .eml); with --make, make their articles, as drafts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, help="The files.")
        parser.add_argument("--by", default="", help="The name of the user who takes them in.")
        parser.add_argument(
            "--make", action="store_true", help="Accept all sure figures and make the article."
        )
        parser.add_argument(
            "--guessed",
            action="store_true",
            help="Also accept figures of the same value whose period is that of a figure before them.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError with the number of files that were not taken in; the others are."""
        by = get_user_model().objects.filter(username=options["by"]).first()
        if options["by"] and by is None:
            raise CommandError(f"There is no user {options['by']}.")
        refused = sum(not self._take(path, by, options=options) for path in options["files"])
        if refused:
            raise CommandError(f"{refused} of {len(options['files'])} files were not taken in.")

    def _take(self, path: Path, by: Any, *, options: dict[str, Any]) -> bool:
        try:
            document = read_file(path.name, path.read_bytes())
            layout = recognised(document)
            there = duplicates_of(document, layout)
            if there.clipping is None and there.articles:
                return self._told(path, f"its citation is that of “{there.articles[0].title}”")
            clipping = receive_clipping(document, layout, name=path.name, by=by, at=timezone.now())
            if options["make"] and clipping.article_id is None:
                decide(clipping, all_sure(clipping, guessed=options["guessed"]) | clipping.decisions)
                take_in(clipping, by=by, at=timezone.now())
        except OSError as error:
            return self._told(path, str(error.strerror))
        except Unreadable as error:
            return self._told(path, refusal(error))
        except ValidationError as error:
            return self._told(path, " ".join(error.messages))
        self._tell(path, clipping, known=there.clipping is not None)
        return True

    def _told(self, path: Path, why: str) -> bool:
        self.stderr.write(f"{path}: {why}")
        return False

    def _tell(self, path: Path, clipping: Clipping, *, known: bool) -> None:
        sure = sum(figure["sure"] for figure in clipping.figures)
        guessed = sum(figure.get("likely", figure["sure"]) for figure in clipping.figures) - sure
        already = ", here already" if known else ""
        made = f", article {clipping.article.slug}" if clipping.article else ""
        told = f"{len(clipping.figures)} figures, {sure} sure, {guessed} with a guessed period{already}{made}"
        self.stdout.write(f"{path}: clipping {clipping.pk}, “{clipping.title}”, {told}")
