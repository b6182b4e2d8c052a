"""What each button of the form does to a front page in the making."""

from articles.front_page.draft import Draft

DRAFT = Draft(lead=1, picks=(2, 3, 4), figures=("A:2023", "B:2023"))


def test_an_article_leads_and_the_one_that_led_becomes_the_first_pick() -> None:
    assert DRAFT.after("lead:3") == Draft(3, (1, 2, 4), DRAFT.figures)
    assert DRAFT.after("lead:1") == DRAFT
    assert Draft().after("lead:9") == Draft(9)


def test_a_pick_stands_once_and_last() -> None:
    assert DRAFT.after("pick:5").picks == (2, 3, 4, 5)
    assert DRAFT.after("pick:2").picks == (3, 4, 2)
    assert DRAFT.after("pick:1") == Draft(None, (2, 3, 4, 1), DRAFT.figures)


def test_rows_move_and_leave() -> None:
    assert DRAFT.after("up:4").picks == (2, 4, 3)
    assert DRAFT.after("up:2").picks == (2, 3, 4)
    assert DRAFT.after("down:4").picks == (2, 3, 4)
    assert DRAFT.after("out:1").lead is None
    assert DRAFT.after("out:3").picks == (2, 4)
    assert DRAFT.after("figure:C:2023").figures == ("A:2023", "B:2023", "C:2023")
    assert DRAFT.after("figure-up:B:2023").figures == ("B:2023", "A:2023")
    assert DRAFT.after("figure-down:B:2023").figures == ("A:2023", "B:2023")
    assert DRAFT.after("figure-out:A:2023").figures == ("B:2023",)


def test_what_is_no_button_changes_nothing() -> None:
    for done in ("", "find", "compose", "lead:x", "lead:", "pick:٣", "up:99", "lead:" + "9" * 400, "fly:2"):
        assert DRAFT.after(done) == DRAFT, done


def test_a_draft_is_bounded() -> None:
    draft = Draft()
    for n in range(1, 200):
        draft = draft.after(f"pick:{n}").after(f"figure:{n}")
    assert len(draft.picks) < 50
    assert len(draft.figures) < 50
