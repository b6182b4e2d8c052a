"""What the article form asks for while somebody writes: the panel of figures, and proposals for a mark."""

from dataclasses import asdict

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from articles.figures.finding import find_figures, summary_of
from articles.figures.panel import panel_of
from taxonomy.languages import Language

PANEL = "admin/articles/article/figures_panel.html"
TODO = "admin/articles/article/todo.html"
LONGEST_QUERY = 300


@require_POST
def check_figures(request: HttpRequest) -> JsonResponse:
    """Judge the figures of the posted `body`, which is not stored. Answers their states and the panel."""
    _allow_writers(request)
    try:
        panel = panel_of(
            request.POST.get("body", ""), _language(request.POST.get("language")), timezone.localdate()
        )
    except ValidationError as error:
        return JsonResponse({"problem": " ".join(error.messages)}, status=400)
    html = render_to_string(PANEL, {"panel": panel}, request=request)
    todo = render_to_string(
        TODO, {"panel": panel, "problem_count": request.POST.get("problems", "").strip("0")}, request=request
    )
    return JsonResponse({"summary": panel.summary, "figures": panel.as_data(), "html": html, "todo": todo})


@require_GET
def find(request: HttpRequest) -> JsonResponse:
    """Proposals for `q`, judged for the words `text`."""
    _allow_writers(request)
    # PostgreSQL takes no zero byte, not even to look for it.
    typed = request.GET.get("q", "")[:LONGEST_QUERY].replace("\x00", " ")
    found = find_figures(
        typed,
        selected=request.GET.get("text", "")[:LONGEST_QUERY],
        language=_language(request.GET.get("language")),
        day=timezone.localdate(),
    )
    return JsonResponse({"summary": summary_of(found, typed), "results": [asdict(one) for one in found]})


def _language(asked: str | None) -> str:
    return asked if asked in Language.values else Language.ENGLISH


def _allow_writers(request: HttpRequest) -> None:
    if not (
        request.user.has_perm("articles.change_article") or request.user.has_perm("articles.add_article")
    ):
        raise PermissionDenied(_("You may not write articles."))
