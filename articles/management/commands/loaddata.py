"""Django's loaddata, for fixtures edited by hand: see `articles.fixture_loading`."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import loaddata
from django.utils import timezone

from articles.fixture_loading.loading import FixtureLoader
from articles.fixture_loading.records import READERS, BadFixture, read_records


class Command(loaddata.Command):
    """Loads YAML and JSON fixtures through our own loader, in one transaction. There is no other way in."""

    loader: FixtureLoader

    def loaddata(self, fixture_labels: Any) -> None:
        self.loader = FixtureLoader(at=timezone.now(), tell=self.stdout.write)
        super().loaddata(fixture_labels)

    def load_label(self, fixture_label: str) -> None:
        files = [Path(found[0]) for found in self.find_fixtures(fixture_label)]
        for file in files:
            if file.suffix.lstrip(".") not in READERS:
                known = ", ".join(f".{name}" for name in READERS)
                raise CommandError(
                    f"Nothing was loaded. “{file.name}” cannot be checked record by record: "
                    f"name a file that ends in one of {known}."
                )
        for file in files:
            self.fixture_count += 1
            before = self.loader.read, self.loader.written
            try:
                self.loader.load(read_records(file))
                self.loader.finish()
            except BadFixture as error:
                raise CommandError(f"Nothing was loaded. {error}") from error
            self.fixture_object_count += self.loader.read - before[0]
            self.loaded_object_count += self.loader.written - before[1]
