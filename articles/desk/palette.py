"""The command palette: go to a page, an action, or a thing that this person may open. Every list is bounded."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import DELETION, LogEntry
from django.db.models import Q, QuerySet
from django.http import HttpRequest, JsonResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.desk.navigation import Words, navigation
from articles.writing.models import Article
from indicators.models import Indicator, Release, Series, Source
from taxonomy.languages import direction
from taxonomy.models import Keyword
from taxonomy.printable import plain_line

MOST_LETTERS = 100
MOST_WORDS = 8
MOST_EACH = 6
MOST_LOG_ROWS = 60
ACTIONS: tuple[tuple[Words, str, str], ...] = (
    (gettext_lazy("Write an article"), "admin:articles_article_add", "articles.add_article"),
    (gettext_lazy("Take in a clipping"), "admin:articles_clipping_add", "articles.add_clipping"),
    (gettext_lazy("Make a joint release"), "admin:articles_jointrelease_add", "articles.add_jointrelease"),
    (gettext_lazy("Upload an image"), "admin:articles_image_add", "articles.add_image"),
    (gettext_lazy("Import data"), "admin:indicators_dataimport_add", "indicators.add_dataimport"),
    (gettext_lazy("Add a keyword"), "admin:taxonomy_keyword_add", "taxonomy.add_keyword"),
    (gettext_lazy("Add an indicator"), "admin:indicators_indicator_add", "indicators.add_indicator"),
    (gettext_lazy("Add a series"), "admin:indicators_series_add", "indicators.add_series"),
    (gettext_lazy("Add a source"), "admin:indicators_source_add", "indicators.add_source"),
    (gettext_lazy("Add a release"), "admin:indicators_release_add", "indicators.add_release"),
    (gettext_lazy("Change password"), "admin:password_change", ""),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the palette."""

    label: str
    url: str
    detail: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one kind, under a heading."""

    label: str
    places: list[Place]


@require_safe
def palette(request: HttpRequest) -> JsonResponse:
    """What `q` finds; without it, what this person changed last and where they may go."""
    words = plain_line(request.GET.get("q", "")[:MOST_LETTERS]).split()[:MOST_WORDS]
    groups = found(request.user, words) if words else at_first(request.user)
    answer = {"groups": [asdict(each) for each in groups if each.places]}
    return JsonResponse(answer, headers={"Cache-Control": "no-store"})


def at_first(person: Any) -> list[Group]:
    """Before anything is typed."""
    return [
        Group(_("Changed by you"), _recent(person)),
        Group(_("Actions"), _actions(person, [])),
        Group(_("Pages"), _pages(person, [])),
    ]


def found(person: Any, words: list[str]) -> list[Group]:
    """What has all these words."""
    groups = [Group(_("Actions"), _actions(person, words)), Group(_("Pages"), _pages(person, words))]
    for label, permission, find in KINDS:
        if person.has_perm(permission):
            groups.append(Group(str(label), find(person, words)))
    return groups


def _has(text: Words, words: Iterable[str]) -> bool:
    folded = str(text).casefold()
    return all(word.casefold() in folded for word in words)


def _actions(person: Any, words: list[str]) -> list[Place]:
    allowed = [each for each in ACTIONS if not each[2] or person.has_perm(each[2])]
    return [Place(str(label), reverse(name)) for label, name, _perm in allowed if _has(label, words)]


def _pages(person: Any, words: list[str]) -> list[Place]:
    return [
        Place(str(link.label), link.url, str(section.label) if len(section.links) > 1 else "")
        for section in navigation(person, "")
        for link in section.links
        if _has(link.label, words)
    ]


def _each_word(queryset: QuerySet[Any], words: list[str], *columns: str) -> QuerySet[Any]:
    for word in words:
        wanted = Q()
        for column in columns:
            wanted |= Q(**{f"{column}__icontains": word})
        queryset = queryset.filter(wanted)
    return queryset


def _articles(person: Any, words: list[str]) -> list[Place]:
    asked = _each_word(Article.objects.visible_to(person).order_by("-updated_at"), words, "title", "slug")
    rows = asked.only("pk", "title", "language")[:MOST_EACH]
    return [
        Place(
            row.title,
            reverse("admin:articles_article_change", args=[row.pk]),
            row.get_language_display(),
            row.language,
            direction(row.language),
        )
        for row in rows
    ]


def _keywords(person: Any, words: list[str]) -> list[Place]:
    rows = Keyword.objects.searching(" ".join(words)).order_by("name")[:MOST_EACH]
    return [Place(row.name, reverse("admin:taxonomy_keyword_change", args=[row.pk])) for row in rows]


def _indicators(person: Any, words: list[str]) -> list[Place]:
    rows = _each_word(Indicator.objects.order_by("code"), words, "name", "code")[:MOST_EACH]
    return [
        Place(row.label, reverse("admin:indicators_indicator_change", args=[row.pk]), row.code)
        for row in rows
    ]


def _series(person: Any, words: list[str]) -> list[Place]:
    asked = Series.objects.select_related("indicator").order_by("code")
    rows = _each_word(asked, words, "code", "indicator__name")[:MOST_EACH]
    return [
        Place(row.code, reverse("admin:indicators_series_change", args=[row.pk]), row.indicator.label)
        for row in rows
    ]


def _sources(person: Any, words: list[str]) -> list[Place]:
    rows = _each_word(Source.objects.order_by("code"), words, "name", "code")[:MOST_EACH]
    return [
        Place(row.label, reverse("admin:indicators_source_change", args=[row.pk]), row.code) for row in rows
    ]


def _releases(person: Any, words: list[str]) -> list[Place]:
    rows = _each_word(Release.objects.order_by("-published_on"), words, "title")[:MOST_EACH]
    return [
        Place(
            row.title, reverse("admin:indicators_release_change", args=[row.pk]), str(row.published_on or "")
        )
        for row in rows
    ]


KINDS: tuple[tuple[Words, str, Callable[[Any, list[str]], list[Place]]], ...] = (
    (gettext_lazy("Articles"), "articles.view_article", _articles),
    (gettext_lazy("Keywords"), "taxonomy.view_keyword", _keywords),
    (gettext_lazy("Indicators"), "indicators.view_indicator", _indicators),
    (gettext_lazy("Series"), "indicators.view_series", _series),
    (gettext_lazy("Sources"), "indicators.view_source", _sources),
    (gettext_lazy("Releases"), "indicators.view_release", _releases),
)


def _recent(person: Any) -> list[Place]:
    """What this person changed last and may still open. The log keeps names; the rest is asked anew."""
    rows = LogEntry.objects.filter(user=person).exclude(action_flag=DELETION).select_related("content_type")
    seen: dict[tuple[int, str], LogEntry] = {}
    for row in rows.order_by("-action_time")[:MOST_LOG_ROWS]:
        if row.content_type_id and row.object_id:
            seen.setdefault((row.content_type_id, row.object_id), row)
    places = (_place_of(person, row) for row in list(seen.values())[:MOST_EACH])
    return [each for each in places if each]


def _place_of(person: Any, row: LogEntry) -> Place | None:
    kind = row.content_type
    model = kind.model_class() if kind else None
    if kind is None or model not in admin.site._registry:
        return None
    if not person.has_perm(f"{kind.app_label}.view_{kind.model}"):
        return None
    known = Article.objects.visible_to(person) if model is Article else model._default_manager
    if not known.filter(pk=row.object_id).exists():
        return None
    try:
        url = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[row.object_id])
    except NoReverseMatch:
        return None
    return Place(row.object_repr, url, str(model._meta.verbose_name))
