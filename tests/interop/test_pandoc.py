"""Our references beside those of pandoc, where it is installed. Both are held to one table of cases.

pandoc carries one style, Chicago 17. The others are compared where `CSL_STYLES` names a folder with the styles of
the CSL project (`apa.csl` and so on): their licence keeps them out of this repository.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from articles.citing.csl import csl_of
from articles.citing.item import Item
from articles.citing.styles import chicago
from tests.unit.citing.test_styles import TABLE
from tests.unit.citing.works import WORKS

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
FOLDER = Path(os.environ.get("CSL_STYLES", "/nowhere"))
FILES = {
    "APA": "apa.csl",
    "MLA": "modern-language-association.csl",
    "IEEE": "ieee.csl",
}
# The style that it carries treats journals, and what has no author, in an older way.
NEWSPAPERS = [each for each in WORKS if each.authors and each.type == "article-newspaper"]
CASES = [case for case in TABLE if case[0] in FILES]


def referenced(work: Item, *options: str) -> str:
    told = "---\nnocite: '@*'\nreferences: " + json.dumps([csl_of(work)]) + "\n---\n"
    command = ["pandoc", "--citeproc", "--sandbox", "--to", "plain", "--wrap", "none", *options]
    made = subprocess.run(command, input=told, capture_output=True, text=True, check=True, timeout=60).stdout
    return re.sub(r"[_*]|^\[1\] ", "", made).strip()


@pytest.mark.parametrize("work", NEWSPAPERS, ids=lambda each: each.id)
def test_chicago_is_what_pandoc_makes_by_itself(work: Item) -> None:
    assert referenced(work) == str(chicago(work))


@pytest.mark.skipif(
    not FOLDER.is_dir(), reason="needs the styles of the CSL project: set CSL_STYLES to their folder"
)
@pytest.mark.parametrize(("style", "work"), CASES, ids=lambda each: getattr(each, "id", each))
def test_the_table_is_what_pandoc_makes_of_each_style(style: str, work: Item) -> None:
    assert referenced(work, "--csl", str(FOLDER / FILES[style])) == TABLE[style, work]
