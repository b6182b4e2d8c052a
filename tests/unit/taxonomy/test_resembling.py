"""Labels that look alike are found without comparing every label with every other one."""

import time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from taxonomy.resembling import LONG, MOST_MEETING, SHORTEST, Named, resembling

LABELS = st.lists(
    st.tuples(st.text("abc 12", min_size=1, max_size=12).map(str.strip).filter(bool), st.integers(1, 6)),
    max_size=MOST_MEETING // 2,
).map(lambda pairs: [Named(*pair) for pair in pairs])


def shortened(text: str) -> set[str]:
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def look_alike(one: str, other: str) -> bool:
    """The contract, said again in the plainest way."""
    if [c for c in one if c.isdigit()] != [c for c in other if c.isdigit()]:
        return False
    if one == other or (" " in one and " " in other and sorted(one.split()) == sorted(other.split())):
        return True
    shorter = min(len(one), len(other))
    if shorter >= LONG and {one, one[:-1], one[:-2]} & {other, other[:-1], other[:-2]}:
        return True
    return shorter >= SHORTEST and bool(shortened(one) & shortened(other))


@given(LABELS)
def test_what_looks_alike_is_found_and_nothing_else(labels: list[Named]) -> None:
    wanted = {
        tuple(sorted((one.keyword, other.keyword)))
        for one, other in combinations(labels, 2)
        if one.keyword != other.keyword and look_alike(one.folded, other.folded)
    }
    assert {(pair.one, pair.other) for pair in resembling(labels, most=1000)} == wanted


@given(LABELS)
def test_the_order_of_the_labels_does_not_matter(labels: list[Named]) -> None:
    assert resembling(labels, most=1000) == resembling(reversed(labels), most=1000)


@given(LABELS, st.integers(0, 5))
def test_only_the_most_alike_are_told(labels: list[Named], most: int) -> None:
    assert resembling(labels, most=most) == resembling(labels, most=1000)[:most]


def test_the_closest_label_of_a_pair_is_told() -> None:
    labels = [Named("exports", 1), Named("export", 2), Named("trade abroad", 1), Named("abroad trade", 2)]
    (pair,) = resembling(labels, most=10)
    assert (pair.label, pair.like, pair.how) == ("trade abroad", "abroad trade", "order")


def test_two_neighbours_that_changed_places_are_a_letter_apart() -> None:
    (pair,) = resembling([Named("industrial", 1), Named("indutsrial", 2)], most=10)
    assert pair.how == "letter"


def test_short_names_and_other_years_do_not_look_alike() -> None:
    names = ["rmb", "rmc", "plan 2023", "plan 2024"]
    assert resembling([Named(name, n) for n, name in enumerate(names)], most=10) == []


def test_a_series_of_names_says_nothing() -> None:
    names = [f"group {chr(ord('a') + n)}" for n in range(MOST_MEETING + 1)]
    assert resembling([Named(name, n) for n, name in enumerate(names)], most=1000) == []


def test_twenty_thousand_labels_take_seconds_and_not_hours() -> None:
    syllables = ["eco", "nomy", "trade", "port", "rail", "sol", "ar", "fin", "ance", "grow"]
    names = [
        f"{syllables[n % 10]}{syllables[n // 10 % 10]} {syllables[n // 100 % 10]}{n // 1000:c}{n % 7:c}"
        for n in range(20_000)
    ]
    begun = time.process_time()
    resembling([Named(name, n) for n, name in enumerate(names)], most=200)
    assert time.process_time() - begun < 10


def test_the_malformed_keyword_of_the_seed_is_found() -> None:
    (pair,) = resembling([Named("traditional economy", 1), Named("traditional economic", 2)], most=10)
    assert pair.how == "ending"
