"""What every page tells: which site this is, and the way from its front page."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.linked_data.writing import block, crumbs, known
from articles.reading.frame import Frame, frame_of
from taxonomy.languages import Language

type Step = tuple[str, str]


def sections() -> dict[str, Step]:
    """The parts of the site by the name that views give them: what each is called, and its path."""
    return {
        "articles": (_("Articles"), "/articles/"),
        "indicators": (_("Indicators"), "/indicators/"),
        "keywords": (_("Keywords"), "/keywords/"),
        "corrections": (_("Corrections"), "/corrections/"),
        "contact": (_("Contact"), "/contact/"),
    }


def site(frame: Frame, origin: str) -> dict[str, Any]:
    """The site, and how it is searched (https://developers.google.com/search/docs/appearance/site-names)."""
    here, details = f"{origin}{frame.prefix}", frame.contact
    keeper = {"@type": "Organization", "name": details.site_name, "url": f"{origin}/", "email": details.email}
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{here}/search/?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return {
        "@type": "WebSite",
        "@id": f"{origin}/#site",
        "name": details.site_name,
        "url": f"{here}/",
        "description": _about(frame),
        "inLanguage": frame.lang,
        "publisher": known(keeper | {"telephone": details.phone}),
        "potentialAction": search,
    }


def _about(frame: Frame) -> str | dict[str, str]:
    """What the site is about, with its language where that is not the one of the page."""
    about = frame.about
    if not about or about.language == frame.language:
        return about.text
    return {"@language": about.lang, "@value": about.text}


def described(title: str, frame: Frame) -> SafeString:
    """The description of a page, for its head."""
    about = ". ".join(part for part in (title, frame.about.text or frame.contact.site_name) if part)
    return format_html('<meta name="description" content="{}">', about)


def way(frame: Frame, origin: str, section: str, title: str, between: Sequence[Step]) -> dict[str, Any]:
    """Front page, section, what is broader, the page. A section is not its own parent.

    Args:
        section: the name that the view gives; one that is no part of the site is left out.
        between: names and paths, below the prefix, of pages between the section and this one.
    """
    steps = [(frame.contact.site_name, f"{frame.prefix}/")]
    above = sections().get(section)
    if above and f"{frame.prefix}{above[1]}" != frame.path:
        steps.append((above[0], f"{frame.prefix}{above[1]}"))
    steps += [(name, f"{frame.prefix}{path}") for name, path in between]
    return crumbs((name, f"{origin}{path}") for name, path in [*steps, (title, frame.path)])


def way_to(request: HttpRequest, *, section: str, title: str, between: Sequence[Step] = ()) -> SafeString:
    """The same as a data block, for pages that no template puts together."""
    return block([way(frame_of(request), origin_of(request), section, title, between)])


def origin_of(request: HttpRequest) -> str:
    """Scheme and host of the request."""
    return f"{request.scheme}://{request.get_host()}"


def in_languages(frame: Frame, origin: str) -> SafeString | str:
    """The same page in each language, and the one for readers of others; "" of another day or a part of a list."""
    if frame.asof.given or "before" in frame.asked:
        return ""
    named = [(each.lang, f"{origin}{each.url}") for each in frame.languages]
    named.append(("x-default", f"{origin}{frame.address_in(Language.ENGLISH)}"))
    return format_html_join("", '<link rel="alternate" hreflang="{}" href="{}">\n', named)
