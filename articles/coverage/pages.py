"""The report on coverage: a page of the admin, sorted by its headings, and the same as CSV."""

from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.coverage.asking import GROUPINGS, ORDERINGS, Row, coverage, in_all, row_of
from taxonomy.csv_text import csv_lines, text_cell

PER_PAGE = 100
MOST_EXPORTED = 50_000
BY, ORDER = "article", "-unbound"
HEADINGS = {
    "editions": gettext_lazy("Articles"),
    "numbers": gettext_lazy("Numbers"),
    "unbound": gettext_lazy("Not bound"),
    "share": gettext_lazy("Bound"),
}
PAGES = {
    "article": "admin:articles_article_change",
    "author": "admin:articles_agent_change",
    "publication": "admin:articles_publication_change",
}


def addresses(site: admin.AdminSite) -> list[URLPattern]:
    """The addresses of the report, in the admin."""
    return [
        path("coverage/", site.admin_view(report), name="articles_edition_coverage"),
        path("coverage/export.csv", site.admin_view(export), name="articles_edition_coverage_export"),
    ]


def _asked(request: HttpRequest) -> tuple[str, str]:
    """How to group and to sort; what is not known is as if it had not been asked."""
    if not request.user.has_perm("articles.view_edition"):
        raise PermissionDenied
    by, order = request.GET.get("by", BY), request.GET.get("o", ORDER)
    return by if by in GROUPINGS else BY, order if order.removeprefix("-") in ORDERINGS else ORDER


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """One page of groups, and the sum of all. Three queries besides those of every page, however many editions."""
    by, order = _asked(request)
    now = timezone.now()
    pages = Paginator(coverage(by, order, now), PER_PAGE)
    found = pages.get_page(request.GET.get("p"))
    context = {
        **admin.site.each_context(request),
        "title": _("Coverage"),
        "by": by,
        "order": order,
        "groupings": [(name, each.label) for name, each in GROUPINGS.items()],
        "headings": _headings(by, order),
        "page": found,
        "page_range": pages.get_elided_page_range(found.number),
        "rows": [(row, _link(by, row, request.user)) for row in (row_of(by, each) for each in found)],
        "all": in_all(now),
        "asked": urlencode({"by": by, "o": order}),
    }
    return TemplateResponse(request, "admin/articles/coverage/report.html", context)


def _headings(by: str, order: str) -> list[dict[str, Any]]:
    """Each column with the address that sorts by it, the other way round if it does already."""
    labels = {"name": GROUPINGS[by].heading, **(HEADINGS if by != "article" else _without_editions())}
    told = []
    for name, label in labels.items():
        sorts = "descending" if order == f"-{name}" else "ascending" if order == name else ""
        following = name if sorts == "descending" or (name == "name" and not sorts) else f"-{name}"
        told.append(
            {"name": name, "label": label, "sorts": sorts, "query": urlencode({"by": by, "o": following})}
        )
    return told


def _without_editions() -> dict[str, Any]:
    """Of an article one edition is current."""
    return {name: label for name, label in HEADINGS.items() if name != "editions"}


def _link(by: str, row: Row, person: Any) -> str:
    if by not in PAGES or row.key is None:
        return ""
    model = PAGES[by].removeprefix("admin:articles_").removesuffix("_change")
    return reverse(PAGES[by], args=[row.key]) if person.has_perm(f"articles.view_{model}") else ""


@require_safe
def export(request: HttpRequest) -> HttpResponseBase:
    """Every group as CSV, streamed; no cell is taken for a formula."""
    by, order = _asked(request)
    rows = coverage(by, order, timezone.now())[:MOST_EXPORTED].iterator(chunk_size=500)
    headers = {
        "Content-Disposition": f'attachment; filename="coverage-{by}.csv"',
        "Cache-Control": "no-store",
    }
    lines = _lines(by, (row_of(by, each) for each in rows))
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def _lines(by: str, rows: Iterator[Row]) -> Iterator[str]:
    head = [by, "articles", "numbers", "bound", "not_bound", "bound_percent", "not_counted"]
    return csv_lines(chain([head], map(_cells, rows)))


def _cells(row: Row) -> list[Any]:
    counts = [row.editions, row.numbers, row.bound, row.unbound, row.share or "", row.uncounted]
    return [text_cell(str(row.name)), *counts]
