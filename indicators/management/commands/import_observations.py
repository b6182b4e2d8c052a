"""Import observations from a file: show the plan, apply it, go on after a kill, undo it."""

import sys
from argparse import ArgumentParser
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from indicators.catalogue.models import Release, Source
from indicators.importing.applying import Unconfirmed, apply_import, broken_by
from indicators.importing.assembling import plan_of
from indicators.importing.mapping import Mapping, guessed
from indicators.importing.models import DataImport
from indicators.importing.planning import Plan
from indicators.importing.reading import read_table
from indicators.importing.receiving import receive_file
from indicators.importing.tables import FileRefused
from indicators.importing.undoing import undo_import
from indicators.importing.wording import KINDS, new_in_words, old_in_words, reason_in_words

DONE, FAULTS, UNCONFIRMED, CHANGES = 0, 1, 3, 10
SHOWN = 50


class Command(BaseCommand):
    help = "Import observations from CSV, XLSX, SDMX-CSV, SDMX-ML, SDMX-JSON or the World Bank's JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="The file.")
        parser.add_argument("--release", help="Address of the release that states it; made if there is none.")
        parser.add_argument("--source", help="Code of the source of a new release, as in series codes.")
        parser.add_argument("--title", help="Title of a new release.")
        parser.add_argument("--published-on", type=date.fromisoformat, help="Its day, as 2024-10-02.")
        parser.add_argument("--url", default="", help="Its address.")
        parser.add_argument("--series", help="The one series that the file is about.")
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="WHAT=NAME",
            help="Such as value=Amount, series=A+B.",
        )
        parser.add_argument(
            "--code", action="append", default=[], metavar="THEIRS=OURS", help="What the file calls a series."
        )
        parser.add_argument("--decimal-mark", choices=[".", ","], default=".")
        parser.add_argument("--unit-mult", type=int, default=0, help="Power of ten of every value.")
        parser.add_argument(
            "--plan", action="store_true", help="Show the plan and keep the file; apply nothing."
        )
        parser.add_argument("--confirm", action="store_true", help="Apply what deserves a second look, too.")
        parser.add_argument(
            "--corrects", default="", metavar="WHY", help="The file mends a mistake of the source: which one."
        )
        parser.add_argument("--resume", type=int, metavar="ID", help="Apply a kept import.")
        parser.add_argument("--undo", type=int, metavar="ID", help="Undo an applied import.")
        parser.add_argument("--reason", default="", help="Why it is undone.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit codes: 0 done or nothing to do, 1 refused, 3 something to confirm, 10 a plan with changes."""
        try:
            code = self._undo(options) if options["undo"] else self._import(options)
        except FileRefused as refused:
            raise CommandError(str(refused), returncode=FAULTS) from refused
        except Unconfirmed as error:
            raise CommandError(f"{' '.join(error.messages)} (--confirm)", returncode=UNCONFIRMED) from error
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), returncode=FAULTS) from error
        if code:
            sys.exit(code)

    def _undo(self, options: dict[str, Any]) -> int:
        kept, why = _kept(options["undo"]), options["reason"]
        back, left = undo_import(kept, by=None, at=timezone.now(), reason=why, progress=self._tell)
        self.stdout.write(f"{back} observations set back; {left} left, of which something newer is stated.")
        return DONE

    def _import(self, options: dict[str, Any]) -> int:
        with transaction.atomic():
            kept = _kept(options["resume"]) if options["resume"] else self._receive(options)
            plan = plan_of(kept, progress=self._tell)
            if plan.faults and not options["resume"]:
                # A file with faults leaves nothing behind.
                transaction.set_rollback(True)
                kept.file.delete(save=False)
        self._show(plan, kept)
        if plan.faults:
            return FAULTS
        if options["plan"]:
            return CHANGES if plan.changes else DONE
        del plan
        done = apply_import(
            kept, by=None, at=timezone.now(), confirmed=options["confirm"],
            mends=options["corrects"].strip()[:300], progress=self._tell,
        )  # fmt: skip
        self.stdout.write(f"{done} statements recorded.")
        return DONE

    def _receive(self, options: dict[str, Any]) -> DataImport:
        if options["file"] is None:
            raise CommandError(
                "Name a file, or --resume or --undo with the number of an import.", returncode=2
            )
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}", returncode=FAULTS) from error
        mapping = _mapping(data, options)
        release = _release(options)
        name = options["file"].name
        return receive_file(data, name, release=release, by=None, at=timezone.now(), mapping=mapping)

    def _show(self, plan: Plan, kept: DataImport) -> None:
        self.stdout.write(f"Import {kept.pk}: {kept.filename}, {kept.release}")
        for fault in plan.faults:
            self.stderr.write(str(fault))
        counts = plan.counts
        told = ", ".join(f"{counts[kind]} {str(label).lower()}" for kind, label in KINDS.items())
        self.stdout.write(f"{told}; {counts['suspicious']} to look at twice; {len(plan.faults)} faults.")
        shown: Counter[str] = Counter()
        for entry in plan.changes:
            wanted = bool(entry.reasons) or entry.kind != "new"
            shown[entry.kind] += wanted
            if wanted and shown[entry.kind] <= SHOWN:
                said = " ".join(reason_in_words(each) for each in entry.reasons)
                stated = entry.statement
                change = f"{old_in_words(entry) or '-'} -> {new_in_words(entry)}"
                line = f"  row {stated.row}  {stated.series}:{stated.period}  {entry.kind}  {change}  {said}"
                self.stdout.write(line.rstrip())
        for broken in broken_by(plan, kept, timezone.now())[:SHOWN] if not plan.faults else []:
            self.stdout.write(f"  ! {broken.sentence}")

    def _tell(self, what: str, done: int) -> None:
        self.stderr.write(f"{what}: {done:,}")
        self.stderr.flush()


def _kept(number: int) -> DataImport:
    found = DataImport.objects.select_related("release__source").filter(pk=number).first()
    if found is None:
        raise CommandError(f"There is no import {number}.", returncode=FAULTS)
    return found


def _mapping(data: bytes, options: dict[str, Any]) -> Mapping | None:
    """What the options say, over what the names of the columns suggest; None where they say nothing."""
    said = [options[name] for name in ("series", "column", "code", "unit_mult")]
    if not any(said) and options["decimal_mark"] == ".":
        return None
    columns = read_table(data, options["file"].name).columns
    mapping = guessed(columns, only=options["series"] or "").as_json()
    for pair in options["column"]:
        what, _is, name = pair.partition("=")
        if what not in mapping or not name:
            raise CommandError(f"--column {pair}: write series, period, value, … = a name.", returncode=2)
        mapping[what] = name.split("+") if what == "series" else name
    mapping["codes"] = dict(pair.split("=", 1) for pair in options["code"] if "=" in pair)
    mapping["decimal_mark"], mapping["unit_mult"] = options["decimal_mark"], options["unit_mult"]
    return Mapping.from_json(mapping)


def _release(options: dict[str, Any]) -> Release:
    if options["release"]:
        found: Release | None = Release.objects.filter(slug=options["release"]).first()
        if found:
            return found
    if not (options["source"] and options["title"] and options["published_on"]):
        told = "Name a --release that exists, or give --source, --title and --published-on of a new one."
        raise CommandError(told, returncode=2)
    source = Source.objects.filter(code=options["source"]).first()
    if source is None:
        raise CommandError(f"There is no source with the code {options['source']}.", returncode=FAULTS)
    made = Release(
        slug=options["release"]
        or slugify(f"{source.code} {options['title']} {options['published_on']}")[:120],
        source=source,
        title=options["title"],
        published_on=options["published_on"],
        url=options["url"],
    )
    made.full_clean()
    made.save()
    return made
