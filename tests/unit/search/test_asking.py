"""Reading what a reader typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.asking import LONGEST_QUERY, MOST_TERMS, Clause, read_query
from articles.search.engines import postgres, sqlite


def wanted(text: str) -> list[tuple[str, ...]]:
    return [clause.terms for clause in read_query(text).wanted]


def test_words_are_all_wanted_and_the_last_one_may_be_a_beginning() -> None:
    assert read_query("energy vehic").wanted == (Clause(("energi",)), Clause(("vehic",), beginning="vehic"))


@pytest.mark.parametrize("quoted", ['"new energy" tariff', "“new energy” tariff", '"new energy" tariff ""'])
def test_quotation_marks_of_any_kind_make_a_phrase(quoted: str) -> None:
    assert wanted(quoted) == [("new", "energi"), ("tariff",)]


def test_a_mark_that_is_never_closed_runs_to_the_end() -> None:
    assert wanted('"new energy veh') == [("new", "energi", "veh")]


def test_a_minus_excludes_words_and_phrases() -> None:
    query = read_query('trade -tariffs -"solar cells"')
    assert [c.terms for c in query.wanted] == [("trade",)]
    assert [c.terms for c in query.unwanted] == [("tariff",), ("solar", "cell")]


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert wanted("high-quality growth") == [("high", "qualiti"), ("growth",)]


def test_common_words_count_only_alone_or_in_phrases() -> None:
    assert wanted("the production of vehicles") == [("product",), ("vehicl",)]
    assert wanted('the "belt and road"') == [("belt", "and", "road")]
    assert wanted("the") == [("the",)]


def test_chinese_is_the_phrase_of_its_pairs() -> None:
    assert wanted("2023年新能源") == [("2023",), ("年新", "新能", "能源")]
    assert wanted("新") == [("新",)]
    assert read_query("新能源汽车").words == ("新能源汽车",)


def test_exclusions_alone_ask_for_nothing() -> None:
    assert not read_query("-tariffs")


@given(st.text())
def test_any_text_is_read_within_bounds(text: str) -> None:
    query = read_query(text)
    clauses = [*query.wanted, *query.unwanted]
    assert sum(len(clause.terms) for clause in clauses) <= MOST_TERMS
    assert len(query.text) <= LONGEST_QUERY
    query.text.encode()
    for expression in (sqlite.match_expression(query), postgres.match_expression(query)):
        expression.encode()


def test_the_minus_of_a_number_that_stands_alone_is_a_sign() -> None:
    assert wanted("-5%") == [("5",)]
    assert read_query("-5%").unwanted == ()
    assert not read_query("-tariff")
    assert wanted("cars -2023") == [("car",)]
