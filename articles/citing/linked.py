"""What search engines and text extractors are told of an article, as JSON-LD in the words of schema.org."""

from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.citing.places import ORIGIN, SITE_NAME_IN_JSON
from articles.editions.models import Edition
from articles.linked_data.writing import crumbs, graph, known, original_of
from articles.media.remembering import lead_of, printer
from taxonomy.languages import language_tag

# What a keyword's kind is called there; other kinds are defined terms.
THINGS = {"person": "Person", "place": "Place", "organisation": "Organization"}
CONTAINERS = {
    "newspaper": "Newspaper",
    "journal": "Periodical",
    "site": "WebSite",
    "report": "CreativeWorkSeries",
}


def linked_data_of(edition: Edition, *, prefix: str, description: str, picture: str) -> SafeString:
    """One graph: the article and the way to it.

    Args:
        picture: the absolute address of the picture that links to it are shown with.
    """
    return graph([_article(edition, prefix, description, picture), _way(edition, prefix)])


def _article(edition: Edition, prefix: str, description: str, picture: str) -> dict[str, Any]:
    url, snapshot = ORIGIN + edition.get_absolute_url(), edition.snapshot
    publication = snapshot["publication"]
    site = {"@type": "Organization", "name": SITE_NAME_IN_JSON, "url": f"{ORIGIN}/"}
    paper = {"@type": "Organization", "name": publication["title"]} if publication else site
    return {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "mainEntityOfPage": url,
        "url": url,
        "headline": edition.title,
        "description": description,
        "image": [*_lead(snapshot), picture],
        "inLanguage": language_tag(edition.language),
        "dateModified": timezone.localtime(edition.published_at).isoformat(),
        "author": _agents(snapshot, "author"),
        "translator": _agents(snapshot, "translator"),
        **_where_printed(edition, site, paper),
        "articleSection": snapshot["section"],
        "copyrightHolder": paper if publication else None,
        "copyrightNotice": snapshot["rights"],
        "isBasedOn": snapshot["url"],
        "sdPublisher": site,
        "isAccessibleForFree": True,
        "version": str(edition.number),
        "about": [_thing(each, prefix) for each in snapshot["keywords"]],
        "citation": _datasets(edition, prefix),
        "correction": [_correction(each) for each in snapshot["history"] if each["kind"] == "correction"],
    }


def _where_printed(edition: Edition, site: dict[str, Any], paper: dict[str, Any]) -> dict[str, Any]:
    """Who published it, when and in what: of our translation the site, here, and the newspaper what it was made of."""
    snapshot, publication = edition.snapshot, edition.snapshot["publication"]
    here = timezone.localtime(edition.first_published_at).isoformat()
    printed = {
        "publisher": paper,
        "datePublished": snapshot["issued"] or here,
        "isPartOf": _container(publication) if publication else None,
        "pagination": snapshot["page"],
    }
    source = snapshot.get("translated_from")
    if not publication or not source or source == edition.language:
        return printed
    original = {
        "@type": "NewsArticle",
        "@id": original_of(ORIGIN + edition.get_absolute_url()),
        "inLanguage": language_tag(source),
        "author": _agents(snapshot, "author"),
        **(printed | {"datePublished": snapshot["issued"]}),
    }
    return {"publisher": site, "datePublished": here, "translationOfWork": known(original)}


def _container(publication: dict[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": CONTAINERS[publication["kind"]], "name": publication["title"]}
    place = publication.get("place", "")
    return told | ({"locationCreated": {"@type": "Place", "name": place}} if place else {})


def _lead(snapshot: dict[str, Any]) -> list[str]:
    return [ORIGIN + printer().src(snapshot["lead"])] if lead_of(snapshot) else []


def _agents(snapshot: dict[str, Any], role: str) -> list[dict[str, str]]:
    return [_agent(each) for each in snapshot["contributors"] if each["role"] == role]


def _agent(contributor: dict[str, Any]) -> dict[str, str]:
    kind = "Person" if contributor["kind"] == "person" else "Organization"
    return {"@type": kind, "name": contributor["name"]}


def _thing(keyword: dict[str, Any], prefix: str) -> dict[str, Any]:
    """A person, place or organisation; everything else is a term of our vocabulary. Both are told on its own page."""
    url = f"{ORIGIN}{prefix}/keywords/{keyword['slug']}/"
    named = {"@id": f"{url}#term", "name": keyword["name"], "url": url}
    if keyword["kind"] in THINGS:
        return {"@type": THINGS[keyword["kind"]], **named}
    terms = f"{ORIGIN}{prefix}/keywords/"
    return {"@type": "DefinedTerm", **named, "inDefinedTermSet": terms}


def _datasets(edition: Edition, prefix: str) -> list[dict[str, Any]]:
    found = {figure["indicator"]["code"]: figure for figure in edition.figures}
    return [
        _dataset(figure["indicator"]["name"], f"{ORIGIN}{prefix}/indicators/{code}/")
        for code, figure in found.items()
    ]


def _dataset(name: str, url: str) -> dict[str, Any]:
    return {"@type": "Dataset", "@id": f"{url}#dataset", "name": name, "url": url}


def _correction(episode: dict[str, Any]) -> dict[str, str]:
    return {"@type": "CorrectionComment", "text": episode["note"], "datePublished": episode["published_at"]}


def _way(edition: Edition, prefix: str) -> dict[str, Any]:
    steps = [
        (SITE_NAME_IN_JSON, f"{prefix}/"),
        (_("Articles"), f"{prefix}/articles/"),
        (edition.title, edition.get_absolute_url()),
    ]
    return crumbs((name, ORIGIN + path) for name, path in steps)
