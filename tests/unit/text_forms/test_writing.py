"""Bodies as Markdown and as text: a reader of Markdown gets back what was written, whatever it was."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from articles.text_forms.document import Picture
from articles.text_forms.markdown import MarkdownWriter, address, escaped_line, parted_lists
from articles.text_forms.plain import PlainWriter
from articles.text_forms.tree import tree_of

PORT = {"port": Picture("https://example.org/port.jpg", "A port", "Seen [from] the sea")}


def read(markdown: str) -> str:
    from markdown_it import MarkdownIt

    page: str = MarkdownIt("commonmark").enable("table").render(markdown)
    return page


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def as_markdown(body: str, noted: set[int] | None = None) -> str:
    return "\n\n".join(parted_lists(MarkdownWriter(PORT, noted or set()).body(body)))


def as_text(body: str, noted: set[int] | None = None) -> str:
    return "\n\n".join(PlainWriter(PORT, noted or set()).body(body))


signs = st.text(alphabet="ab1 *_[]()<>#+-.!|~`\\&;:$\"'“”新، ئ", max_size=24)
printable = st.text(
    alphabet=st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=30
)


@given(st.one_of(signs, printable))
def test_a_paragraph_comes_back_as_it_was(text: str) -> None:
    assert words(read(as_markdown(f"<p>{html.escape(text)}</p>"))) == " ".join(text.split())
    assert words(read(escaped_line(text))) == " ".join(text.split())


@given(signs, signs, signs, st.sampled_from(["strong", "em", "sub", "sup"]))
def test_a_mark_keeps_its_words_and_its_kind(before: str, inside: str, after: str, tag: str) -> None:
    body = f"<p>a{html.escape(before)}<{tag}>{html.escape(inside)}</{tag}>{html.escape(after)}</p>"
    page = read(as_markdown(body))
    assert words(page) == " ".join(f"a{before}{inside}{after}".split())
    assert (f"<{tag}>" in page) is bool(inside.strip())


@given(signs, signs)
def test_a_link_leads_where_it_led(inside: str, after: str) -> None:
    href = "https://example.org/a_b(c)?x=1&copy=2&amp;"
    page = read(
        as_markdown(f'<p><a href="{html.escape(href)}">{html.escape(inside)}</a>{html.escape(after)}</p>')
    )
    assert f'href="{html.escape(href).replace(chr(39), "&#x27;")}"' in page
    assert words(page).endswith(" ".join(after.split()))


def test_blocks_keep_their_shape() -> None:
    body = (
        "<h2>Part # 1 #</h2><ul><li><p>one</p><ul><li>inner</li></ul></li><li>two</li></ul><ul><li>other</li></ul>"
        "<ol start='4'><li>four</li></ol><blockquote><p>a</p><p>b</p></blockquote><hr><p>x<br># y</p>"
    )
    page = read(as_markdown(body))
    assert "<h2>Part # 1 #</h2>" in page
    assert page.count("<ul>") == 3, "two lists in a row stay two"
    assert '<ol start="4">' in page
    assert "<blockquote>\n<p>a</p>\n<p>b</p>" in page
    assert "<hr />" in page
    assert "x<br />\n# y" in page


def test_a_table_has_a_head_even_where_the_text_has_none() -> None:
    with_head = read(as_markdown("<table><tr><th>a|b</th></tr><tr><td>x<br>y</td></tr></table>"))
    assert "<th>a|b</th>" in with_head
    assert "<td>x y</td>" in with_head
    without = read(as_markdown('<table><tr><td colspan="2">x</td></tr><tr><td>1</td><td>2</td></tr></table>'))
    assert without.count("<td>") == 4
    assert "<th></th>" in without


def test_a_figure_in_a_link_has_its_sign_after_the_link() -> None:
    body = '<p><a href="https://e.org/">up <data value="1" data-observation="A.B:2023">1</data></a>(x)</p>'
    assert as_markdown(body, {1}) == r"[up 1](<https://e.org/>)[^1]\(x)"
    assert as_text(body, {1}) == "up 1 <https://e.org/> [1](x)"
    assert "[^" not in as_markdown(body), "what has no source has no note"


def test_pictures_say_what_they_show_and_unknown_ones_are_left_out() -> None:
    picture = '<figure data-image="{}"><img alt="x"><figcaption></figcaption></figure>'
    body = picture.format("port") + picture.format("gone")
    assert as_markdown(body) == "![A port](<https://example.org/port.jpg>)\n\nSeen \\[from\\] the sea"
    assert as_text(body) == "[A port. Seen [from] the sea] <https://example.org/port.jpg>"


def test_an_address_cannot_end_its_brackets() -> None:
    assert address("https://e.org/a>b <c\\d") == "<https://e.org/a%3Eb%20%3Cc%5Cd>"


def test_what_is_not_closed_ends_with_the_body() -> None:
    (paragraph,) = tree_of("<p>a<strong>b")
    assert as_text("<p>a<strong>b") == "ab"
    assert getattr(paragraph, "tag", "") == "p"
