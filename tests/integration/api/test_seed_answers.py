"""The seed article and its figures, as the API tells them."""

from typing import Any

import pytest

from tests.integration.api.conftest import Api

pytestmark = pytest.mark.django_db
SLUG = "new-quality-productive-forces"
LEVEL = "RD_EXP.CHN.A.NBS:2023"


@pytest.fixture(autouse=True)
def _the_seed(seeded: None) -> None:
    pass


def test_the_revised_level_is_told_with_both_vintages(api: Api) -> None:
    told = api.get(f"observations/{LEVEL}/")
    assert (told["value"], told["unit_mult"], told["decimals"], told["unit"]) == ("3335.71", 9, 2, "CNY")
    assert told["canonical"] == "3335710000000"
    assert told["revised"] is True
    assert [(each["stated_on"], each["value"]) for each in told["vintages"]] == [
        ("2024-02-29", "3327.8"),
        ("2024-10-02", "3335.71"),
    ]


def test_in_may_the_level_was_not_revised(api: Api) -> None:
    told = api.get(f"observations/{LEVEL}/?as_of=2024-05-01")
    assert (told["value"], told["revised"], len(told["vintages"])) == ("3327.8", False, 1)


def test_before_anything_was_stated_there_is_no_observation(api: Api) -> None:
    assert api.get(f"observations/{LEVEL}/?as_of=2024-02-28", 404)["status"] == 404
    assert api.get("observations/?indicator=RD_EXP&as_of=2020-01-01")["results"] == []


def test_a_list_and_a_single_row_tell_the_same(api: Api) -> None:
    listed = api.get("observations/?series=RD_EXP.CHN.A.NBS&period=2023")["results"]
    assert listed == [api.get(f"observations/{LEVEL}/")]


def test_trailing_zeros_stay_as_printed(api: Api) -> None:
    told = api.get("observations/?indicator=SOLAR_CELL_PROD_GR&period=2023")["results"]
    values = [each["value"] for each in api.get("observations/?limit=1000")["results"]]
    assert "54.0" in values
    assert all(isinstance(each["value"], str) for each in told)


def test_two_sources_are_two_observations(api: Api) -> None:
    rows = api.get("observations/?indicator=NEV_PROD&period=2023")["results"]
    assert {(row["source"], row["value"]) for row in rows} == {("nbs", "9.443"), ("caam", "9.587")}
    for source in ("caam", "CAAM"):
        assert len(api.get(f"observations/?indicator=NEV_PROD&period=2023&source={source}")["results"]) == 1


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("period_from=2023", True),
        ("period_from=2024", False),
        ("period_to=2022", False),
        ("period_from=2022-Q4&period_to=2023", True),
        ("frequency=A", True),
        ("frequency=M", False),
        ("area=CHN", True),
        ("area=PAK", False),
        ("period=2023", True),
        ("period=2023-05", False),
    ],
)
def test_observations_are_filtered(api: Api, asked: str, expected: Any) -> None:
    found = api.get(f"observations/?series=RD_EXP.CHN.A.NBS&{asked}")["results"]
    assert (LEVEL in [row["key"] for row in found]) is expected


def test_the_article_tells_its_quotations_and_editions(api: Api) -> None:
    told = api.get(f"articles/{SLUG}/")
    assert (told["figures"], len(told["quotations"])) == (10, 10)
    verdicts = [each["verdict"] for each in told["quotations"]]
    assert verdicts.count("superseded") == 2
    revised = next(each for each in told["quotations"] if each["observation"] == LEVEL)
    assert (revised["pinned"]["value"], revised["newer"]["value"]) == ("3327.8", "3335.71")
    assert told["editions"] == [
        {
            "number": 1,
            "kind": "first",
            "published_at": told["published_at"],
            "superseded_at": None,
            "public_note": "",
            "passages": [],
            "url": f"/articles/{SLUG}/editions/1/",
        }
    ]


def test_in_may_nothing_was_superseded(api: Api) -> None:
    told = api.get(f"articles/{SLUG}/?as_of=2024-05-01")
    assert "superseded" not in [each["verdict"] for each in told["quotations"]]
    assert all(each["newer"] is None for each in told["quotations"])
    assert api.get("quotations/?verdict=superseded&as_of=2024-05-01")["results"] == []


def test_before_its_first_edition_there_is_no_article(api: Api) -> None:
    assert api.get(f"articles/{SLUG}/?as_of=2024-03-30", 404)["title"] == "Not found"
    assert api.get("articles/?as_of=2024-03-30")["results"] == []
    assert len(api.get("articles/?as_of=2024-03-31")["results"]) == 3


def test_quotations_are_found_by_verdict_indicator_and_article(api: Api) -> None:
    superseded = api.get("quotations/?verdict=superseded&limit=2")
    assert [row["observation"] for row in superseded["results"]] == [LEVEL, "RD_EXP_GR.CHN.A.NBS:2023"]
    assert superseded["next"] is None
    assert len(api.get("quotations/?indicator=NEV_PROD")["results"]) == 3
    assert len(api.get(f"quotations/?article={SLUG}")["results"]) == 10
    assert api.get("quotations/?article=no-such")["results"] == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("keyword=china", 3),
        ("keyword=economics", 3),
        ("keyword=no-such", 0),
        ("language=en", 1),
        ("language=ur", 1),
        ("year=2024", 3),
        ("year=2023", 0),
        ("published_after=2024-03-31&published_before=2024-03-31", 3),
        ("published_after=2024-04-01", 0),
        ("published_before=2024-03-30", 0),
        ("publication=business-recorder", 3),
        ("publication=other", 0),
        ("author=yang-yundong", 3),
        ("author=other", 0),
        ("quotes=NEV_PROD", 3),
        ("quotes=OTHER", 0),
    ],
)
def test_articles_are_filtered(api: Api, asked: str, expected: Any) -> None:
    assert len(api.get(f"articles/?{asked}")["results"]) == expected


def test_candidates_are_in_the_api_with_their_status(api: Api) -> None:
    assert api.get("keywords/traditional-economic/")["status"] == "candidate"
    candidates = api.get("keywords/?status=candidate")["results"]
    assert "traditional-economic" in [each["slug"] for each in candidates]
    carried = api.get("articles/")["results"][0]["keywords"]
    assert {
        "slug": "traditional-economic",
        "name": "Traditional economic",
        "kind": "topic",
        "status": "candidate",
    } in carried


def test_the_catalogue_is_reached_by_its_keys(api: Api) -> None:
    assert api.get("indicators/NEV_PROD/")["unit"]["code"] == "vehicle"
    assert api.get("series/NEV_PROD.CHN.A.NBS/")["source"] == "nbs"
    assert api.get("sources/nbs/")["code"] == "NBS"
    release = api.get(f"observations/{LEVEL}/")["release"]
    assert api.get(f"releases/{release}/")["published_on"] == "2024-10-02"
    for missing in (
        "indicators/X/",
        "series/X/",
        "sources/x/",
        "releases/x/",
        "keywords/x/",
        "observations/x/",
    ):
        assert api.get(missing, 404)["type"].endswith("not-found")


def test_as_of_is_accepted_where_it_changes_nothing(api: Api) -> None:
    for resource in ("keywords", "sources", "releases", "indicators", "series"):
        plain, dated = api.get(f"{resource}/"), api.get(f"{resource}/?as_of=2024-05-01")
        assert plain["results"] == dated["results"]
