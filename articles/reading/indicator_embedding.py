"""A chart on somebody else's page: the code to copy, and the addresses by which other systems find it."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.reading.frame import prefix_of
from articles.reading.indicator_choice import Choice
from articles.reading.indicator_data import Data
from indicators.catalogue.models import Indicator
from taxonomy.asking.as_of import AsOf

WIDTH, NARROWEST = 640, 200
# Title, sources, date and link around a drawing of 360 x 248.
AROUND = 220


@dataclass(frozen=True, slots=True)
class EmbedCode:
    """One way to embed the chart; `pinned` keeps the day."""

    pinned: bool
    code: str
    url: str


def height_at(width: int) -> int:
    """How high a frame of that width has to be before its script tells it exactly."""
    return width * 248 // 360 + AROUND


def embed_address(origin: str, language: str, indicator: Indicator, choice: Choice, asof: AsOf) -> str:
    query = choice.query(asof)
    path = f"{prefix_of(language)}{indicator.get_absolute_url()}embed/".lstrip("/")
    return f"{origin}{path}{query if query != '?' else ''}"


def iframe(address: str, title: str, width: str, height: int) -> str:
    """The frame as HTML, escaped for the page that it is pasted into."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0"></iframe>',
        address, title, width, height,
    )  # fmt: skip


def codes_of(request: HttpRequest, data: Data) -> list[EmbedCode]:
    """The code that follows new figures, and the one that keeps the day of the page."""
    language = get_language() or "en"
    origin = request.build_absolute_uri("/")
    script = format_html('<script async src="{}"></script>', origin[:-1] + static("articles/embed.js"))
    found = []
    for pinned in (False, True):
        asof = replace(data.asof, given=pinned)
        address = embed_address(origin, language, data.indicator, data.choice, asof)
        frame = iframe(address, title_of(data.indicator), "100%", height_at(WIDTH))
        found.append(EmbedCode(pinned, f"{frame}\n{script}", address))
    return found


def title_of(indicator: Indicator) -> str:
    return _("Chart: %(indicator)s") % {"indicator": indicator.label}


def oembed_links(request: HttpRequest, data: Data) -> list[tuple[str, str]]:
    """Media type and address of what oEmbed consumers discover in the head of the page."""
    origin = request.build_absolute_uri("/")
    query = data.choice.query(data.asof)
    page = f"{origin}{request.path_info.lstrip('/')}{query if query != '?' else ''}"
    return [
        ("application/json+oembed", f"{origin}oembed?{urlencode({'url': page, 'format': 'json'})}"),
        ("text/xml+oembed", f"{origin}oembed?{urlencode({'url': page, 'format': 'xml'})}"),
    ]
