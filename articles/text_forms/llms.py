"""`/llms.txt`: what programs that read for people find here, and in which form (https://llmstxt.org). In English."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse

from articles.contact.current import contact
from articles.editions.models import Edition
from articles.reading.answering import public_page
from articles.text_forms.markdown import escaped_line, link_to
from articles.text_forms.serving import address_of
from indicators.catalogue.models import Indicator
from taxonomy.asking.as_of import AsOf

ARTICLES = 50
INDICATORS = 100
STANDFIRST = 300
ABOUT = "Newspaper articles in which every figure is traced to its source."
HOW = """\
- Each article is at `/articles/<slug>/`. With the suffix `.md` in place of the last slash it is Markdown, with `.txt` \
plain text; the header `Accept: text/markdown` does the same. Figures are footnotes: who stated what, in which \
document, on which day, and whether it still holds.
- `?as_of=YYYY-MM-DD` on any address reads the site as it was at the end of that day.
- An article changes only by a numbered edition: `/articles/<slug>/editions/<n>.md`. A withdrawn one answers 410 and \
says why.
- Cite the article by its first print, and name our address: `/articles/<slug>.csl.json`, `.ris` and `.bib` say how."""
MORE = (
    ("/api/v1/", "API", "articles, observations, indicators, sources and keywords as JSON"),
    ("/api/docs/", "Manual of the API", "every parameter, with the OpenAPI schema"),
    ("/api/v1/observations/?format=csv", "Observations", "every figure as CSV"),
    ("/feed.atom", "Feed", "new articles"),
    ("/corrections/", "Corrections and revisions", "what we changed, and what sources have revised since"),
    ("/sitemap.xml", "Sitemap", "every public page"),
)


@public_page
def llms(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """The newest articles of every language and the indicators, with links to their texts. Two queries."""
    details, origin = contact(), request.build_absolute_uri("/").rstrip("/")
    carry = f"?as_of={asof.day.isoformat()}" if asof.given else ""
    told = [
        f"# {escaped_line(details.site_name)}",
        f"> {escaped_line(details.about or ABOUT)}",
        HOW,
        "## Articles",
        "\n".join(_articles(asof, origin, carry)) or "None yet.",
        "## Indicators",
        "\n".join(_indicators(origin, carry)) or "None yet.",
        "## More",
        "\n".join(f"- {link_to(name, origin + path)}: {what}" for path, name, what in MORE),
    ]
    return HttpResponse("\n\n".join(told) + "\n", content_type="text/plain; charset=utf-8")


def _articles(asof: AsOf, origin: str, carry: str) -> Iterator[str]:
    current = Edition.objects.current(asof.moment).only("slug", "language", "title", "standfirst")
    for edition in current.newest_first()[:ARTICLES]:
        link = link_to(escaped_line(edition.title), f"{origin}{address_of(edition, 'md', None)}{carry}")
        said = escaped_line(edition.standfirst[:STANDFIRST])
        language = "" if edition.language == "en" else f" ({edition.language})"
        yield f"- {link}{language}{': ' + said if said else ''}"


def _indicators(origin: str, carry: str) -> Iterator[str]:
    for indicator in Indicator.objects.only("code", "name", "definition").order_by("code")[:INDICATORS]:
        link = link_to(escaped_line(indicator.name), f"{origin}{indicator.get_absolute_url()}{carry}")
        said = escaped_line(indicator.definition[:STANDFIRST])
        yield f"- {link}{': ' + said if said else ''}"
