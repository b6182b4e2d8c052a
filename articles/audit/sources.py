"""The tables that the audit log unites, each asked in the same words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.audit.models import SignIn
from articles.citations.models import Agent, Publication
from articles.contact.models import Contact
from articles.front_page.models import FrontPageEvent
from articles.house.models import HouseRule
from articles.media.models import Image
from articles.releases.models import JointRelease
from articles.workflow.models import Transition
from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.importing.models import ImportEvent
from indicators.observations.models import Vintage
from indicators.upstream_errors.models import UpstreamErrorEvent
from taxonomy.change_log import KeywordChange
from taxonomy.models import Keyword, KeywordLabel

HISTORY_VERBS = {"+": gettext_lazy("created"), "~": gettext_lazy("changed"), "-": gettext_lazy("deleted")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the audit log."""

    at: datetime
    person: str
    verb: str
    kind: str
    name: str
    words: str
    address: str
    target: tuple[str, int | str] | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table of what happened.

    Attributes:
        name: of the kind of object, in addresses.
        rows: all of them.
        at, by, verb: the names of its columns; no verb: every row is a creation.
        searched: what a search for words looks at.
        told: a row as (object's name, further words, object's id).
        page: the admin's page of the object.
    """

    name: str
    label: Any
    rows: Callable[[], QuerySet[Any]]
    told: Callable[[Any], tuple[str, str, Any]]
    verbs: Mapping[str, Any]
    searched: tuple[str, ...]
    page: str = ""
    at: str = "at"
    by: str = "by"
    verb: str = "verb"
    objects: str = ""
    related: tuple[str, ...] = field(default=())

    def matching(self, wanted: Mapping[str, Any]) -> QuerySet[Any]:
        """Rows, newest first, that fit what is wanted: verb, person, since, until, words, object."""
        rows = self.rows().order_by(f"-{self.at}", "-pk").select_related(self.by, *self.related)
        if wanted.get("verb"):
            has = wanted["verb"] in self.verbs
            chosen = {self.verb: wanted["verb"]} if self.verb else {}
            rows = rows.filter(**chosen) if has else rows.none()
        if wanted.get("person"):
            typed = Q(**{f"{self.by}__username__icontains": wanted["person"]})
            rows = rows.filter(
                typed | Q(name__icontains=wanted["person"]) if self.name == "sign-in" else typed
            )
        if wanted.get("since"):
            rows = rows.filter(**{f"{self.at}__gte": wanted["since"]})
        if wanted.get("until"):
            rows = rows.filter(**{f"{self.at}__lt": wanted["until"]})
        if wanted.get("words"):
            found = Q(pk__in=())
            for column in self.searched:
                found |= Q(**{f"{column}__icontains": wanted["words"]})
            rows = rows.filter(found)
        if wanted.get("object"):
            rows = rows.filter(**{self.objects: wanted["object"]}) if self.objects else rows.none()
        return rows

    def entry(self, row: Any) -> Entry:
        name, words, pk = self.told(row)
        person = getattr(row, self.by)
        return Entry(
            at=getattr(row, self.at),
            person=person.get_username() if person else "",
            verb=str(self.verbs[getattr(row, self.verb)] if self.verb else self.verbs["+"]),
            kind=str(self.label),
            name=name,
            words=words,
            address=getattr(row, "address", None) or "",
            target=(self.page, pk) if self.page and pk is not None else None,
        )


def _article(row: Any) -> tuple[str, str, Any]:
    title = row.article.title if row.article else _("deleted article")
    number = _("edition %(n)d") % {"n": row.edition_number} if row.edition_number else ""
    return title, " ".join(part for part in (number, row.reason) if part), row.article_id


def _vintage(row: Any) -> tuple[str, str, Any]:
    return row.observation.reference, f"{row.get_change_kind_display()}, {row.stated_on}", row.pk


def _history(name: str) -> Callable[[Any], tuple[str, str, Any]]:
    def told(row: Any) -> tuple[str, str, Any]:
        return str(getattr(row, name)), row.history_change_reason or "", row.id

    return told


def _of_history(model: type[Model], name: str, *, page: bool = True, label: Any = "") -> Table:
    opts = model._meta
    history: Any = model.history.model  # type: ignore[attr-defined]
    return Table(
        name=opts.model_name or "",
        label=label or opts.verbose_name,
        rows=history.objects.all,
        told=_history(name),
        verbs=HISTORY_VERBS,
        searched=(name,),
        page=f"admin:{opts.app_label}_{opts.model_name}_change" if page else "",
        at="history_date",
        by="history_user",
        verb="history_type",
        objects="id",
    )


def _declared_errors() -> Table:
    return Table(
        "declared-error", gettext_lazy("declared error"), lambda: UpstreamErrorEvent.objects.all(),
        lambda row: (row.error.observation.reference, row.detail.get("reason", ""), row.error_id),
        dict(UpstreamErrorEvent.Verb.choices), ("error__observation__series__code", "error__reason"),
        "admin:indicators_upstreamerror_change", objects="error", related=("error__observation__series",),
    )  # fmt: skip


def tables() -> Iterator[Table]:
    """Every table of the audit log."""
    yield Table(
        "article", gettext_lazy("article"), lambda: Transition.objects.defer("article__body"), _article,
        dict(Transition.Verb.choices), ("article__title", "article__slug", "reason"),
        "admin:articles_article_change", objects="article", related=("article",),
    )  # fmt: skip
    yield Table(
        "keyword-verb", gettext_lazy("keyword"), lambda: KeywordChange.objects.defer("detail"),
        lambda row: (row.name, row.message, row.keyword_id), dict(KeywordChange.Verb.choices),
        ("name", "message"), "admin:taxonomy_keyword_change", objects="keyword",
    )  # fmt: skip
    yield Table(
        "vintage", gettext_lazy("vintage"), lambda: Vintage.objects.all(), _vintage, HISTORY_VERBS,
        ("observation__series__code", "reason", "note"), "admin:indicators_vintage_change", at="recorded_at",
        by="recorded_by", verb="", objects="pk", related=("observation__series",),
    )  # fmt: skip
    yield Table(
        "import", gettext_lazy("data import"), lambda: ImportEvent.objects.all(),
        lambda row: (row.data_import.filename, row.detail.get("reason", ""), row.data_import_id),
        dict(ImportEvent.Verb.choices), ("data_import__filename", "data_import__release__title"),
        "admin:indicators_dataimport_change", objects="data_import", related=("data_import",),
    )  # fmt: skip
    yield Table(
        "front-page", gettext_lazy("front page"), lambda: FrontPageEvent.objects.all(),
        lambda row: (row.front_page.get_language_display(), "", None), dict(FrontPageEvent.Verb.choices),
        ("front_page__language",), objects="front_page", related=("front_page",),
    )  # fmt: skip
    yield _declared_errors()
    yield Table(
        "sign-in", gettext_lazy("sign-in"), lambda: SignIn.objects.all(), lambda row: (row.name, "", None),
        dict(SignIn.Verb.choices), ("name",),
    )  # fmt: skip
    for model in (Source, Indicator, Unit, Area, Keyword, Agent):
        yield _of_history(model, "name")
    for titled in (Release, Publication, Image):
        yield _of_history(titled, "title")
    yield _of_history(Series, "code")
    yield _of_history(JointRelease, "title", label=gettext_lazy("release of articles"))
    yield _of_history(HouseRule, "avoid")
    yield _of_history(KeywordLabel, "text", page=False)
    yield _of_history(Contact, "site_name")
    yield _of_history(User, "username")
    yield _of_history(Group, "name")
