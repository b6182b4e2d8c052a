"""Extraction gives back what was formatted, never raises, and is linear."""

import io
import json
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.figures.decimals import grouped, plain, shifted
from articles.figures.extraction import extract
from articles.management.commands.extract_figures import predicted, published_on
from tests.unit.extraction.reading import PUBLISHED, figures, only

_SCALES = [
    ("", 0),
    (" thousand", 3),
    (" lakh", 5),
    (" million", 6),
    ("m", 6),
    (" crore", 7),
    ("bn", 9),
    (" trillion", 12),
]
_UNITS = [
    ("$", "", "USD"),
    ("Rs ", "", "PKR"),
    ("", " tonnes", "tonne"),
    ("", " kW", "kW"),
    ("", " yuan", "CNY"),
]
_PIECES = st.sampled_from(
    [
        "5",
        "1,234",
        "2023",
        "12 .4",
        "percent",
        "%",
        "to",
        "from",
        "between",
        "and",
        "rose",
        "(",
        ")",
        ",",
        ". ",
        "\n",
        "Q2",
        "FY23",
        "2022-23",
        "May",
        "last year",
        "one",
        "in",
        "half",
        "a",
        "third",
        "$",
        "Rs",
        "million",
        "-",
        "+",
        "respectively",
        "Feb 30",
        "year earlier",
        "0",
        "by",
        "万",
        "5亿",
        "²",
        "\x00",
        "\ue000",
        "İ",
        "doubled",
        "9999-12-31",
        "2024-02-29",
        "no.",
        "aged",
        "per",
        "barrel",
        "said",
    ]
)


def _indian(number: Decimal) -> str:
    whole, point, decimals = plain(number).partition(".")
    head, tail = whole[:-3], whole[-3:]
    groups = [tail]
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join(groups) + point + decimals


@given(
    number=st.decimals(min_value=1, max_value=10**9, places=2)
    | st.decimals(min_value=1, max_value=10**9, places=0),
    scale=st.sampled_from(_SCALES),
    unit=st.sampled_from(_UNITS),
    style=st.sampled_from([plain, grouped, _indian]),
)
def test_what_was_formatted_is_found_again(
    number: Decimal, scale: tuple[str, int], unit: tuple[str, str, str], style: Callable[[Decimal], str]
) -> None:
    printed = style(number)
    before, after, code = unit
    figure = only(f"The total reached {before}{printed}{scale[0]}{after} at noon.")
    assert figure.value == shifted(number, scale[1])
    assert (figure.unit, figure.text) == (code, f"{before}{printed}{scale[0]}{after}")


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(_PIECES, max_size=40).map(" ".join)
    | st.lists(_PIECES, max_size=40).map("".join)
)
def test_any_text_gives_figures_inside_it(text: str) -> None:
    end = 0
    found = figures(text)
    for at, figure in enumerate(found):
        assert end <= figure.start < figure.end <= len(text)
        assert (figure.value is None) == (figure.low is not None)
        assert figure.level_of != at
        end = figure.end
    assert extract(text, published=None, area=None, fiscal_year_start=1) is not None
    assert extract(text, published=date.min, area="x", fiscal_year_start=12) is not None
    assert extract(text, published=date.max, area="India", fiscal_year_start=4) is not None


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "a1",
        "5 to ",
        "January to ",
        "2022-",
        "A-",
        "a@",
        "(",
        "rose by ",
        "one hundred and ",
        "5 trillion ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        extract(piece * count, published=PUBLISHED, area="Pakistan", fiscal_year_start=7)
        return time.process_time() - began

    seconds(100)
    assert seconds(8000) < 0.5 + 4 * 4 * seconds(2000)


def test_the_command_answers_in_json_lines() -> None:
    line = json.dumps(
        {"id": "a", "text": "Nearly a third of farms gained 5%.", "date": "2024-03", "fiscal_start": 7}
    )
    answer = predicted(line, 1)
    third, gain = answer["figures"]
    assert (answer["id"], third["value"], third["qualifier"]) == ("a", "1/3", "approx")
    assert (gain["value"], gain["kind"], gain["direction"]) == ("5", "change", "up")
    with pytest.raises(CommandError, match="Line 2 is no passage"):
        predicted("[]", 2)


def test_the_command_prints_a_table_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Output rose 2 to 3 percent in 2023.", encoding="utf-8")
    out = io.StringIO()
    call_command("extract_figures", str(tmp_path / "a.txt"), stdout=out)
    assert "2 to 3 percent" in out.getvalue()
    assert out.getvalue().endswith("1 figures.\n")
    with pytest.raises(CommandError, match="Cannot read"):
        call_command("extract_figures", str(tmp_path / "none.txt"))


@pytest.mark.parametrize(
    ("text", "day"), [("2024-03-31", date(2024, 3, 31)), ("2024", date(2024, 1, 1)), ("?", None)]
)
def test_a_date_may_be_only_a_month(text: str, day: date | None) -> None:
    assert published_on(text) == day
