"""Query budgets: at most three for a list, and not one more for more rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import EditionKeyword, Quotation
from taxonomy.models import Keyword
from tests.integration.api import builders
from tests.integration.api.conftest import Api

pytestmark = pytest.mark.django_db
LISTS = (
    *(
        "articles/?limit=100",
        "articles/?keyword=steel&limit=100",
        "articles/?quotes=STEEL_PROD",
        "quotations/?limit=100",
    ),
    *(
        "quotations/?verdict=exact",
        "keywords/?limit=100",
        "keywords/?broader=steel",
        "indicators/?keyword=steel",
    ),
    *(
        "series/",
        "sources/",
        "releases/",
        "observations/?limit=1000",
        "observations/?indicator=STEEL_PROD&area=CHN",
    ),
)


def filled(count: int, start: int) -> None:
    steel, _new = Keyword.objects.get_or_create(slug="steel", defaults={"name": "Steel"})
    Keyword.objects.bulk_create(
        Keyword(slug=f"steel-{n}", name=f"Steel {n}", parent=steel) for n in range(start, start + count)
    )
    series = builders.series(area="PAK" if start else "CHN")
    series.indicator.keywords.add(steel)
    observed = builders.observations(series, count)
    figure = {
        "n": 1,
        "text": "5",
        "value": "5",
        "observation": "X:2023",
        "indicator": {"code": "X"},
        "pinned": None,
    }
    figure["timeline"] = [{"day": "2024-01-01", "verdict": "exact", "state": "holds", "newer": None}]
    for edition, observation in zip(builders.articles(count, start=start), observed, strict=True):
        type(edition).objects.filter(pk=edition.pk).update(figures=[figure])
        EditionKeyword.objects.create(edition=edition, keyword=steel)
        Quotation.objects.create(
            edition=edition, position=1, text="5", observation=observation, verdict="exact"
        )


def budget(api: Api, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        api.get(address)
    return len(asked)


def test_lists_cost_the_same_at_ten_and_a_thousand_rows(api: Api) -> None:
    filled(10, start=0)
    few = {address: budget(api, address) for address in LISTS}
    filled(990, start=10)
    many = {address: budget(api, address) for address in LISTS}
    assert few == many
    assert max(few.values()) <= 3, few


def test_single_rows_cost_little(seeded: None, api: Api) -> None:
    budgets = {
        address: budget(api, address)
        for address in (
            *(
                "articles/new-quality-productive-forces/",
                "observations/RD_EXP.CHN.A.NBS:2023/",
                "indicators/NEV_PROD/",
            ),
            *("series/NEV_PROD.CHN.A.NBS/", "sources/nbs/", "keywords/china/"),
        )
    }
    assert max(budgets.values()) <= 5, budgets
    assert budgets["articles/new-quality-productive-forces/"] == 2
    assert budgets["observations/RD_EXP.CHN.A.NBS:2023/"] == 1


def test_a_known_page_of_observations_costs_one_query(api: Api) -> None:
    builders.observations(builders.series(), 20)
    first = api.response("observations/")
    with CaptureQueriesContext(connection) as asked:
        assert api.response("observations/", **{"if-none-match": first["ETag"]}).status_code == 304
    assert len(asked) == 1
