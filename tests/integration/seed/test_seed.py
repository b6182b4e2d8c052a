"""`manage.py loaddata seed`: the whole article, every figure sourced, and nothing twice."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from articles.editions.models import Edition
from articles.editions.rendering import page_on
from articles.editions.states import tally
from articles.figures.marks import words_of
from articles.figures.models import Quotation
from articles.writing.models import Article
from indicators.observations.models import Vintage
from taxonomy.models import Keyword

pytestmark = pytest.mark.django_db
SEED = Path("articles/fixtures/seed.yaml")
SLUG = "new-quality-productive-forces"


def the_edition(language: str = "en") -> Edition:
    found: Edition = Edition.objects.get(language=language)
    return found


def the_article() -> Article:
    found: Article = Article.objects.get(slug=SLUG)
    return found


@pytest.fixture
def _seed() -> None:
    call_command("loaddata", "seed", verbosity=0)


@pytest.mark.usefixtures("_seed")
class TestTheSeed:
    def test_ten_figures_stand_in_the_text_and_nowhere_else(self) -> None:
        edition = the_edition()
        assert edition.page_html.count("data-observation=") == 10
        assert edition.body.count("data-observation=") == 10

    def test_eight_hold_and_the_two_about_research_are_revised_since(self) -> None:
        edition = the_edition()
        assert tally(edition.figures, date(2026, 1, 1)) == {"holds": 8, "revised": 2}
        assert "Since revised to 3,335.71 billion, 2024-10-02" in words_of(edition.page_html)
        assert "Since revised to 8.4%, 2024-10-02" in words_of(edition.page_html)
        superseded = Quotation.objects.filter(verdict="superseded").values_list("text", flat=True)
        assert set(superseded) == {"3,327.8 billion RMB", "8.1%"}

    def test_in_may_2024_nothing_had_been_revised(self) -> None:
        page = page_on(the_edition(), date(2024, 5, 1)).page_html
        assert 'data-state="revised"' not in page
        assert "10 figures: 10 hold" in page

    def test_the_values_are_the_source_s_own_digits(self) -> None:
        values = Vintage.objects.filter(
            observation__series__code="RD_EXP.CHN.A.NBS", observation__period="2023"
        )
        assert [str(v.value) for v in values.order_by("stated_on")] == ["3327.8", "3335.71"]
        growth = Vintage.objects.get(observation__series__code="SOLAR_CELL_PROD_GR.CHN.A.NBS")
        assert str(growth.value) == "54.0"

    def test_the_twelve_keywords_are_in_their_order_and_one_is_a_candidate(self) -> None:
        names = [each["name"] for each in the_edition().snapshot["keywords"]]
        assert len(names) == 12
        assert names[0] == "Economics"
        assert names[-1] == "CPEC"
        assert Keyword.objects.get(status="candidate").name == "Traditional economic"

    def test_loading_twice_changes_nothing(self) -> None:
        before = {model: model.objects.count() for model in (Edition, Vintage, Keyword, Article, Quotation)}
        etag = the_edition().etag
        call_command("loaddata", "seed", verbosity=0)
        assert {model: model.objects.count() for model in before} == before
        assert the_edition().etag == etag

    def test_recompiling_changes_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("recompile")
        assert capsys.readouterr().out.startswith("0 of 3 editions changed")

    def test_a_working_copy_edited_since_is_kept(self) -> None:
        Article.objects.filter(slug=SLUG).update(title="A better headline")
        the_article().keyword_rows.filter(position=1).delete()
        call_command("loaddata", "seed", verbosity=0)
        assert the_article().title == "A better headline"
        assert the_article().keyword_rows.count() == 11


def _changed(tmp_path: Path, model: str, where: dict[str, object], **fields: object) -> Path:
    """The seed with one record changed."""
    records = yaml.safe_load(SEED.read_text(encoding="utf-8"))
    record = next(
        r for r in records if r["model"] == model and all(r["fields"].get(k) == v for k, v in where.items())
    )
    record["fields"].update(fields)
    target = tmp_path / "changed.yaml"
    target.write_text(yaml.safe_dump(records, allow_unicode=True), encoding="utf-8")
    return target


VINTAGE = {"value": "9.443"}


@pytest.mark.parametrize(
    ("model", "where", "fields", "told"),
    [
        ("indicators.vintage", VINTAGE, {"value": 9.443}, "floating-point"),
        ("indicators.vintage", VINTAGE, {"value": "nine"}, "not a decimal"),
        ("indicators.vintage", VINTAGE, {"value": None}, "vintage_has_a_value_or_says_why_not"),
        ("indicators.vintage", VINTAGE, {"release": ["no-such-release"]}, "no-such-release"),
        ("indicators.observation", {"period": "2023"}, {"period": "2023-Q9"}, "not a period"),
        ("taxonomy.keyword", {"slug": "economics"}, {"kind": "mood"}, "mood"),
        ("articles.article", {"language": "en"}, {"issued": "2024-02-31"}, "2024-02-31"),
    ],
)
def test_a_bad_record_loads_nothing_and_says_which_and_why(
    tmp_path: Path, model: str, where: dict[str, object], fields: dict[str, object], told: str
) -> None:
    file = _changed(tmp_path, model, where, **fields)
    with pytest.raises(CommandError, match=told) as refused:
        call_command("loaddata", str(file), verbosity=0)
    assert model in str(refused.value)
    assert not Keyword.objects.exists()


def test_a_body_with_an_unknown_series_loads_nothing(tmp_path: Path) -> None:
    text = SEED.read_text(encoding="utf-8").replace(
        'data-observation="NEV_PROD.CHN.A.NBS:2023"', 'data-observation="NEV_PRODS.CHN.A.NBS:2023"'
    )
    file = tmp_path / "unknown.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=r"NEV_PRODS\.CHN\.A\.NBS:2023.*not in the catalogue"):
        call_command("loaddata", str(file), verbosity=0)
    assert not Article.objects.exists()


@pytest.mark.usefixtures("_seed")
@pytest.mark.parametrize(
    ("model", "where", "fields"),
    [
        ("indicators.vintage", VINTAGE, {"decimals": 2}),
        ("articles.edition", {"number": 1}, {"published_at": "2024-04-01T00:00:00+05:00"}),
    ],
)
def test_what_was_stated_or_published_is_never_overwritten(
    tmp_path: Path, model: str, where: dict[str, object], fields: dict[str, object]
) -> None:
    file = _changed(tmp_path, model, where, **fields)
    with pytest.raises(CommandError, match="It never changes"):
        call_command("loaddata", str(file), verbosity=0)
