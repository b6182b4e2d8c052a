"""RIS, BibLaTeX and CSL JSON: nothing that an author or a title holds may break out of its field."""

from dataclasses import replace
from string import printable

from hypothesis import given
from hypothesis import strategies as st

from articles.citing.bibtex import bibtex_of, key_of
from articles.citing.csl import csl_of
from articles.citing.item import Item, Name
from articles.citing.ris import ris_of
from tests.unit.citing.works import AN_ORGANISATION_AND_A_YEAR, NO_DATE, ONE_AUTHOR

WHOLE = replace(
    ONE_AUTHOR,
    place="Karachi",
    keywords=("Economics", "Digital economy"),
    rights="Republished with permission.",
    original_url="https://paper.example.org/1",
    archive="CPEC Library",
    edition="Edition 2, 2024-10-15",
)


def test_a_newspaper_article_as_ris() -> None:
    assert ris_of(WHOLE).split("\r\n") == [
        "TY  - NEWS",
        "AU  - Yang, Yundong",
        "TI  - New quality productive forces drive high-quality development in China",
        "T2  - Business Recorder",
        "CY  - Karachi",
        "PY  - 2024",
        "DA  - 2024/03/31/",
        "LA  - en",
        "UR  - https://library.example.org/articles/new-quality/",
        "DB  - CPEC Library",
        "KW  - Economics",
        "KW  - Digital economy",
        "N1  - Edition 2, 2024-10-15",
        "N1  - Original URL: https://paper.example.org/1",
        "N1  - Republished with permission.",
        "ER  - ",
        "",
    ]


def test_an_organisation_stays_whole_and_a_year_is_no_day() -> None:
    told = ris_of(AN_ORGANISATION_AND_A_YEAR)
    assert "AU  - Associated Press of Pakistan\r\n" in told
    assert "DA  - 2022///\r\n" in told
    assert "author = {{Associated Press of Pakistan}}" in bibtex_of(AN_ORGANISATION_AND_A_YEAR)
    assert csl_of(AN_ORGANISATION_AND_A_YEAR)["author"] == [{"literal": "Associated Press of Pakistan"}]


def test_what_is_not_known_is_left_out() -> None:
    assert "issued" not in csl_of(NO_DATE)
    assert "PY" not in ris_of(NO_DATE)
    assert "date = " not in bibtex_of(NO_DATE)


def test_a_newspaper_article_as_biblatex() -> None:
    told = bibtex_of(WHOLE)
    assert told.startswith("@article{yang2024new,\n")
    assert "  title = {{New quality productive forces drive high-quality development in China}},\n" in told
    assert "  entrysubtype = {newspaper},\n" in told
    assert "  date = {2024-03-31},\n" in told
    assert "  month = mar,\n" in told


def test_keys_are_ascii_and_never_empty() -> None:
    assert key_of(Item("x", "webpage", "新", "u", authors=(Name("杨", "运东"),))) == "x"
    assert key_of(Item("新", "webpage", "新", "u")) == "item"


any_text = st.text(alphabet=st.one_of(st.sampled_from(printable), st.characters(exclude_categories=["Cs"])))


@given(title=any_text, name=any_text, keyword=any_text)
def test_no_text_breaks_out_of_its_field(title: str, name: str, keyword: str) -> None:
    work = replace(ONE_AUTHOR, title=title, authors=(Name(literal=name),), keywords=(keyword,))
    lines = ris_of(work).split("\r\n")
    assert all(line[2:6] == "  - " for line in lines[:-1])
    assert sum(line.startswith("ER") for line in lines) == 1
    entry = bibtex_of(work).replace("\\{", "").replace("\\}", "")
    assert entry.count("{") == entry.count("}")


def test_every_format_has_the_place_where_a_reference_manager_looks_for_it() -> None:
    assert "  location = {Karachi}," in bibtex_of(WHOLE)
    assert csl_of(WHOLE)["publisher-place"] == "Karachi"
    assert "publisher-place" not in csl_of(ONE_AUTHOR)
