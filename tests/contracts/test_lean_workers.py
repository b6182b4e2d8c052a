"""A worker that serves pages and rows loads no library that only editors' rarer work, or the schema, needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RARE = (
    "PIL",
    "drf_spectacular",
    "unittest",
    "requests",
    "pygments",
    "mammoth",
    "openpyxl",
    "tablib",
    "jsonschema",
    "resvg_py",
)
LOADED = f"""
import sys
import nqpf.wsgi
from django.urls import get_resolver
get_resolver()._populate()
print([name for name in {RARE!r} if name in sys.modules])
"""


def test_rarely_used_libraries_are_loaded_when_they_are_used() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"
