"""A clipping walks in and becomes an article: recognised, bound, and never twice."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.figures.marks import marks_of
from articles.intake.deciding import all_sure, key_of
from articles.intake.formats import read_words
from articles.intake.layout import recognised
from articles.intake.models import Clipping
from articles.intake.receiving import duplicates_of, receive_clipping
from articles.intake.taking import decide, take_in
from articles.workflow.models import Transition
from articles.writing.models import Article
from indicators.catalogue.models import Indicator, Series, Unit
from tests.newsroom import a_series, an_article, somebody, stated

pytestmark = pytest.mark.django_db
ADD, LIST = "/admin/articles/clipping/add/", "/admin/articles/clipping/"
CARS = "CARS.CHN.A.STAT:2024"
WORDS = """111 510 510 library@example.org Contact

Car makers had a good year

Factories in China worked more than ever, and their owners expect to go on.

In 2024, the production of cars in China reached 9.5 million units. Nobody knows why. The shares rose by 12%.

A. Writer, "Car makers had a good year," Morning Paper. 2025-01-20.
Keywords: Cars , China

Leave a Reply
Your email address will not be published. Required fields are marked *
"""


@pytest.fixture
def cars() -> None:
    stated(a_series(), "2024", "9.5")


def received(words: str = WORDS) -> Clipping:
    return receive_clipping(read_words(words), name="", by=None, at=timezone.now())


def test_everything_on_the_page_finds_its_place(cars: None) -> None:
    clipping = received()
    decide(clipping, all_sure(clipping))
    article = take_in(clipping, by=None, at=timezone.now())
    assert (article.title, article.issued, article.page) == ("Car makers had a good year", "2025-01-20", "")
    assert article.publication is not None
    assert article.publication.title == "Morning Paper"
    assert [row.agent.name for row in article.contributions.all()] == ["A. Writer"]
    assert [row.keyword.name for row in article.keyword_rows.order_by("position")] == ["Cars", "China"]
    [mark] = marks_of(article.body)
    assert (mark.text, mark.reference, mark.value) == ("9.5 million units", CARS, "9500000")
    for other in ("510", "Keywords", "Leave a Reply", "email"):
        assert other not in article.body
    assert Transition.objects.get(article=article, verb="begin").detail["clipping"] == clipping.pk
    assert article.stage == "draft"


def test_what_is_not_sure_stays_plain_until_somebody_says_so(cars: None) -> None:
    clipping = received()
    told = {figure["text"]: figure["sure"] for figure in clipping.figures}
    assert told == {"9.5 million units": True, "12%": False}
    article = take_in(clipping, by=None, at=timezone.now())
    assert marks_of(article.body) == []


def test_the_same_text_is_one_clipping_and_keeps_its_decisions(cars: None) -> None:
    clipping = received()
    decide(clipping, all_sure(clipping))
    again = received(WORDS.replace("\n\n", "\n \n\n"))
    assert again.pk == clipping.pk
    assert again.decisions == clipping.decisions != {}
    assert Clipping.objects.count() == 1


def test_the_same_citation_is_told_before_anything_is_stored(client: Client, cars: None) -> None:
    an_article(title="Car makers had a good year", issued="2025-01-20", slug="there")
    document = read_words(WORDS)
    assert [each.slug for each in duplicates_of(document, recognised(document)).articles] == ["there"]
    client.force_login(somebody("Editor"))
    page = client.post(ADD, {"text": WORDS}).content.decode()
    assert "is here already" in page
    assert not Clipping.objects.exists()
    assert client.post(ADD, {"text": WORDS, "anyway": "on"}).status_code == 302
    assert Clipping.objects.exists()


def test_a_foreign_article_with_the_same_citation_is_not_named(client: Client, cars: None) -> None:
    an_article(title="Car makers had a good year", issued="2025-01-20", slug="there")
    client.force_login(somebody("Author"))
    page = client.post(ADD, {"text": WORDS}).content.decode()
    assert "An article of somebody else" in page
    assert 'href="/admin/articles/article/' not in page.partition('role="alert"')[2].partition("</ul>")[0]


def test_the_pages_from_pasting_to_the_article(
    client: Client, cars: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(somebody("Author"))
    page = client.post(ADD, {"text": WORDS})["Location"]
    with django_assert_max_num_queries(12):
        shown = client.get(page).content.decode()
    for part in (
        "9.5 million units",
        "Production of cars",
        "period from a figure before it",
        'data-role="contact"',
    ):
        assert part in shown
    clipping = Clipping.objects.get()
    said = posted(clipping)
    cars_at, share_at = (key_of(figure) for figure in clipping.figures)
    said |= {f"d-{cars_at}": CARS, f"d-{share_at}": "reject", f"why-{share_at}": "An opinion"}
    assert client.post(page, said).status_code == 302
    kept = Clipping.objects.get().decisions
    assert kept == {
        cars_at: {"verb": "accept", "reference": CARS}, share_at: {"verb": "reject", "reason": "An opinion"}
    }  # fmt: skip
    made = client.post(page, said | {"_make": "1", "title": "Cars"})
    article = Article.objects.get()
    assert made["Location"] == f"/admin/articles/article/{article.pk}/change/"
    assert (article.title, article.created_by) == ("Cars", User.objects.get(username="author"))
    assert len(marks_of(article.body)) == 1
    again = client.post(page, said | {"_make": "1"}).content.decode()
    assert "made already" in again


def posted(clipping: Clipping) -> dict[str, Any]:
    fields = {name: value for name, value in clipping.fields.items() if name != "guessed"}
    return {
        **fields, "authors": "\n".join(fields["authors"]), "keywords": ", ".join(fields["keywords"])
    }  # fmt: skip


def test_an_observation_that_does_not_exist_is_told(client: Client, cars: None) -> None:
    client.force_login(somebody("Editor"))
    clipping = received()
    place = key_of(clipping.figures[0])
    said = posted(clipping) | {f"d-{place}": "other", f"other-{place}": "NONE:2024"}
    page = client.post(f"{LIST}{clipping.pk}/change/", said).content.decode()
    assert "There is no observation NONE:2024" in page
    assert Clipping.objects.get().decisions == {}


def test_a_figure_that_nobody_states_becomes_a_series_of_the_publication(client: Client) -> None:
    clipping = received()
    place = key_of(clipping.figures[0])
    decide(clipping, {place: {"verb": "new", "reason": ""}})
    author = somebody("Author")
    with pytest.raises(ValidationError, match="data editor"):
        take_in(clipping, by=author, at=timezone.now())
    assert not Article.objects.exists()
    article = take_in(clipping, by=None, at=timezone.now())
    [mark] = marks_of(article.body)
    measured = Indicator.objects.get()
    assert "primary source" in measured.definition
    assert mark.reference.endswith(".MORNING_PAPER:2024")


def test_a_new_series_is_about_what_somebody_mended_on_its_card(client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))
    clipping = received(WORDS.replace("9.5 million units", "9.5 million bushels"))
    place = key_of(clipping.figures[0])
    said = posted(clipping) | {
        f"d-{place}": "new", f"subject-{place}": "Yield of maize", f"area-{place}": "PAK", f"period-{place}": "soon",
    }  # fmt: skip
    address = f"{LIST}{clipping.pk}/change/"
    assert "it lacks a subject" in client.post(address, said | {"_make": "1"}).content.decode()
    said |= {f"period-{place}": "2023"}
    assert "The unit bushel of" in client.post(address, said | {"_make": "1"}).content.decode()
    assert not Article.objects.exists()
    Unit.objects.create(code="bushel", name="bushel", symbol="bu")
    client.post(address, said | {"_make": "1"})
    [mark] = marks_of(Article.objects.get().body)
    assert mark.reference == "YIELD_OF_MAIZE.PAK.A.MORNING_PAPER:2023"


def test_what_contradicts_a_stored_value_stands_beside_it(client: Client, cars: None) -> None:
    client.force_login(somebody("Editor"))
    clipping = received(WORDS.replace("9.5 million", "8.1 million"))
    assert not any(figure["sure"] or figure["likely"] for figure in clipping.figures)
    page = client.get(f"{LIST}{clipping.pk}/change/").content.decode()
    beside = page.partition("The clipping prints")[2].partition("</div>")[0]
    assert "8.1 million units" in beside
    assert "9.5 million" in beside
    assert "q=CARS.CHN.A.STAT%3A2024" in beside


def test_a_guessed_period_never_passes_with_others(cars: None) -> None:
    stated(a_series("CARS_GR"), "2024", "12", unit_mult=0)
    clipping = received(
        WORDS.replace("Nobody knows why. The shares rose by 12%", "Production of cars rose by 12%")
    )
    cars_, growth = clipping.figures
    assert (cars_["sure"], growth["period_from"], growth["sure"]) == (True, "inherited", False)
    assert key_of(growth) not in all_sure(clipping)


def test_the_days_of_a_year_leave_room_for_the_year(cars: None) -> None:
    annual = a_series()
    daily = Series.objects.create(
        code="CARS.CHN.D.STAT", indicator=annual.indicator, area=annual.area, unit=annual.unit,
        source=annual.source, frequency="D",
    )  # fmt: skip
    for day in range(1, 29):
        for month in (11, 12):
            stated(daily, f"2024-{month}-{day:02}", "0.02")
    [found, _share] = received().figures
    assert (found["sure"], found["candidates"][0]["reference"]) == (True, CARS)


def test_what_a_rupee_is_is_guessed_from_the_country_that_is_named_most() -> None:
    words = (
        "India grows\n\nIndia is large. In FY25 India spent Rs 5 crore on it.\n\nIt was more than Rs 4 crore."
    )
    first, second = received(words).figures
    assert (first["unit"], first["period"], first["area_guessed"]) == ("INR", "2024/2025", False)
    assert (second["area"], second["area_guessed"]) == ("India", True)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF", "are not read"),
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("a.txt", b"   ", "no text"),
        ("a.html", b"PK\x03\x04", "not what its name says"),
        ("a.txt", b"\x00\xff\xfe\x00", "cannot be read"),
        ("a.eml", b"\x00", ""),
    ],
)
def test_a_bad_file_gets_a_sentence_and_leaves_nothing(
    client: Client, name: str, data: bytes, told: str
) -> None:
    client.force_login(somebody("Editor"))
    page = client.post(ADD, {"file": SimpleUploadedFile(name, data)}).content.decode()
    assert told in page
    assert "errorlist" in page
    assert not Clipping.objects.exists()


def test_nobody_sees_the_clippings_of_others(client: Client, cars: None) -> None:
    clipping = received()
    client.force_login(somebody("Author"))
    assert client.get(f"{LIST}{clipping.pk}/change/").status_code == 404
    assert clipping.title not in client.get(LIST).content.decode()
    there = client.post(ADD, {"text": WORDS}, follow=True).content.decode()
    assert "Somebody else has taken this text in already" in there


def test_the_command_takes_in_and_makes(cars: None, tmp_path: Path) -> None:
    good, bad = tmp_path / "cars.txt", tmp_path / "cars.pdf"
    good.write_text(WORDS)
    bad.write_bytes(b"%PDF")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="1 of 2"):
        call_command("intake", good, bad, make=True, stdout=out, stderr=err)
    assert "2 figures, 1 sure, 0 with a guessed period, article car-makers-had-a-good-year" in out.getvalue()
    assert "are not read" in err.getvalue()
    call_command("intake", good, make=True, stdout=out, stderr=err)
    assert "here already" in out.getvalue()
    assert Article.objects.count() == 1


def test_control_and_turning_characters_harm_nothing(cars: None) -> None:
    clipping = received(WORDS.replace("Nobody", "No\u202ebody\x07 <script>alert(1)</script>"))
    article = take_in(clipping, by=None, at=timezone.now())
    assert "<script>" not in article.body
    assert "\u202e" not in article.body
