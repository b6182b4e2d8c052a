"""References as the styles have them. Where no other source is named, the table is what pandoc 2.17 makes of the styles
of the CSL project of 2026 (APA 7, MLA 9, Chicago 17 author-date, IEEE). `tests/interop/test_pandoc.py` asks it."""

from dataclasses import replace

import pytest

from articles.citing.item import Item, Name
from articles.citing.styles import STYLES
from articles.citing.titles import headline
from tests.unit.citing import works
from tests.unit.citing.works import SITE

TABLE = {
    ("APA", works.ONE_AUTHOR): (
        "Yang, Y. (2024, March 31). New quality productive forces drive high-quality development in China. "
        f"Business Recorder. {SITE}new-quality/"
    ),
    ("APA", works.TWO_AUTHORS_A_MONTH_AND_A_PAGE): (
        "Khan, A. J.-P., & Li, W. (2023, May). Trade with the north rises: a second look. Daily Post, 4. "
        f"{SITE}trade/"
    ),
    ("APA", works.AN_ORGANISATION_AND_A_YEAR): (
        f"Associated Press of Pakistan. (2022). Exports fall by half. Daily Post. {SITE}exports/"
    ),
    ("APA", works.FOUR_AUTHORS): (
        "Adams, A., Brown, B., Clark, C., & Dean, D. (2021, September 5). Four authors and a table. Daily Post. "
        f"{SITE}four/"
    ),
    ("APA", works.A_JOURNAL): (
        f"Adams, A., Brown, B., & Clark, C. (2020). Rates and shares. Journal of Figures, 12–19. {SITE}rates/"
    ),
    ("APA", works.NO_AUTHOR_AND_A_QUESTION): (
        f"What is a basis point? (2022, December 1). Daily Post. {SITE}basis/"
    ),
    ("MLA", works.ONE_AUTHOR): (
        "Yang, Yundong. “New Quality Productive Forces Drive High-Quality Development in China.” "
        f"Business Recorder, 31 Mar. 2024, {SITE}new-quality/."
    ),
    ("MLA", works.AN_ORGANISATION_AND_A_YEAR): (
        f"Associated Press of Pakistan. “Exports Fall by Half.” Daily Post, 2022, {SITE}exports/."
    ),
    ("MLA", works.TWO_AUTHORS_A_MONTH_AND_A_PAGE): (
        "Khan, Amina Jean-Paul, and Wei Li. “Trade with the North Rises: A Second Look.” "
        f"Daily Post, May 2023, p. 4, {SITE}trade/."
    ),
    ("MLA", works.A_JOURNAL): (
        f"Adams, Ann, et al. “Rates and Shares.” Journal of Figures, Nov. 2020, pp. 12–19, {SITE}rates/."
    ),
    ("MLA", works.NO_DATE): f"Adams, Ann. “Undated News.” Daily Post, {SITE}undated/.",
    (
        "MLA",
        works.NO_AUTHOR_AND_A_QUESTION,
    ): f"“What Is a Basis Point?” Daily Post, 1 Dec. 2022, {SITE}basis/.",
    ("Chicago", works.ONE_AUTHOR): (
        "Yang, Yundong. 2024. “New Quality Productive Forces Drive High-Quality Development in China.” "
        f"Business Recorder, March 31, 2024. {SITE}new-quality/."
    ),
    ("Chicago", works.FOUR_AUTHORS): (
        "Adams, Ann, Bea Brown, Cy Clark, and Di Dean. 2021. “Four Authors and a Table.” "
        f"Daily Post, September 5, 2021. {SITE}four/."
    ),
    ("Chicago", works.NO_DATE): f"Adams, Ann. n.d. “Undated News.” Daily Post. {SITE}undated/.",
    ("IEEE", works.ONE_AUTHOR): (
        "Y. Yang, “New quality productive forces drive high-quality development in China,” "
        f"Business Recorder, Mar. 31, 2024. Available: {SITE}new-quality/"
    ),
    ("IEEE", works.TWO_AUTHORS_A_MONTH_AND_A_PAGE): (
        "A. J.-P. Khan and W. Li, “Trade with the north rises: a second look,” Daily Post, p. 4, May 2023. "
        f"Available: {SITE}trade/"
    ),
    ("IEEE", works.NO_AUTHOR_AND_A_QUESTION): (
        f"“What is a basis point?” Daily Post, Dec. 01, 2022. Available: {SITE}basis/"
    ),
    ("APA", works.OF_A_PLACE): f"Khan, A. (2024, March 31). Ports grow. Business Recorder. {SITE}ports/",
    ("MLA", works.OF_A_PLACE): (
        f"Khan, Amina. “Ports Grow.” Business Recorder [Karachi], 31 Mar. 2024, {SITE}ports/."
    ),
    ("Chicago", works.OF_A_PLACE): (
        f"Khan, Amina. 2024. “Ports Grow.” Business Recorder, March 31, 2024. {SITE}ports/."
    ),
    ("IEEE", works.OF_A_PLACE): (
        f"A. Khan, “Ports grow,” Business Recorder, Karachi, Mar. 31, 2024. Available: {SITE}ports/"
    ),
    ("APA", works.TWO_ORGANISATIONS): (
        "Board of Trade, & Chamber of Commerce. (2022, December 1). A joint statement. Daily Post. "
        f"{SITE}joint/"
    ),
    ("MLA", works.TWO_ORGANISATIONS): (
        "Board of Trade, and Chamber of Commerce. “A Joint Statement.” Daily Post, 1 Dec. 2022, "
        f"{SITE}joint/."
    ),
    ("IEEE", works.TWO_ORGANISATIONS): (
        "Board of Trade and Chamber of Commerce, “A joint statement,” Daily Post, Dec. 01, 2022. "
        f"Available: {SITE}joint/"
    ),
    ("IEEE", works.SEVEN_AUTHORS): (
        f"A. Adams et al., “Seven authors,” Daily Post, Sep. 05, 2021. Available: {SITE}seven/"
    ),
    ("MLA", works.SEVEN_AUTHORS): (
        f"Adams, Ann, et al. “Seven Authors.” Daily Post, 5 Sep. 2021, {SITE}seven/."
    ),
    ("APA", works.IN_URDU): (
        f"خان, آمنہ. (2024, March 31). پاک چین تجارت میں اضافہ. روزنامہ. {works.IN_URDU.url}"
    ),
    (
        "MLA",
        works.IN_URDU,
    ): f"خان, آمنہ. “پاک چین تجارت میں اضافہ.” روزنامہ, 31 Mar. 2024, {works.IN_URDU.url}.",
    ("APA", works.IN_CHINESE): f"杨运东. (2024, March 31). 中巴贸易增长. 经济日报. {works.IN_CHINESE.url}",
    ("MLA", works.IN_CHINESE): f"杨运东. “中巴贸易增长.” 经济日报, 31 Mar. 2024, {works.IN_CHINESE.url}.",
    ("Chicago", works.IN_CHINESE): (
        f"杨运东. 2024. “中巴贸易增长.” 经济日报, March 31, 2024. {works.IN_CHINESE.url}."
    ),
    # Citing Medicine, 2nd ed.: the place stands after the name of a newspaper that does not tell it.
    ("Vancouver", works.OF_A_PLACE): (
        "Khan A. Ports grow. Business Recorder (Karachi) [Internet]. 2024 Mar 31. "
        f"Available from: {SITE}ports/"
    ),
    ("Vancouver", works.IN_CHINESE): (
        f"杨运东. 中巴贸易增长. 经济日报 [Internet]. 2024 Mar 31. Available from: {works.IN_CHINESE.url}"
    ),
    # Citing Medicine, 2nd ed., chapter 23 (newspapers on the internet), without the day of citing.
    ("Vancouver", works.ONE_AUTHOR): (
        "Yang Y. New quality productive forces drive high-quality development in China. "
        f"Business Recorder [Internet]. 2024 Mar 31. Available from: {SITE}new-quality/"
    ),
    ("Vancouver", works.TWO_AUTHORS_A_MONTH_AND_A_PAGE): (
        "Khan AJ-P, Li W. Trade with the north rises: a second look. Daily Post [Internet]. 2023 May:4. "
        f"Available from: {SITE}trade/"
    ),
}


@pytest.mark.parametrize(("style", "work"), TABLE, ids=lambda each: getattr(each, "id", each))
def test_a_reference_reads_as_its_style_has_it(style: str, work: Item) -> None:
    assert str(STYLES[style](work)) == TABLE[style, work]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("work", works.WORKS, ids=lambda each: each.id)
def test_every_style_tells_title_container_and_address(style: str, work: Item) -> None:
    told = STYLES[style](work)
    assert work.title.lower() in str(told).lower()
    assert told.container == work.container_title
    assert work.url in told.after
    assert "  " not in str(told)
    assert ".." not in str(told)


@pytest.mark.parametrize("style", STYLES)
def test_a_chinese_name_has_no_initials(style: str) -> None:
    work = Item(
        "x", "article-newspaper", "新质生产力", SITE, "zh-hans", (Name("杨", "运东"),), "经济日报", (2024,)
    )
    assert "杨运东" in str(STYLES[style](work))
    assert "新质生产力" in str(STYLES[style](work))


@pytest.mark.parametrize("style", STYLES)
def test_a_place_that_the_name_tells_is_not_told_again(style: str) -> None:
    assert str(STYLES[style](works.A_PLACE_IN_THE_NAME)).count("Karachi") == 1


@pytest.mark.parametrize("style", STYLES)
def test_the_place_of_a_journal_is_in_no_reference(style: str) -> None:
    assert "Karachi" not in str(STYLES[style](replace(works.A_JOURNAL, place="Karachi")))


def test_headlines_keep_capitals_that_are_there_and_leave_other_languages() -> None:
    assert headline("the GDP of a low-income country, up to 2024", "en") == (
        "The GDP of a Low-Income Country, up to 2024"
    )
    assert headline("پاک چین تجارت", "ur") == "پاک چین تجارت"
