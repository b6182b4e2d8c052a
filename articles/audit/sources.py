"""The tables that the audit log unites, each asked in the same words."""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.audit.models import SignIn
from articles.audit.table import HISTORY_VERBS, Table
from articles.citations.models import Agent, Publication
from articles.contact.models import Contact
from articles.enquiries.models import EnquiryEvent
from articles.front_page.models import FrontPageEvent
from articles.house.models import HouseRule
from articles.media.models import Image
from articles.releases.models import JointRelease, ReleaseEvent
from articles.replies.models import HoldWord, ReplyEvent
from articles.workflow.models import Transition
from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.importing.models import ImportEvent
from indicators.observations.models import Vintage
from indicators.upstream_errors.models import UpstreamErrorEvent
from taxonomy.change_log import KeywordChange
from taxonomy.models import Keyword, KeywordLabel

# Their logs keep the bare names of what was done.
REPLY_VERBS = {
    "approve": gettext_lazy("approved"),
    "reject": gettext_lazy("rejected"),
    "mark_spam": gettext_lazy("marked as spam"),
    "erase": gettext_lazy("erased"),
}
ENQUIRY_VERBS = {"answer": gettext_lazy("answered"), "erase": gettext_lazy("erased")}


def _article(row: Any) -> tuple[str, str, Any]:
    title = row.article.title if row.article else _("deleted article")
    number = _("edition %(n)d") % {"n": row.edition_number} if row.edition_number else ""
    return title, " ".join(part for part in (number, row.reason) if part), row.article_id


def _reply(row: Any) -> tuple[str, str, Any]:
    """The article that it answers; its own words and who wrote it stay out of the log."""
    return (row.reply.article.title if row.reply else _("deleted reply")), "", row.reply_id


def _front_page(row: Any) -> tuple[str, str, Any]:
    again = _("a former one again") if "again" in row.detail else ""
    return row.front_page.get_language_display(), again, None


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
    yield from _of_what_is_written()
    yield from _of_who_came()
    yield from _histories()


def _of_what_is_written() -> Iterator[Table]:
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


def _of_who_came() -> Iterator[Table]:
    """Letters of readers, joint releases, and who signed in."""
    yield Table(
        "reply", gettext_lazy("reply"), lambda: ReplyEvent.objects.exclude(verb="submit"), _reply, REPLY_VERBS,
        ("reply__article__title",), "admin:articles_reply_change", objects="reply", related=("reply__article",),
    )  # fmt: skip
    yield Table(
        "enquiry", gettext_lazy("message"), lambda: EnquiryEvent.objects.exclude(verb="receive"),
        lambda row: (f"{row.enquiry_id or ''}", "", row.enquiry_id), ENQUIRY_VERBS, ("verb",),
        "admin:articles_enquiry_change", objects="enquiry",
    )  # fmt: skip
    yield Table(
        "release-verb", gettext_lazy("release of articles"), lambda: ReleaseEvent.objects.defer("detail"),
        lambda row: (row.release.title, "", row.release_id), dict(ReleaseEvent.Verb.choices),
        ("release__title",), "admin:articles_jointrelease_change", objects="release", related=("release",),
    )  # fmt: skip
    yield Table(
        "front-page", gettext_lazy("front page"), lambda: FrontPageEvent.objects.all(),
        _front_page, dict(FrontPageEvent.Verb.choices),
        ("front_page__language",), objects="front_page", related=("front_page",),
    )  # fmt: skip
    yield _declared_errors()
    yield Table(
        "sign-in", gettext_lazy("sign-in"), lambda: SignIn.objects.all(), lambda row: (row.name, "", None),
        dict(SignIn.Verb.choices), ("name",),
    )  # fmt: skip


def _histories() -> Iterator[Table]:
    for model in (Source, Indicator, Unit, Area, Keyword, Agent):
        yield _of_history(model, "name")
    for titled in (Release, Publication, Image):
        yield _of_history(titled, "title")
    yield _of_history(Series, "code")
    yield _of_history(JointRelease, "title", label=gettext_lazy("release of articles"))
    yield _of_history(HouseRule, "avoid")
    yield _of_history(HoldWord, "word")
    yield _of_history(KeywordLabel, "text", page=False)
    yield _of_history(Contact, "site_name")
    yield _of_history(User, "username")
    yield _of_history(Group, "name")
