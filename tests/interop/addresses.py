"""Which addresses the clients read, by what they are."""

from tests.interop.library import SEED

ARTICLES = (
    f"/articles/{SEED}/",
    "/ur/articles/nai-mayari-pedawari-quwwaten/",
    "/zh-hans/articles/xin-zhi-sheng-chan-li/",
    "/articles/trade/",
    "/ur/articles/trade-ur/",
    "/zh-hans/articles/trade-zh-hans/",
    "/articles/rates/",
    "/articles/paper/",
    "/articles/posted/",
    "/articles/bare/",
)
INDICATORS = ("/indicators/NEV_PROD/", "/indicators/RD_EXP/", "/ur/indicators/NEV_PROD/", "/indicators/CARS/")
KEYWORDS = ("/keywords/china/", "/zh-hans/keywords/economic-growth/")
LISTS = (
    "/articles/",
    "/ur/articles/",
    "/archive/",
    "/archive/2025/",
    "/archive/2025/01/",
    "/authors/",
    "/zh-hans/authors/",
    "/authors/khan/",
    "/publications/",
    "/ur/publications/",
    "/publications/daily-post/",
    "/indicators/",
    "/keywords/",
    "/ur/keywords/",
    "/sections/",
    "/zh-hans/sections/",
    "/sections/trade/",
    "/zh-hans/sections/经济/",
    "/sources/",
    "/ur/sources/",
    "/sources/nbs/",
    "/ur/sources/nbs/",
    "/corrections/",
    "/zh-hans/corrections/",
)
FRONTS = ("/", "/ur/", "/zh-hans/")
OTHERS = (
    "/how-we-check-figures/",
    "/ur/how-we-check-figures/",
    "/zh-hans/how-we-check-figures/",
    "/keywords/?by=letter",
    "/ur/keywords/?by=letter",
    "/zh-hans/keywords/?by=letter",
    "/search/",
    "/search/?q=trade",
    "/search/?q=9.443",
    "/search/?q=trade&language=en&year=2023&sort=newest",
    "/search/?q=nothing-like-this",
    "/ur/search/?q=GDP",
    "/zh-hans/search/?q=贸易",
    "/contact/",
    "/ur/contact/",
    "/contact/write/",
    "/ur/contact/write/",
    "/contact/write/?sent",
    "/articles/trade/reply/",
    "/articles/trade/reply/?sent",
    "/ur/articles/trade-ur/reply/",
    "/zh-hans/articles/trade-zh-hans/reply/",
    "/articles/trade/editions/1/",
    "/articles/trade/editions/1...2/",
    f"/articles/{SEED}/?as_of=2024-05-01",
    "/indicators/RD_EXP/?as_of=2024-05-01",
    "/indicators/NEV_PROD/?as_of=2020-05-01",
)
# Pages within other sites' pages: they have no way to the site's front page.
FRAMES = (
    "/indicators/NEV_PROD/embed/",
    "/ur/indicators/NEV_PROD/embed/",
    "/indicators/RD_EXP/embed/?as_of=2024-05-01",
)
REFUSALS = {"/articles/gone/": 410, "/articles/nothing/": 404, "/articles/?as_of=yesterday": 400}
PAGES = (*FRONTS, *ARTICLES, *INDICATORS, *KEYWORDS, *LISTS, *OTHERS)
FORMATS = ("atom", "rss", "json")
FEEDS = tuple(
    f"{place}.{form}{asked}"
    for place, asked in (
        ("/feed", ""),
        ("/ur/feed", ""),
        ("/zh-hans/feed", ""),
        ("/feed", "?as_of=2025-03-01"),
        ("/keywords/china/feed", ""),
        ("/ur/keywords/china/feed", ""),
        ("/sources/nbs/feed", ""),
        ("/authors/khan/feed", ""),
        ("/publications/daily-post/feed", ""),
        ("/sections/trade/feed", ""),
        ("/zh-hans/sections/经济/feed", ""),
        ("/archive/2025/feed", ""),
        ("/archive/2025/01/feed", ""),
        ("/corrections/revised", ""),
        ("/ur/corrections/revised", ""),
        ("/search/feed", "?q=trade"),
        ("/search/feed", "?q=9.443&state=holds"),
        ("/zh-hans/search/feed", "?q=贸易"),
    )
    for form in FORMATS
)


def beside(article: str, ending: str) -> str:
    """The address of an article in another form."""
    return f"{article.rstrip('/')}.{ending}"


EXPORTS = ("ris", "bib", "csl.json", "md", "txt", "png")
FILES = tuple(beside(article, ending) for article in ARTICLES for ending in EXPORTS)
DATA = tuple(
    f"/indicators/NEV_PROD/{name}"
    for name in (
        "figures.csv",
        "vintages.csv",
        "figures.xlsx",
        "chart.svg",
        "chart.png",
        "link.png",
        *(f"cite.{each}" for each in ("ris", "bib", "csl.json")),
    )
)
MAPS = (
    "/sitemap.xml",
    "/sitemap-news.xml",
    *(f"/sitemap-{part}.xml" for part in ("pages", "articles", "keywords", "indicators", "sources")),
    *(f"/sitemap-{part}.xml" for part in ("authors", "publications")),
)
PROGRAMS = (
    "/llms.txt",
    "/robots.txt",
    "/favicon.ico",
    "/apple-touch-icon.png",
    "/unapi",
    "/oembed?url=http://testserver/indicators/NEV_PROD/",
    "/search/suggest/?q=trade",
    "/articles/trade/editions/1.md",
    "/articles/trade/editions/1.txt",
)
EVERY = (*PAGES, *FRAMES, *REFUSALS, *FEEDS, *FILES, *DATA, *MAPS, *PROGRAMS)
