"""Markdown and plain text of every article: nothing written is read as markup, and each figure has its note."""

import html
import re
import shutil
import subprocess
from typing import Any

import pytest

from tests.interop.addresses import ARTICLES, beside
from tests.interop.conftest import Answer, Answers
from tests.interop.library import HOSTILE, SEED, SOURCE_SAYS

TRADE = beside("/articles/trade/", "md")
NOTE = re.compile(r"^\[\^(\d+)\]: .+$", re.MULTILINE)


def rendered(markdown: str) -> str:
    from markdown_it import MarkdownIt

    page: str = MarkdownIt("commonmark").enable("table").render(markdown)
    return page


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_each_figure_has_one_sign_and_one_note(answers: Answers) -> None:
    for address in ARTICLES:
        text = answers[beside(address, "md")].text
        notes = NOTE.findall(text)
        assert notes == [str(n) for n in range(1, len(notes) + 1)], address
        signs = re.findall(r"\[\^(\d+)\](?!:)", text)
        assert signs == notes, address
    assert len(NOTE.findall(answers[f"/articles/{SEED}.md"].text)) == 10


def test_a_note_names_source_day_and_what_became_of_the_figure(answers: Answers) -> None:
    text = answers[f"/articles/{SEED}.md"].text
    assert "National Bureau of Statistics of China states 3,327.8 billion, 2024-02-29" in text
    assert "Since revised to 3,335.71 billion, 2024-10-02" in text
    assert "[9] " in answers[f"/articles/{SEED}.txt"].text


def test_no_letter_of_an_author_is_markup(answers: Answers) -> None:
    page = rendered(answers[TRADE].text)
    assert f"<h1>{html.escape(HOSTILE)}</h1>" in page
    assert "<h2>Part * one #</h2>" in page
    assert "<p>1. 9.4 million[^1](vehicles), " in page
    assert "<strong>“bold”</strong>" in page
    assert f'<a href="{SOURCE_SAYS}?a=1&amp;b=2">agreed [so]</a>!' in page
    assert "<li>a_b_c</li>\n<li>*</li>" in page
    assert '<ol start="3">\n<li>3rd</li>' in page
    assert "<th>a|b</th>" in page
    assert "<blockquote>\n<p># no heading</p>" in page
    assert "<p>- A dash, &amp; more &lt;of&gt; it.</p>" in page
    assert "CO<sub>2</sub>" in page
    assert page.count("<img ") == 2
    assert "A port_of call" in words(page)


def test_plain_text_has_no_markup_at_all(answers: Answers) -> None:
    text = answers[beside("/articles/trade/", "txt")].text
    assert text.startswith(f"{HOSTILE}\n===")
    assert "1. 9.4 million [1](vehicles), “bold” & agreed [so] <https://example.org/agreed?a=1&b=2>!" in text
    assert "a|b | c\n1 | 2" in text
    assert "The order was <wrong>." in text


def test_an_article_tells_the_same_in_every_form(answers: Answers) -> None:
    for address in ARTICLES:
        page = words(rendered(answers[beside(address, "md")].text))
        plain = answers[beside(address, "txt")].text
        for line in plain.split("\n"):
            if len(line) > 40 and not re.search(r"[<\[|]|===|---|http:", line):
                assert " ".join(line.removeprefix("- ").split()) in page, (address, line)


def test_the_index_for_programs_leads_to_texts_that_are_there(answers: Answers) -> None:
    text = answers["/llms.txt"].text
    assert text.startswith("# CPEC Library\n\n> ")
    listed = re.findall(r"\(<http://testserver(/[^>]*\.md)>\)", text)
    assert set(listed) == {beside(article, "md") for article in ARTICLES}
    assert "Unpublished" not in text
    assert "Gone" not in text


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
class TestPandoc:
    def asked(self, answer: Answer, *options: str) -> Any:
        done = subprocess.run(
            ["pandoc", "--sandbox", *options], input=answer.body, capture_output=True, check=True, timeout=60
        )
        return done.stdout.decode()

    def test_notes_become_footnotes(self, answers: Answers) -> None:
        for source in ("markdown", "commonmark_x", "gfm+footnotes"):
            page = self.asked(answers[f"/articles/{SEED}.md"], "-f", source, "-t", "html")
            assert len(re.findall(r'<li id="fn\d+"', page)) == 10, source

    def test_biblatex_keeps_the_day_and_the_newspaper(self, answers: Answers) -> None:
        told = self.asked(answers[f"/articles/{SEED}.bib"], "-f", "biblatex", "-t", "csljson")
        assert '"type": "article-newspaper"' in told
        assert '"container-title": "Business Recorder"' in told
        assert re.search(r'"date-parts": \[\s*\[\s*2024,\s*3,\s*31', told)
