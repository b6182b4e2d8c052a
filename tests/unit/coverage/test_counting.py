"""The numbers of a body that no mark binds."""

from datetime import date

import pytest

from articles.coverage.counting import text_of, unbound_numbers
from tests.newsroom import figure

DAY = date(2025, 1, 15)
NINE = figure("9.443 million", "CARS.CHN.A.STAT:2023")


@pytest.mark.parametrize(
    ("body", "unbound"),
    [
        ("", 0),
        ("<p>Nothing is counted here.</p>", 0),
        ("<p>They made 9.443 million cars in 2023.</p>", 1),
        (f"<p>They made {NINE} cars in 2023, up 30.3 percent.</p>", 1),
        (f"<p>They made {NINE} cars, <strong>{NINE}</strong> in all.</p>", 0),
        # A mark that covers less than the figure still binds it: its unit stands outside.
        (f"<p>Output was {figure('540 million', 'SOLAR.CHN.A.STAT:2023')} kW.</p>", 0),
        ("<p>On 3 May 2023, chapter 5, page 12: nothing.</p>", 0),
        # Two blocks are not one sentence.
        ("<ul><li>Steel: 5 percent</li><li>7 percent of coal</li></ul>", 2),
        ("<p>Profit &amp; loss of 5&nbsp;percent</p>", 1),
        # A mark that quotes nothing binds nothing.
        ("<p>They made <data>9.443 million</data> cars.</p>", 1),
    ],
)
def test_what_is_bound_is_not_counted(body: str, unbound: int) -> None:
    assert unbound_numbers(body, published=DAY) == unbound


def test_marks_are_found_where_they_stand() -> None:
    words, marked = text_of(f"<p>Made <em>{NINE}</em>.</p><p>And {NINE}</p>")
    assert [words[start:end] for start, end in marked] == ["9.443 million"] * 2
    assert "Made 9.443 million." in words
