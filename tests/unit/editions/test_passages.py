"""The passages in which an edition differs from the one before."""

from articles.editions.passages import LONGEST, MOST_PASSAGES, passages, sides

BEFORE = {
    "title": "Cars",
    "standfirst": "",
    "body": "<p>One.</p><p>It made <data>9.4</data> million.</p><p>End.</p>",
}


def changed(**parts: str) -> list[dict[str, str]]:
    return [sides(each) for each in passages(BEFORE, {**BEFORE, **parts})]


def test_a_changed_number_is_shown_in_its_paragraph() -> None:
    body = BEFORE["body"].replace("9.4", "9.6")
    assert changed(body=body) == [
        {"part": "body", "before": "It made 9.4 million.", "after": "It made 9.6 million."}
    ]


def test_the_same_words_in_other_markup_are_no_change() -> None:
    assert changed(body=BEFORE["body"].replace("<data>9.4</data>", "<b>9.4</b>")) == []


def test_title_comes_first_and_new_paragraphs_have_no_before() -> None:
    found = changed(title="Lorries", body=BEFORE["body"] + "<p>More.</p>")
    assert [(each["part"], each["before"], each["after"]) for each in found] == [
        ("title", "Cars", "Lorries"),
        ("body", "", "More."),
    ]


def test_there_are_only_so_many_and_each_is_only_so_long() -> None:
    body = "".join(f"<p>{n} {'word ' * 3000}</p>" for n in range(50))
    found = passages(BEFORE, {**BEFORE, "body": body})
    assert len(found) == MOST_PASSAGES
    assert all(len(side) <= LONGEST + 10 for each in found for side in sides(each).values())


def test_a_whole_book_takes_no_time() -> None:
    old = "<p>" + "a b c d e f g " * 70_000 + "</p>"
    new = "<p>" + "g f e d c b a " * 70_000 + "</p>"
    assert passages({**BEFORE, "body": old}, {**BEFORE, "body": new})
