"""What the form asks while somebody writes: verdicts of a text not yet stored, and proposals for a mark."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.figures.finding import find_figures
from articles.writing.models import Article

CHECK = "/admin/articles/article/figures/check/"
FIND = "/admin/articles/article/figures/find/"


def marked(words: str, reference: str) -> str:
    return f'<p><data data-observation="{reference}">{words}</data></p>'


def checked(client: Client, words: str, reference: str) -> dict[str, Any]:
    answer = client.post(CHECK, {"body": marked(words, reference)}).json()
    figure: dict[str, Any] = answer["figures"][0]
    return figure


@pytest.mark.parametrize(
    ("words", "reference", "verdict"),
    [
        ("9.334 million units", "NEV_PROD.CHN.A.NBS:2023", "contradicted"),
        ("9.44 million units", "NEV_PROD.CHN.A.NBS:2023", "rounded"),
        ("3.3278 billion yuan", "RD_EXP.CHN.A.NBS:2023", "scale"),
        ("54 percent", "SOLAR_CELL_PROD_GR.CHN.A.NBS:2023", "rounded"),
        ("30.3 percentage points", "NEV_PROD_GR.CHN.A.NBS:2023", "unit"),
        ("3,327.8 billion RMB", "RD_EXP.CHN.A.NBS:2023", "superseded"),
        ("9.587 million", "NEV_PROD.CHN.A.NBS:2023", "other_source"),
    ],
)
def test_a_text_is_judged_before_it_is_saved(
    at_desk: Client, article: Article, words: str, reference: str, verdict: str
) -> None:
    assert checked(at_desk, words, reference)["verdict"] == verdict


def test_an_unknown_series_is_told(at_desk: Client, article: Article) -> None:
    figure = checked(at_desk, "5 million", "NO_SUCH.CHN.A.NBS:2023")
    assert figure["blocks"] is True
    assert "is not in the catalogue" in figure["sentence"]


def test_the_newer_figure_comes_with_the_writers_own_words(at_desk: Client, article: Article) -> None:
    figure = checked(at_desk, "3,327.8 billion RMB", "RD_EXP.CHN.A.NBS:2023")
    assert figure["reprint"] == "3,335.71 billion RMB"


@pytest.mark.parametrize(
    ("typed", "selected", "reference", "word"),
    [
        ("robot 2023", "7.833 million sets", "SERVICE_ROBOT_PROD.CHN.A.NBS:2023", "Same value"),
        ("9.443 million units", "9.443 million units", "NEV_PROD.CHN.A.NBS:2023", "Same value"),
        ("54 percent", "54 percent", "SOLAR_CELL_PROD_GR.CHN.A.NBS:2023", "Rounded"),
        ("vehicle CAAM 2023", "9.587 million", "NEV_PROD.CHN.A.CAAM:2023", "Same value"),
        ("RD_EXP.CHN.A.NBS", "3,327.8 billion", "RD_EXP.CHN.A.NBS:2023", "Revised since"),
    ],
)
def test_the_figure_that_is_meant_comes_first(
    at_desk: Client, article: Article, typed: str, selected: str, reference: str, word: str
) -> None:
    results = at_desk.get(FIND, {"q": typed, "text": selected}).json()["results"]
    assert (results[0]["reference"], results[0]["word"]) == (reference, word)


def test_nothing_typed_and_nothing_found_say_what_to_do(at_desk: Client, article: Article) -> None:
    assert "Type an indicator" in at_desk.get(FIND, {"q": " "}).json()["summary"]
    assert "Nothing found" in at_desk.get(FIND, {"q": "qqqq"}).json()["summary"]


def test_finding_takes_at_most_five_queries_when_nothing_is_cached(
    article: Article, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cache.clear()
    with django_assert_max_num_queries(5):
        find_figures("robot production 2023", selected="7.833", language="en", day=timezone.localdate())


def test_only_writers_may_ask(client: Client, article: Article) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    assert client.get(FIND, {"q": "robot"}).status_code == 403
    assert client.post(CHECK, {"body": ""}).status_code == 403
    client.logout()
    assert client.get(FIND).status_code == 302
