"""What the house checks find, and where."""

import time

import pytest

from articles.house.checks.all import MOST_OF_A_KIND, findings_in
from articles.house.checks.wordlist import Rule


def codes(body: str, language: str = "en", *rules: Rule) -> list[str]:
    return [finding.code for finding in findings_in(body, language, rules)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h2>A</h2><p>x</p><h3>B</h3>", []),
        ("<p>x</p><h3>B</h3>", ["heading-order"]),
        ('<p><a href="/x">click here</a></p>', ["link-text"]),
        ('<p><a href="/x">Here.</a></p>', ["link-text"]),
        ('<p><a href="/x">یہاں</a></p>', ["link-text"]),
        ('<p><a href="https://example.org/a">https://example.org/a</a></p>', ["link-bare"]),
        ('<p><a href="https://example.org/a"> </a></p>', ["link-empty"]),
        ("<p><a>words</a></p>", ["link-nowhere"]),
        ('<p>See <a href="/x">the bulletin of March</a>.</p>', []),
        ("<p>Two  spaces</p>", ["double-space"]),
        ("<p>the the port</p>", ["double-word"]),
        ("<p>He said that that port had had ships.</p>", []),
        ("<p>It grew 8.1 8.1 percent.</p>", []),
    ],
)
def test_what_is_found(body: str, found: list[str]) -> None:
    assert codes(body) == found


def test_long_sentences_by_language() -> None:
    assert codes(f"<p>{'some word ' * 18}end.</p>") == ["sentence-long"]
    assert codes(f"<p>{'some word ' * 15}end. {'some word ' * 15}end.</p>") == []
    assert codes(f"<p>{'لفظ ' * 40}۔</p>", "ur") == []
    assert codes(f"<p>{'字' * 101}。</p>", "zh-hans") == ["sentence-long"]
    assert codes(f"<p>{'some word ' * 10}3.5 percent of {'some word ' * 10}end.</p>") == ["sentence-long"]


@pytest.mark.parametrize(
    ("text", "rule", "count"),
    [
        ("10 per cent", Rule("per cent", "percent"), 1),
        ("PER CENT", Rule("per cent", "percent"), 1),
        ("per century", Rule("per cent", "percent"), 0),
        ("belt and road", Rule("belt and road", "Belt and Road", match_case=True), 1),
        ("Belt and Road", Rule("belt and road", "Belt and Road", match_case=True), 0),
        ("the Belt and Road Initiative", Rule("Belt and Road", "Belt and Road Initiative"), 0),
        ("一带一路倡议", Rule("一带一路", "", whole_word=False), 1),
        ("(a.*)+$ here", Rule("(a.*)+$"), 1),
        ("words", Rule(""), 0),
    ],
)
def test_the_word_list(text: str, rule: Rule, count: int) -> None:
    assert codes(f"<p>{text}</p>", "en", rule) == ["house-word"] * count


def test_a_finding_says_where() -> None:
    body = "<p>One.</p><ul><li><p>Two &amp; per cent</p></li></ul>"
    [finding] = findings_in(body, "en", [Rule("per cent", "percent")])
    assert (finding.block, finding.start, finding.quote) == (1, 6, "per cent")


@pytest.mark.parametrize(
    "piece", ["word ", "a.", '<a href="x">', "the the ", "  x", "<h3>x</h3>", "<" * 10, "per cent "]
)
def test_two_megabytes_take_a_bounded_time(piece: str) -> None:
    body = f"<p>{piece * (2_000_000 // len(piece))}</p>"
    began = time.process_time()
    found = findings_in(body, "en", [Rule(f"wrong {n}") for n in range(50)] + [Rule("per cent")])
    assert time.process_time() - began < 12
    assert len(found) <= 5 * MOST_OF_A_KIND
