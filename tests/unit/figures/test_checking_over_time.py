"""The verdict on a print as known on a day: revisions, other sources, other periods, withdrawals."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.figures.checking import (
    Finding,
    Neighbour,
    StatedValue,
    Verdict,
    check,
    judge,
    pin,
    timeline,
)
from tests.unit.figures.statements import (
    ARTICLE_DAY,
    FIRST_RELEASE,
    NEV,
    NEV_CAAM,
    RD,
    RD_2021,
    RD_REVISED,
    REVISION,
    SEED,
    UNITS,
    printed,
    vintage,
)

TODAY = date(2026, 11, 23)
BEFORE_THE_REVISION = date(2024, 5, 1)
CAAM = Neighbour("source", "CAAM", NEV_CAAM)
OTHER_YEAR = Neighbour("period", "2021", RD_2021)


def finding(
    text: str,
    *vintages: StatedValue,
    as_of: date = TODAY,
    published_on: date = ARTICLE_DAY,
    neighbours: tuple[Neighbour, ...] = (),
) -> Finding:
    return check(
        printed(text),
        vintages,
        published_on=published_on,
        as_of=as_of,
        neighbours=neighbours,
        units=UNITS,
    )


def test_today_eight_figures_of_the_seed_hold_and_two_are_superseded() -> None:
    verdicts = [finding(text, *vintages).verdict for text, vintages in SEED]
    assert verdicts == [Verdict.EXACT] * 8 + [Verdict.SUPERSEDED] * 2


def test_before_the_revision_all_ten_figures_hold() -> None:
    for text, vintages in SEED:
        assert finding(text, *vintages, as_of=BEFORE_THE_REVISION).verdict is Verdict.EXACT


def test_a_revision_names_the_pinned_and_the_newer_statement() -> None:
    found = finding("3,327.8 billion RMB", RD, RD_REVISED)
    assert (found.verdict, found.pinned, found.newer) == (Verdict.SUPERSEDED, RD, RD_REVISED)
    assert finding("3,327.8 billion RMB", RD, RD_REVISED, as_of=REVISION) == found
    day_before = REVISION - timedelta(days=1)
    assert finding("3,327.8 billion RMB", RD, RD_REVISED, as_of=day_before).verdict is Verdict.EXACT


def test_the_january_figure_stays_pinned_when_printed_after_the_revision() -> None:
    found = finding("3,327.8 billion RMB", RD, RD_REVISED, published_on=TODAY)
    assert (found.verdict, found.pinned) == (Verdict.SUPERSEDED, RD)


def test_a_revision_that_rounds_to_the_print_changes_nothing() -> None:
    small = vintage("3327.84", "CNY", 9, on=REVISION)
    assert finding("3,327.8 billion RMB", RD, small).verdict is Verdict.ROUNDED


def test_a_print_that_the_source_only_later_bore_out_holds_from_then_on() -> None:
    text = "3,335.71 billion RMB"
    assert finding(text, RD, RD_REVISED, as_of=BEFORE_THE_REVISION).verdict is Verdict.CONTRADICTED
    assert finding(text, RD, RD_REVISED).verdict is Verdict.EXACT


def test_a_print_a_day_ahead_of_its_source_is_superseded_not_contradicted() -> None:
    early = FIRST_RELEASE - timedelta(days=1)
    assert finding("3,327.8 billion RMB", RD, as_of=early, published_on=early).verdict is Verdict.NO_DATA
    found = finding("3,327.8 billion RMB", RD, RD_REVISED, published_on=early)
    assert (found.verdict, found.pinned, found.newer) == (Verdict.SUPERSEDED, RD, RD_REVISED)


def test_a_withdrawn_figure_is_superseded_by_its_withdrawal() -> None:
    gone = vintage(None, "CNY", 9, decimals=1, on=REVISION, withdrawn=True)
    assert (finding("3,327.8 billion RMB", RD, gone).verdict) is Verdict.SUPERSEDED
    assert (finding("3,400.0 billion RMB", RD, gone).verdict) is Verdict.NO_DATA


def test_no_statement_by_the_day_is_no_data() -> None:
    assert finding("9.443 million units").verdict is Verdict.NO_DATA
    assert finding("9.443 million units", NEV, as_of=date(2024, 1, 1)).verdict is Verdict.NO_DATA


def test_another_source_is_named_only_where_the_bound_one_disagrees() -> None:
    assert finding("9.443 million units", NEV, neighbours=(CAAM,)).verdict is Verdict.EXACT
    found = finding("9.587 million units", NEV, neighbours=(CAAM,))
    assert (found.verdict, found.agrees_with) == (Verdict.OTHER_SOURCE, CAAM)
    assert finding("9.334 million units", NEV, neighbours=(CAAM,)).verdict is Verdict.CONTRADICTED


def test_only_the_newest_word_of_another_source_counts() -> None:
    revised = Neighbour("source", "CAAM", vintage("9.6", "vehicle", 6, on=REVISION, source="CAAM"))
    neighbours = (revised, CAAM)
    early = finding("9.587 million units", NEV, neighbours=neighbours, as_of=BEFORE_THE_REVISION)
    assert early.verdict is Verdict.OTHER_SOURCE
    assert finding("9.587 million units", NEV, neighbours=neighbours).verdict is Verdict.CONTRADICTED


def test_the_figure_of_another_year_is_a_period_error() -> None:
    found = finding("2,786.4 billion RMB", RD, neighbours=(OTHER_YEAR,))
    assert (found.verdict, found.agrees_with) == (Verdict.PERIOD, OTHER_YEAR)


def test_an_inequality_never_points_to_another_year() -> None:
    found = finding("less than 2,800 billion RMB", RD, neighbours=(OTHER_YEAR,))
    assert found.verdict is Verdict.CONTRADICTED


def test_another_source_is_preferred_to_another_year() -> None:
    same = Neighbour("period", "2022", vintage("9.587", "vehicle", 6))
    assert finding("9.587 million units", NEV, neighbours=(same, CAAM)).agrees_with == CAAM


def test_a_scale_slip_tells_its_power_and_about_its_tolerance() -> None:
    assert finding("3.3278 billion yuan", RD).power == -3
    assert finding("about 9.4 million units", NEV).tolerance is not None
    assert finding("9.4 million units", NEV).tolerance is None


def test_the_timeline_of_a_revised_figure_has_two_days() -> None:
    entries = timeline(printed("8.1%"), SEED[9][1], published_on=ARTICLE_DAY, units=UNITS)
    assert [(entry.day, entry.finding.verdict) for entry in entries] == [
        (ARTICLE_DAY, Verdict.EXACT),
        (REVISION, Verdict.SUPERSEDED),
    ]


START = date(2024, 1, 1)
days = st.integers(0, 12).map(lambda after: START + timedelta(days=after))
vintages = st.builds(
    lambda value, on, key, gone: vintage(None if gone else value, decimals=1, on=on, key=key, withdrawn=gone),
    st.sampled_from(["5.0", "5.04", "5.2", "50.0", "6.0"]),
    days,
    st.integers(1, 10**6),
    st.sampled_from([False, False, False, True]),
)
statements = st.lists(vintages, max_size=5)
others = st.lists(
    st.builds(Neighbour, st.sampled_from(["source", "period"]), st.sampled_from(["A", "B"]), vintages),
    max_size=3,
)
prints = st.sampled_from(
    ["5.0%", "5%", "about 5%", "more than 5.1%", "5 to 6%", "5.2%", "6 percentage points"]
)
laws = settings(deadline=None, max_examples=150)


@laws
@given(text=prints, stated=statements, neighbours=others, published_on=days, later=st.integers(0, 15))
def test_the_timeline_tells_for_every_day_what_a_check_would(
    text: str, stated: list[StatedValue], neighbours: list[Neighbour], published_on: date, later: int
) -> None:
    figure, day = printed(text), published_on + timedelta(days=later)
    entries = timeline(figure, stated, published_on=published_on, neighbours=neighbours, units=UNITS)
    in_force = [entry for entry in entries if entry.day <= day][-1]
    assert entries[0].day == published_on
    assert in_force.finding == check(
        figure, stated, published_on=published_on, as_of=day, neighbours=neighbours, units=UNITS
    )
    assert all(one.finding != two.finding for one, two in pairwise(entries))


@laws
@given(text=prints, stated=statements, published_on=days, data=st.data())
def test_the_order_in_which_vintages_arrive_changes_nothing(
    text: str, stated: list[StatedValue], published_on: date, data: st.DataObject
) -> None:
    unique = list({one.key: one for one in stated}.values())
    shuffled = data.draw(st.permutations(unique))
    figure = printed(text)
    assert pin(figure, unique, published_on, UNITS) == pin(figure, shuffled, published_on, UNITS)
    one, two = (
        check(figure, order, published_on=published_on, as_of=TODAY, units=UNITS)
        for order in (unique, shuffled)
    )
    assert one == two


@laws
@given(text=prints, stated=statements, published_on=days, later=st.integers(0, 15))
def test_a_verdict_is_what_its_evidence_says(
    text: str, stated: list[StatedValue], published_on: date, later: int
) -> None:
    figure, as_of = printed(text), published_on + timedelta(days=later)
    found = check(figure, stated, published_on=published_on, as_of=as_of, units=UNITS)
    if found.verdict.holds:
        assert found.current is not None
        assert judge(figure, found.current, UNITS) is found.verdict
    if found.verdict is Verdict.SUPERSEDED:
        assert found.pinned is not None
        assert found.newer is not None
        assert judge(figure, found.pinned, UNITS).holds
        assert not judge(figure, found.newer, UNITS).holds
        assert found.pinned.stated_on <= found.newer.stated_on <= as_of
    for evidence in (found.pinned, found.newer, found.current):
        assert evidence is None or evidence.stated_on <= as_of
