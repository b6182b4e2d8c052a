"""The panel says what deserves a second look, without a further question to the database."""

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.figures.panel import panel_of
from tests.newsroom import JANUARY, a_series, figure, stated

pytestmark = pytest.mark.django_db
CARS, THEIRS = "CARS.CHN.A.STAT", "CARS.CHN.A.MAKERS"


def looks(body: str) -> list[str]:
    return panel_of(body, "en", JANUARY.date()).looks


@pytest.fixture(autouse=True)
def _cars() -> None:
    stated(a_series(), "2023", "9.443")
    stated(a_series(), "2024", "9.9")
    stated(a_series(source="MAKERS"), "2023", "9.587")


def test_a_newer_period_and_another_source_are_told() -> None:
    told = looks(f"<p>{figure('9.443 million', f'{CARS}:2023')}</p>")
    assert told == [
        "1: “9.443 million” is of 2023; STAT has stated 2024 already. Do you want the newer one?",
        "1: “9.443 million” is what STAT states; MAKERS states something else. Say whose figure it is.",
    ]


def test_nothing_is_told_where_all_of_it_is_quoted() -> None:
    body = "".join(
        figure(words, reference)
        for words, reference in (
            ("9.443 million", f"{CARS}:2023"),
            ("9.587 million", f"{THEIRS}:2023"),
            ("9.9 million", f"{CARS}:2024"),
        )
    )
    assert looks(f"<p>{body}</p>") == []


def test_two_prints_of_one_figure() -> None:
    body = f"<p>{figure('9.9 million', f'{CARS}:2024')} {figure('10 million', f'{CARS}:2024')}</p>"
    assert looks(body) == [
        "1, 2: “9.9 million” and “10 million” are the same figure printed in two ways. Print one of them."
    ]


def test_a_wrong_figure_is_told_once(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(4):
        assert looks(f"<p>{figure('8 million', f'{CARS}:2023')}</p>") == []
