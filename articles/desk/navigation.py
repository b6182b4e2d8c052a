"""The side navigation of the admin: by task, and only what this person may open.

A slice adds its pages by a line in `ENTRIES`; sections keep the order of `SECTIONS`, entries the order of the table.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Entry(NamedTuple):
    """One page: its section, its name for people, the name of its address, and the permission that shows it."""

    section: str
    label: Words
    url_name: str
    permission: str


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as one person sees it. `current` is "page" on the page itself, "true" below it, else empty."""

    label: Words
    url: str
    current: str


@dataclass(frozen=True, slots=True)
class Section:
    """A task and its pages. A section with one page is that page."""

    name: str
    label: Words
    links: list[Link]


SECTIONS: dict[str, Words] = {
    "desk": _("Desk"),
    "articles": _("Articles"),
    "figures": _("Figures"),
    "data": _("Data"),
    "keywords": _("Keywords"),
    "readers": _("Readers"),
    "settings": _("Settings"),
}
DESK = "admin:index"
ENTRIES: tuple[Entry, ...] = (
    Entry("desk", _("Desk"), DESK, ""),
    Entry("desk", _("Calendar"), "admin:articles_article_calendar", "articles.view_article"),
    Entry("articles", _("Articles"), "admin:articles_article_changelist", "articles.view_article"),
    Entry("articles", _("Front page"), "admin:articles_frontpage_changelist", "articles.compose_frontpage"),
    Entry("articles", _("Clippings"), "admin:articles_clipping_changelist", "articles.view_clipping"),
    Entry("articles", _("Trash"), "admin:articles_article_trash", "articles.view_article"),
    Entry(
        "articles",
        _("Joint releases"),
        "admin:articles_jointrelease_changelist",
        "articles.view_jointrelease",
    ),
    Entry("articles", _("Editions"), "admin:articles_edition_changelist", "articles.view_edition"),
    Entry(
        "articles", _("Publications"), "admin:articles_publication_changelist", "articles.view_publication"
    ),
    Entry(
        "articles", _("People and organisations"), "admin:articles_agent_changelist", "articles.view_agent"
    ),
    Entry("articles", _("Images"), "admin:articles_image_changelist", "articles.view_image"),
    Entry(
        "articles",
        _("Outgoing links"),
        "admin:articles_outgoinglink_changelist",
        "articles.view_outgoinglink",
    ),
    Entry("articles", _("Log"), "admin:articles_transition_changelist", "articles.view_transition"),
    Entry("figures", _("Series"), "admin:indicators_series_changelist", "indicators.view_series"),
    Entry(
        "figures", _("Observations"), "admin:indicators_observation_changelist", "indicators.view_observation"
    ),
    Entry("figures", _("Vintages"), "admin:indicators_vintage_changelist", "indicators.view_vintage"),
    Entry(
        "figures",
        _("Declared errors"),
        "admin:indicators_upstreamerror_changelist",
        "indicators.view_upstreamerror",
    ),
    Entry("figures", _("Coverage"), "admin:articles_edition_coverage", "articles.view_edition"),
    Entry("data", _("Imports"), "admin:indicators_dataimport_changelist", "indicators.view_dataimport"),
    Entry("data", _("Indicators"), "admin:indicators_indicator_changelist", "indicators.view_indicator"),
    Entry("data", _("Sources"), "admin:indicators_source_changelist", "indicators.view_source"),
    Entry("data", _("Data releases"), "admin:indicators_release_changelist", "indicators.view_release"),
    Entry("data", _("Units"), "admin:indicators_unit_changelist", "indicators.view_unit"),
    Entry("data", _("Areas"), "admin:indicators_area_changelist", "indicators.view_area"),
    Entry("keywords", _("Keywords"), "admin:taxonomy_keyword_changelist", "taxonomy.view_keyword"),
    Entry("keywords", _("Keyword report"), "admin:taxonomy_keyword_report", "taxonomy.view_keyword"),
    Entry("readers", _("Replies"), "admin:articles_reply_changelist", "articles.view_reply"),
    Entry("readers", _("Messages"), "admin:articles_enquiry_changelist", "articles.view_enquiry"),
    Entry("readers", _("Visitors"), "admin:articles_reply_visitor", "articles.moderate_reply"),
    Entry("readers", _("Words to look at"), "admin:articles_holdword_changelist", "articles.view_holdword"),
    Entry("settings", _("Contact"), "admin:articles_contact_changelist", "articles.view_contact"),
    Entry("settings", _("House rules"), "admin:articles_houserule_changelist", "articles.view_houserule"),
    Entry("settings", _("Audit log"), "admin:articles_audit_log", "articles.view_auditlog"),
    Entry("settings", _("Users"), "admin:auth_user_changelist", "auth.view_user"),
    Entry("settings", _("Groups"), "admin:auth_group_changelist", "auth.view_group"),
)


def navigation(person: Any, path: str) -> list[Section]:
    """The sections that this person may open, with the entry of the page at `path` marked."""
    shown = [(entry, url) for entry in ENTRIES if (url := _address(entry, person))]
    here = max((url for _, url in shown if path.startswith(url)), key=len, default="")
    sections = []
    for name, label in SECTIONS.items():
        links = [
            Link(entry.label, url, _current(url, here, path)) for entry, url in shown if entry.section == name
        ]
        if links:
            sections.append(Section(name, label, links))
    return sections


def _address(entry: Entry, person: Any) -> str:
    """Where the entry leads; empty if this person may not go there, or nothing is there."""
    if entry.permission and not person.has_perm(entry.permission):
        return ""
    try:
        return reverse(entry.url_name)
    except NoReverseMatch:
        return ""


def _current(url: str, here: str, path: str) -> str:
    if url == path:
        return "page"
    return "true" if url == here and url != reverse(DESK) else ""
