"""What may stand in a body, on every way in."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from articles.writing.sanitising import MOST_CHARACTERS, sanitised

DANGEROUS = [
    '<p onclick="alert(1)">x</p>',
    "<script>alert(1)</script><p>x</p>",
    "<style>p{}</style><p>x</p>",
    '<p><a href="javascript:alert(1)">x</a></p>',
    '<p><a href="data:text/html,x">x</a></p>',
    "<p><img src=x onerror=alert(1)>x</p>",
    "<svg><script>alert(1)</script></svg>",
    '<p><data value="1" data-observation="A.B:2023" data-evil="1" onclick="x">1</data></p>',
    '<p><data value="1" data-observation="&quot;&gt;&lt;script&gt;">1</data></p>',
    '<p style="position:fixed" class="x" id="y">x</p>',
    "<iframe src=//example.org></iframe><p>x</p>",
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)"></style></mglyph></table></mtext></math>',
]


@pytest.mark.parametrize("body", DANGEROUS)
def test_what_could_run_is_gone(body: str) -> None:
    clean = sanitised(body).lower()
    for forbidden in (
        "script",
        "onclick",
        "onerror",
        "javascript:",
        "style",
        "iframe",
        "data-evil",
        "<img",
        "data:",
    ):
        assert forbidden not in clean


def test_a_figure_mark_stays() -> None:
    mark = (
        '<p><data value="9443000" data-observation="NEV_PROD.CHN.A.NBS:2023">9.443 million units</data></p>'
    )
    assert sanitised(mark) == mark


@given(st.text(max_size=300))
def test_sanitising_twice_changes_nothing(text: str) -> None:
    once = sanitised(text)
    assert sanitised(once) == once


def test_a_body_of_two_megabytes_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValidationError, match="split it"):
        sanitised("x" * (2 * MOST_CHARACTERS))
