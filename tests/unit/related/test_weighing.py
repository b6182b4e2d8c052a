"""Rare keywords tell more of two articles than common ones."""

from articles.related.weighing import closest, in_order, weights

CHINA, RAIL, STEEL = 1, 2, 3
WEIGHT = weights({CHINA: 90, RAIL: 2, STEEL: 30}, editions=100)


def test_the_rarer_a_keyword_the_more_it_weighs() -> None:
    assert WEIGHT[RAIL] > WEIGHT[STEEL] > WEIGHT[CHINA] > 0


def test_one_rare_keyword_in_common_is_closer_than_two_common_ones() -> None:
    found = closest({10: {CHINA, STEEL}, 11: {RAIL}, 12: {CHINA, RAIL}}, WEIGHT)
    assert list(found) == [12, 11, 10]


def test_only_the_closest_are_kept_and_of_equals_the_last() -> None:
    assert list(closest({n: {CHINA} for n in range(30)}, WEIGHT, most=3)) == [29, 28, 27]
    assert in_order([(1, 5), (2, 9), (3, 5)]) == [(2, 9), (3, 5), (1, 5)]


def test_a_keyword_that_nothing_carries_yet_weighs_as_one_carried_once() -> None:
    assert weights({RAIL: 0}, editions=0) == {RAIL: 0}
    assert weights({RAIL: 0}, editions=9) == weights({RAIL: 1}, editions=9)
