"""`python -m tests.benchmarks.importing 100000`: plan and apply a file of that many rows in an empty database.

The database is what DATABASE_URL names; it is migrated first. Half of the rows are then sent again, revised.
"""

import os
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import django


def rows(count: int, factor: int) -> str:
    """Months of a thousand series, or of more where there are not enough months."""
    many = max(1000, count // 900)
    months = [f"{1950 + n // 12}-{n % 12 + 1:02}" for n in range(-(-count // many))]
    lines = (
        f"X{n}.CHN.M.BENCH,{month},{(place + 100) * factor + n}.5"
        for place, month in enumerate(months)
        for n in range(many)
    )
    return (
        "series,period,value\n"
        + "\n".join(line for line, _n in zip(lines, range(count), strict=False))
        + "\n"
    )


def main(count: int) -> None:
    """Prints seconds and the largest memory of the process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nqpf.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
    from indicators.importing.applying import apply_import
    from indicators.importing.assembling import plan_of
    from indicators.importing.receiving import receive_file

    call_command("migrate", verbosity=0)
    source = Source.objects.create(slug="bench", code="BENCH", name="Benchmark")
    unit, area = Unit.objects.get(code="percent"), Area.objects.get(code="CHN")
    many = max(1000, count // 900)
    measured = Indicator.objects.bulk_create(
        Indicator(code=f"X{n}", name=f"Measure {n}", unit=unit) for n in range(many)
    )
    Series.objects.bulk_create(
        Series(
            code=f"{each.code}.CHN.M.BENCH",
            indicator=each,
            area=area,
            unit=unit,
            source=source,
            frequency="M",
        )
        for each in measured
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, some, factor, day in (("new", count, 1, 1), ("revised", count // 2, 3, 2)):
            path = Path(folder) / f"{name}.csv"
            path.write_text(rows(some, factor))
            release = Release.objects.create(
                slug=name, source=source, title=name, published_on=date(2026, 1, day)
            )
            kept = receive_file(path.read_bytes(), path.name, release=release, by=None, at=timezone.now())
            started = time.perf_counter()
            plan = plan_of(kept)
            planned = time.perf_counter()
            told = plan.counts
            del plan
            begun = time.perf_counter()
            done = apply_import(kept, by=None, at=timezone.now(), confirmed=True)
            ended = time.perf_counter()
            kept.file.delete(save=False)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            sys.stdout.write(
                f"{name}: {done} rows, plan {planned - started:.1f} s, apply {ended - begun:.1f} s, {peak} MiB {told}\n"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
