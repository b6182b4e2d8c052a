"""A process that is killed in the middle of applying leaves nothing behind; going on finishes."""

import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
ROWS = 30_000
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.newsroom import a_series
from indicators.catalogue.models import Series
for n in range(100):
    a_series(f"X{n}")
Series.objects.update(frequency="D")
"""
IMPORT = """
import sys
import django; django.setup()
from django.conf import settings
from django.core.management import call_command
settings.MEDIA_ROOT = sys.argv[1]
call_command("import_observations", *sys.argv[2:])
"""
COUNT = """
import django; django.setup()
from indicators.importing.models import DataImport
from indicators.observations.models import Vintage
print(Vintage.objects.count(), DataImport.objects.get().state)
"""


@pytest.fixture
def site(tmp_path: Path) -> dict[str, str]:
    environment = {
        **os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "DJANGO_SETTINGS_MODULE": "nqpf.settings",
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", PREPARE], cwd=ROOT, env=environment, check=True, timeout=300)
    return environment


def counted(site: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        cwd=ROOT,
        env=site,
        check=True,
        timeout=120,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def test_all_or_nothing_and_then_all(site: dict[str, str], tmp_path: Path) -> None:
    days = [date.fromordinal(date(2023, 1, 1).toordinal() + n).isoformat() for n in range(ROWS // 100)]
    lines = "".join(f"X{n}.CHN.A.STAT,{day},1\n" for day in days for n in range(100))
    path = tmp_path / "data.csv"
    path.write_text(f"series,period,value\n{lines}")
    command = [sys.executable, "-c", IMPORT, str(tmp_path / "media")]
    new = ["--source", "STAT", "--title", "B", "--published-on", "2025-01-01", "--confirm"]
    running = subprocess.Popen(
        [*command, str(path), *new], cwd=ROOT, env=site, stderr=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    for line in running.stderr:
        if line.startswith("recorded: "):
            break
    running.send_signal(signal.SIGKILL)
    assert running.wait(60) == -signal.SIGKILL
    running.stderr.close()
    assert counted(site) == "0 planned"

    subprocess.run(
        [*command, "--resume", "1"], cwd=ROOT, env=site, check=True, timeout=300, capture_output=True
    )
    assert counted(site) == f"{ROWS} applied"
