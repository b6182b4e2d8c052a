"""Keywords by pasting and by suggestion, as the article form posts and shows them. Works without scripts.

What a list leaves to be decided waits in the session, so that nothing of it is lost between two saves.
"""

from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.figures.marks import plain_text
from articles.workflow.permissions import article_for
from articles.writing.models import Article, ArticleKeyword
from articles.writing.sanitising import MOST_CHARACTERS
from articles.writing.suggesting import suggestions
from articles.writing.tagging import MOST_KEYWORDS, Tagged, add_keywords, tag, terms_of
from taxonomy.models import Keyword, Status
from taxonomy.recognising import recognise

ROWS = "admin/articles/article/panels/keyword_rows.html"
CHIPS = "admin/articles/article/panels/keyword_chips.html"
CREATE = "taxonomy.add_keyword"


def addresses(site: AdminSite) -> list[URLPattern]:
    """What the form asks for while somebody pastes."""
    return [
        path("keywords/recognise/", site.admin_view(recognise_view), name="articles_article_recognise"),
        path("keywords/suggest/", site.admin_view(suggest_view), name="articles_article_suggest"),
    ]


def tag_posted(request: HttpRequest, article: Article, pasted: list[str]) -> None:
    """Add what the form names, say so, and keep what is left to be decided. The caller holds the transaction."""
    open_terms = request.POST.getlist("open_term")[:MOST_KEYWORDS]
    choices = {term: request.POST.get(f"choice-{n}", "") for n, term in enumerate(open_terms, 1)}
    if not request.user.has_perm(CREATE):
        choices = {term: choice for term, choice in choices.items() if choice != "create"}
    ticked = [number for each in request.POST.getlist("suggested")[:MOST_KEYWORDS] if (number := _id(each))]
    if not (pasted or open_terms or ticked):
        return
    terms = list(dict.fromkeys([*pasted, *open_terms]))
    person: Any = request.user
    try:
        chosen = Keyword.objects.filter(pk__in=ticked).exclude(status=Status.DEPRECATED)
        done = tag(article, terms, choices=choices, by=person, at=timezone.now())
        done.added += add_keywords(article, chosen)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        _keep(request, article, terms)
        return
    _tell(request, done)
    _keep(request, article, [each.term for each in done.open])


def _tell(request: HttpRequest, done: Tagged) -> None:
    if done.added:
        names = ", ".join(keyword.name for keyword in done.added)
        messages.success(request, _("Keywords added: %(names)s.") % {"names": names})
    if done.already:
        names = ", ".join(each.term for each in done.already)
        messages.info(request, _("There already: %(names)s.") % {"names": names})
    if done.open:
        names = ", ".join(each.term for each in done.open)
        words = _("To be decided: %(names)s.") % {"names": names}
        messages.warning(request, format_html('<a href="#open-keywords">{}</a>', words))


def _key(article: Article) -> str:
    return f"open-keywords-{article.pk}"


def _keep(request: HttpRequest, article: Article, terms: list[str]) -> None:
    if terms:
        request.session[_key(article)] = terms[: 2 * MOST_KEYWORDS]
    else:
        request.session.pop(_key(article), None)


def tools_of(request: HttpRequest, article: Article | None) -> dict[str, Any]:
    """For the form: what is to be decided, and suggestions where they are asked for without a script."""
    tools: dict[str, Any] = {"most": MOST_KEYWORDS}
    if article is None or not article.pk:
        return tools
    waiting = request.session.get(_key(article), [])
    tools |= {"rows": recognise(waiting) if waiting else [], "may_create": request.user.has_perm(CREATE)}
    if "suggest" in request.GET:
        tools["suggestions"] = _suggestions(article.title, article.standfirst, article.body, article.pk)
    return tools


@require_POST
def recognise_view(request: HttpRequest) -> HttpResponse:
    """The rows of a list that was just pasted; nothing is stored."""
    _allow_writers(request)
    try:
        context: dict[str, Any] = {"rows": recognise(terms_of(request.POST.get("text", "")))}
    except ValidationError as error:
        context = {"refusal": " ".join(error.messages)}
    return TemplateResponse(request, ROWS, {**context, "may_create": request.user.has_perm(CREATE)})


@require_POST
def suggest_view(request: HttpRequest) -> HttpResponse:
    """Keywords that the text in the form names; nothing is stored."""
    _allow_writers(request)
    title, standfirst, body = (
        request.POST.get(name, "")[:MOST_CHARACTERS] for name in ("title", "standfirst", "body")
    )
    found = _suggestions(title, standfirst, body, _article_asked(request))
    return TemplateResponse(request, CHIPS, {"suggestions": found})


def _article_asked(request: HttpRequest) -> int:
    """The id of the article in the form; 0 for one that is not stored yet.

    Raises:
        Http404: there is none that concerns this person.
        PermissionDenied: this person may not write in it.
    """
    asked = request.POST.get("article", "")
    return article_for(request.user, "edit", _id(asked)).pk if asked else 0


def _id(text: str) -> int:
    """An id as a form posts it; 0, which nothing has, for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else 0


def _suggestions(title: str, standfirst: str, body: str, article: int) -> list[Any]:
    carried = set(ArticleKeyword.objects.filter(article=article).values_list("keyword", flat=True))
    return suggestions("\n".join((title, standfirst, plain_text(body))), carried)


def _allow_writers(request: HttpRequest) -> None:
    if not (
        request.user.has_perm("articles.change_article") or request.user.has_perm("articles.add_article")
    ):
        raise PermissionDenied(_("You may not write articles."))
