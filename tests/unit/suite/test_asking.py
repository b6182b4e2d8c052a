"""Which tests are left out on PostgreSQL, and that none which asks for the database is."""

import unittest
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.steps import STEPS
from tests.asking import is_pure, refuse_to_ask_later
from tests.postgres import pytest_collection_modifyitems

HERE = Path(__file__)
INTEGRATION = HERE.parents[2] / "integration" / "test_some.py"
type Item = Callable[..., pytest.Function]


@pytest.fixture
def item(request: pytest.FixtureRequest) -> Item:
    """A test like this one, made of a function, with the fixtures that it gets through others."""

    def made(test: Callable[..., None], *through: str, path: Path = HERE) -> pytest.Function:
        found: pytest.Function = pytest.Function.from_parent(request.node.parent, name="a", callobj=test)
        found.fixturenames[:] = [*through]
        found.path = path
        return found

    return made


def nothing() -> None: ...


def unblocks(django_db_blocker: object) -> None: ...


@pytest.mark.django_db
def marked() -> None: ...


class Old(unittest.TestCase):
    def test_rows(self) -> None: ...


def test_a_test_of_logic_is_pure_and_one_elsewhere_is_not(item: Item) -> None:
    assert is_pure(item(nothing, "tmp_path", "settings", "django_db_blocker"))
    assert not is_pure(item(nothing, path=INTEGRATION))


@pytest.mark.parametrize("fixture", ["db", "transactional_db", "django_db_setup", "live_server"])
def test_who_gets_the_database_through_others_is_not_pure(item: Item, fixture: str) -> None:
    assert not is_pure(item(nothing, "tmp_path", fixture))


def test_who_is_marked_or_unblocks_the_database_is_not_pure(item: Item) -> None:
    assert not is_pure(item(marked))
    assert not is_pure(item(unblocks))


def test_a_test_case_of_a_class_is_not_pure(request: pytest.FixtureRequest) -> None:
    module = request.node.getparent(pytest.Module)
    old = next(each for each in module.collect() if each.name == "Old")
    assert [is_pure(each) for each in old.collect()] == [False]


def test_asking_only_while_it_runs_fails(item: Item) -> None:
    refuse_to_ask_later("tmp_path", item(nothing))
    refuse_to_ask_later("db", item(nothing, "db"))
    with pytest.raises(pytest.fail.Exception, match="mark it django_db"):
        refuse_to_ask_later("db", item(nothing))


@pytest.fixture
def live_server() -> None:
    """Has the name of one that brings the database along, and brings none."""


def test_this_run_refuses_it_too(request: pytest.FixtureRequest) -> None:
    with pytest.raises(pytest.fail.Exception, match="asks for the database while it runs"):
        request.getfixturevalue("live_server")


def test_the_plugin_leaves_out_the_pure_ones_and_says_so(
    item: Item, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[pytest.Item] = []
    monkeypatch.setattr(
        pytestconfig.hook, "pytest_deselected", lambda items: told.extend(items), raising=False
    )
    pure, database, elsewhere = item(nothing), item(nothing, "db"), item(nothing, path=INTEGRATION)
    items: list[pytest.Item] = [pure, database, elsewhere]
    pytest_collection_modifyitems(pytestconfig, items)
    assert items == [database, elsewhere]
    assert told == [pure]


def test_every_test_is_in_the_step_on_sqlite_or_in_a_browser() -> None:
    steps = {step.name: step.command for step in STEPS}
    assert "--ignore=tests/browser" in steps["sqlite"]
    assert "--ignore=tests/browser" in steps["postgres"]
    assert "tests/browser" in steps["browser"]
    assert not any(
        "-m" in command[3:] or "-k" in command for command in steps.values() if "pytest" in command
    )
