"""What can be set, asked and run is written down: a page names each of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from nqpf.api import RESOURCES, openapi

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
OPERATOR = (DOCS / "operator.md").read_text()
API = (DOCS / "api.md").read_text()
APPS = ("nqpf", "articles", "indicators", "taxonomy")

READ_IN_PYTHON = re.compile(
    r'(?:\bflag|\benv\.\w+|environ(?:ment)?(?:\.get|\.setdefault)?)[(\[]\s*"([A-Z_]+)"'
)
READ_IN_SHELL = re.compile(r"\$\{([A-Z_]+)")
GIVEN_TO_MAKE = re.compile(r"^([A-Z_]+) \?=", re.MULTILINE)


def variables() -> set[str]:
    found: set[str] = set()
    for folder in ("nqpf", "scripts"):
        for path in (each for each in (ROOT / folder).rglob("*") if each.is_file()):
            if path.suffix == ".py":
                found |= set(READ_IN_PYTHON.findall(path.read_text()))
            elif not path.suffix:
                found |= set(READ_IN_SHELL.findall(path.read_text()))
    return found | set(GIVEN_TO_MAKE.findall((ROOT / "Makefile").read_text()))


def lists() -> list[str]:
    return [str(each.pattern) for each in RESOURCES if "<" not in str(each.pattern)]


def parameters() -> Iterator[tuple[str, str]]:
    for resource in lists():
        read = openapi()["paths"][f"/api/v1/{resource}"].get("get", {})
        for parameter in read.get("parameters", ()):
            yield resource, parameter["name"]


def commands() -> list[str]:
    found = (path for app in APPS for path in (ROOT / app).glob("management/commands/*.py"))
    return sorted(path.stem for path in found if not path.stem.startswith("_"))


def row_of(page: str, name: str) -> str:
    """The line of a table that begins with a name; empty if there is none."""
    return next((line for line in page.splitlines() if line.startswith(f"| `{name}` |")), "")


def test_the_search_for_variables_finds_those_we_know() -> None:
    assert {"DATABASE_URL", "SECRET_KEY", "DEBUG", "PORT", "CHROMIUM", "UPGRADE", "PEERS"} <= variables()


@pytest.mark.parametrize("name", sorted(variables()))
def test_every_environment_variable_is_in_a_table_for_operators(name: str) -> None:
    assert row_of(OPERATOR, name), f"docs/operator.md does not say what {name} is for."


@pytest.mark.parametrize("resource", lists())
def test_every_resource_is_in_the_tour_of_the_api(resource: str) -> None:
    assert row_of(API, resource), f"docs/api.md does not name {resource}."


def test_every_parameter_is_in_the_tour_of_the_api() -> None:
    shared = next(line for line in API.splitlines() if line.startswith("Every list takes"))
    unnamed = [
        f"{resource} {name}"
        for resource, name in parameters()
        if f"`{name}`" not in row_of(API, resource) + shared
    ]
    assert unnamed == []


@pytest.mark.parametrize("name", commands())
def test_every_command_is_named_on_some_page(name: str) -> None:
    pages = [ROOT / "README.md", *DOCS.glob("*.md")]
    assert any(re.search(rf"`(?:manage\.py )?{name}\b", page.read_text()) for page in pages)


def test_links_and_pictures_of_the_manual_lead_somewhere() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in DOCS.glob("*.md")
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text())
        if not (page.parent / target).exists()
    ]
    assert broken == []
