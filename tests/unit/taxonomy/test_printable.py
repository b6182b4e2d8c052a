"""What may stand in plain text: what Urdu needs, and nothing that turns the words around it."""

import pytest

from taxonomy.pasting import pasted
from taxonomy.printable import plain_line, plain_text


def test_a_line_has_no_direction_overrides_and_no_control_characters() -> None:
    assert plain_line("Trade\u202e gnp.exe \x00 rises\n twice") == "Trade gnp.exe rises twice"


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_everything_that_opens_a_direction_goes(code: int) -> None:
    assert plain_line(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c"])
def test_what_urdu_is_written_with_stays(mark: str) -> None:
    assert plain_line(f"پاک{mark}چین") == f"پاک{mark}چین"


def test_lines_stay_lines() -> None:
    assert plain_text("One\n\tTwo\x1b[31m\u202e") == "One\n\tTwo[31m"


def test_a_pasted_keyword_keeps_its_joiner() -> None:
    assert pasted("گیری\u200cہا، \u200fتجارت\u200f").terms == ["گیری\u200cہا", "تجارت"]
