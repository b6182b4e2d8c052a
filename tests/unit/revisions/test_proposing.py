"""Two texts of one article brought together, field by field."""

from collections.abc import Mapping

import pytest

from articles.revisions.proposing import proposal, resolved, unanswered

BASE = {
    "title": "A title",
    "standfirst": "S",
    "body": "<p>One.</p><p>Two.</p>",
    "keywords": ["trade", "china"],
}


def merged(mine: Mapping[str, object], theirs: Mapping[str, object], **choices: str) -> dict[str, object]:
    return resolved(proposal(BASE, {**BASE, **mine}, {**BASE, **theirs}), choices)


def test_different_fields_and_paragraphs_come_together() -> None:
    found = merged(
        {"title": "My title", "body": "<p>One, mine.</p><p>Two.</p>"},
        {"standfirst": "Theirs", "body": "<p>One.</p><p>Two, theirs.</p>"},
    )
    assert (found["title"], found["standfirst"]) == ("My title", "Theirs")
    assert found["body"] == "<p>One, mine.</p><p>Two, theirs.</p>"


def test_keywords_added_by_both_are_all_kept_and_removed_ones_go() -> None:
    found = merged({"keywords": ["trade", "china", "steel"]}, {"keywords": ["china", "cars"]})
    assert found["keywords"] == ["china", "steel", "cars"]


def test_contributions_keep_their_role() -> None:
    author = {"agent": "a-writer", "role": "author"}
    editor = {"agent": "an-office", "role": "editor"}
    found = merged({"contributions": [author]}, {"contributions": [editor]})
    assert found["contributions"] == [author, editor]


@pytest.mark.parametrize(
    ("choice", "body"),
    [
        ("mine", "<p>Mine.</p><p>Two.</p>"),
        ("theirs", "<p>Theirs.</p><p>Two.</p>"),
        ("both", "<p>Mine.</p><p>Theirs.</p><p>Two.</p>"),
    ],
)
def test_a_paragraph_that_both_changed_is_asked(choice: str, body: str) -> None:
    mine, theirs = {"body": "<p>Mine.</p><p>Two.</p>"}, {"body": "<p>Theirs.</p><p>Two.</p>"}
    parts = proposal(BASE, {**BASE, **mine}, {**BASE, **theirs})
    assert unanswered(parts, {}) == ["body-0"]
    assert unanswered(parts, {"body-0": "neither"}) == ["body-0"]
    assert merged(mine, theirs, **{"body-0": choice})["body"] == body


def test_without_a_common_text_every_difference_is_asked() -> None:
    parts = proposal({}, {**BASE, "title": "Mine"}, BASE)
    assert unanswered(parts, {}) == ["title"]
