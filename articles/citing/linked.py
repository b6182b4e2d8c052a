"""What search engines and text extractors are told of an article, as JSON-LD in the words of schema.org."""

from typing import Any

import orjson
from django.utils import timezone

from articles.citing.places import ORIGIN, SITE_NAME_IN_JSON
from articles.editions.models import Edition

# What a keyword's kind is called there; other kinds are defined terms.
THINGS = {"person": "Person", "place": "Place", "organisation": "Organization"}
CONTAINERS = {
    "newspaper": "Newspaper",
    "journal": "Periodical",
    "site": "WebSite",
    "report": "CreativeWorkSeries",
}


def linked_data_of(edition: Edition, *, prefix: str, description: str) -> str:
    """One graph: the article and the way to it. Without a character that could end the element around it."""
    things = [_article(edition, prefix, description), _way(edition, prefix)]
    return orjson.dumps({"@context": "https://schema.org", "@graph": things}).decode().replace("<", "\\u003c")


def _article(edition: Edition, prefix: str, description: str) -> dict[str, Any]:
    url, snapshot = ORIGIN + edition.get_absolute_url(), edition.snapshot
    publication = snapshot["publication"]
    site = {"@type": "Organization", "name": SITE_NAME_IN_JSON, "url": f"{ORIGIN}/"}
    paper = {"@type": "Organization", "name": publication["title"]} if publication else site
    told = {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "mainEntityOfPage": url,
        "url": url,
        "headline": edition.title,
        "description": description,
        "inLanguage": edition.language,
        "datePublished": snapshot["issued"] or timezone.localtime(edition.first_published_at).isoformat(),
        "dateModified": timezone.localtime(edition.published_at).isoformat(),
        "author": [_agent(each) for each in snapshot["contributors"] if each["role"] == "author"],
        "publisher": paper,
        "copyrightHolder": paper if publication else None,
        "copyrightNotice": snapshot["rights"],
        "isPartOf": {"@type": CONTAINERS[publication["kind"]], "name": publication["title"]}
        if publication
        else None,
        "isBasedOn": snapshot["url"],
        "sdPublisher": site,
        "about": [_thing(each, prefix) for each in snapshot["keywords"]],
        "citation": _datasets(edition, prefix),
        "correction": [_correction(each) for each in snapshot["history"] if each["kind"] == "correction"],
    }
    return {name: value for name, value in told.items() if value}


def _agent(contributor: dict[str, Any]) -> dict[str, str]:
    kind = "Person" if contributor["kind"] == "person" else "Organization"
    return {"@type": kind, "name": contributor["name"]}


def _thing(keyword: dict[str, Any], prefix: str) -> dict[str, str]:
    url = f"{ORIGIN}{prefix}/keywords/{keyword['slug']}/"
    if keyword["kind"] in THINGS:
        return {"@type": THINGS[keyword["kind"]], "name": keyword["name"], "url": url}
    terms = f"{ORIGIN}{prefix}/keywords/"
    return {"@type": "DefinedTerm", "name": keyword["name"], "url": url, "inDefinedTermSet": terms}


def _datasets(edition: Edition, prefix: str) -> list[dict[str, Any]]:
    found = {figure["indicator"]["code"]: figure for figure in edition.figures}
    return [
        {
            "@type": "Dataset",
            "name": figure["indicator"]["name"],
            "url": f"{ORIGIN}{prefix}/indicators/{code}/",
        }
        for code, figure in found.items()
    ]


def _correction(episode: dict[str, Any]) -> dict[str, str]:
    return {"@type": "CorrectionComment", "text": episode["note"], "datePublished": episode["published_at"]}


def _way(edition: Edition, prefix: str) -> dict[str, Any]:
    steps = [(SITE_NAME_IN_JSON, f"{prefix}/"), (edition.title, edition.get_absolute_url())]
    listed = [
        {"@type": "ListItem", "position": place, "name": name, "item": ORIGIN + path}
        for place, (name, path) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": listed}
