"""“How we check figures” is written twice, as a public page and in the manual: both say the same."""

import re
from pathlib import Path

import html5lib
import pytest
from django.test import Client

from articles.editions.states import ORDER
from articles.editions.wording import state_words

pytestmark = pytest.mark.django_db
MANUAL = Path(__file__).resolve().parent.parent.parent / "docs" / "readers.md"
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
OF_ITS_OWN = {"a", "data", "sup", "svg"}  # The way to other pages, and the specimens.


def plain(text: str) -> str:
    """Words without marks of either kind: spaces, quotes, and what Markdown adds."""
    return re.sub(r"[\s*_|“”\"]+", " ", text).strip().casefold()


def written(element: object, found: list[str]) -> list[str]:
    """The runs of text below an element, those of links and specimens left out."""
    if getattr(element, "tag", "") not in OF_ITS_OWN:
        found.append(getattr(element, "text", "") or "")
        for child in element:  # type: ignore[attr-defined]
            written(child, found)
            found.append(child.tail or "")
    return found


def sentences_of_the_page(client: Client) -> list[str]:
    page = html5lib.parse(
        client.get("/how-we-check-figures/").content, treebuilder="etree", namespaceHTMLElements=False
    )
    runs = written(page.find(".//main"), [])
    return [each for run in runs for each in SENTENCE.split(run.strip()) if len(each) > 1]


def test_each_sentence_of_the_public_page_stands_in_the_manual(client: Client) -> None:
    manual = plain(MANUAL.read_text())
    sentences = sentences_of_the_page(client)
    assert len(sentences) > 35
    assert [each for each in sentences if plain(each) not in manual] == []


def test_each_state_of_a_figure_is_explained_in_both(client: Client) -> None:
    page = client.get("/how-we-check-figures/").content.decode()
    table = MANUAL.read_text().partition("## What the marks mean")[2].partition("##")[0]
    words = state_words()
    for state in ORDER:
        assert f'<div data-state="{state}">' in page
        assert f"| {words[state]} |" in table
    assert table.count("\n| ") == len(ORDER) + 1
