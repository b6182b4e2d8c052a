"""The addresses of notes, below those of their article. A script asks for JSON; without one there are pages."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.notes import verbs
from articles.notes.anchoring import Anchor
from articles.notes.forms import AnswerForm, NoteForm
from articles.notes.listing import notes_of
from articles.notes.models import Note
from articles.notes.people import mentioned_in, readers_of
from articles.workflow.permissions import article_for
from articles.writing.models import Article

PANEL = "admin/articles/article/note_list.html"
MOST_PEOPLE = 8
DOES = {"resolve": verbs.resolve, "reopen": verbs.reopen}


def addresses(site: AdminSite) -> list[URLPattern]:
    """The addresses of this slice."""
    wrap = site.admin_view
    return [
        path("<int:pk>/notes/add/", wrap(add_note), name="articles_article_note_add"),
        path("<int:pk>/notes/people/", wrap(people), name="articles_article_note_people"),
        path("<int:pk>/notes/<int:note>/answer/", wrap(answer_note), name="articles_article_note_answer"),
        path("<int:pk>/notes/<int:note>/<slug:verb>/", wrap(note_verb), name="articles_article_note_verb"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def add_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the passage and the words, or take what was selected in the editor."""
    article = article_for(request.user, "comment", pk)

    def write(form: Any) -> Note:
        anchor = Anchor(**form.anchor())
        return verbs.add(
            article, form.cleaned_data["body"], by=request.user, at=timezone.now(), anchor=anchor
        )

    return _write(request, article, NoteForm(request.POST or None), write, _("Write a note"))


@require_http_methods(["GET", "HEAD", "POST"])
def answer_note(request: HttpRequest, pk: int, note: int) -> HttpResponse:
    """Ask for the words of the answer."""
    article = article_for(request.user, "comment", pk)
    first = get_object_or_404(Note.objects.select_related("article"), pk=note, article=article.pk)

    def write(form: Any) -> Note:
        return verbs.answer(first, form.cleaned_data["body"], by=request.user, at=timezone.now())

    return _write(request, article, AnswerForm(request.POST or None), write, _("Answer"), about=first)


@require_POST
def note_verb(request: HttpRequest, pk: int, note: int, verb: str) -> HttpResponse:
    """Resolve it, or open it again."""
    article = article_for(request.user, "comment", pk)
    if verb not in DOES:
        raise Http404
    found = get_object_or_404(
        Note.objects.select_related("article"), pk=note, article=article.pk, parent=None
    )
    try:
        DOES[verb](found, by=request.user, at=timezone.now())
    except ValidationError as error:
        if _asks_for_json(request):
            return _answer(request, article, " ".join(error.messages))
        messages.warning(request, " ".join(error.messages))
    return _answer(request, article, "") if _asks_for_json(request) else _back(article)


@require_safe
def people(request: HttpRequest, pk: int) -> JsonResponse:
    """Who may be mentioned: people who may see the article whose name begins with what was typed."""
    article = article_for(request.user, "comment", pk)
    typed = request.GET.get("q", "")[:150]
    found = readers_of(article).filter(username__istartswith=typed) if "\0" not in typed else []
    told = [{"name": each.get_username(), "full": each.get_full_name()} for each in found[:MOST_PEOPLE]]
    return JsonResponse({"people": told})


def _write(
    request: HttpRequest,
    article: Article,
    form: forms.Form,
    write: Callable[[Any], Note],
    title: str,
    about: Note | None = None,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            note = write(form)
        except ValidationError as error:
            form.add_error(None, ValidationError(error.messages))
        else:
            told = _untold(note, article)
            if _asks_for_json(request):
                return _answer(request, article, told)
            messages.success(request, " ".join(part for part in (_("The note is written."), told) if part))
            return _back(article)
    if _asks_for_json(request):
        wrong = [str(each) for errors in form.errors.values() for each in errors]
        return JsonResponse({"problem": " ".join(wrong)}, status=400)
    context = {
        **admin.site.each_context(request),
        "title": title,
        "form": form,
        "about": about,
        "article": article,
        "opts": Article._meta,
    }
    return TemplateResponse(request, "admin/articles/article/note.html", context)


def _untold(note: Note, article: Article) -> str:
    """A name that is nobody's, or somebody's who may not see the article: one sentence for both."""
    _people, unknown = mentioned_in(note.body, article)
    names = ", ".join(f"@{name}" for name in unknown)
    return _("Nobody who may see this article is called %(names)s.") % {"names": names} if unknown else ""


def _answer(request: HttpRequest, article: Article, told: str) -> JsonResponse:
    notes = notes_of(request.user, article)
    html = render_to_string(PANEL, {"notes": notes, "original": article}, request=request)
    return JsonResponse({"html": html, "open": notes.open if notes else 0, "told": told})


def _asks_for_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _back(article: Article) -> HttpResponse:
    return redirect(reverse("admin:articles_article_change", args=[article.pk]) + "#notes")
