"""What is asked of the server: one kind of request a workload, told as an address and a sign of the right answer.

Patterns are filled from a `Draw`. `as_json()` is the shape that `ours.json` of a comparison has: there, fields are
called slug, title, kw, year, words, ind (a number), area and id.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from tests.benchmarks.corpus import Draw


class Workload(NamedTuple):
    """A kind of request.

    Attributes:
        path: the address, with the fields of a draw in braces.
        expect: what the answer has to contain; empty: any 200.
        revalidates: asks with the validator of the answer, and wants 304.
        signed_in: asks as an editor.
    """

    name: str
    path: str
    expect: str = ""
    revalidates: bool = False
    signed_in: bool = False


WORKLOADS = (
    Workload("article", "/articles/{slug}/", "<h1>{title}</h1>"),
    Workload("article_304", "/articles/{slug}/", "<h1>{title}</h1>", revalidates=True),
    Workload("home", "/", "<h1"),
    Workload("keyword", "/keywords/{kw}/", "<article"),
    Workload("search", "/search/?q={words}", "<article"),
    Workload("api_list", "/api/v1/articles/?limit=50", '"standfirst"'),
    Workload("api_detail", "/api/v1/articles/{slug}/", "{slug}"),
    Workload("api_filter", "/api/v1/articles/?keyword={kw}&year={year}&limit=50", "{year}"),
    Workload("api_obs_one", "/api/v1/observations/?indicator=IND{ind:05d}&limit=1000", '"area"'),
    Workload("api_obs_bulk", "/api/v1/observations/?area={area}&limit=1000", '"area"'),
    Workload("admin_list", "/admin/articles/article/", "field-", signed_in=True),
    Workload("admin_edit", "/admin/articles/article/{id}/change/", "{slug}", signed_in=True),
)


def filled(pattern: str, draw: Draw, first_article: int) -> str:
    """The pattern with what was drawn; `first_article` is the key of the corpus' first article."""
    return pattern.format(
        slug=draw.slug,
        title=draw.title,
        kw=draw.keyword,
        year=draw.year,
        words=draw.words,
        ind=int(draw.indicator.removeprefix("IND")),
        area=draw.area,
        id=draw.n + first_article - 1,
    )


def as_json(base: str, first_article: int, user: str, password: str) -> Mapping[str, Any]:
    """Our entry in a comparison."""
    return {
        "ours": {
            "base": base,
            "id_offset": first_article - 1,
            "login": {"path": "/admin/login/", "user": user, "password": password},
            "paths": {each.name: {"path": each.path, "expect": each.expect} for each in WORKLOADS},
        }
    }
