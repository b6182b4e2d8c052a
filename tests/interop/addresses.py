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
    "/authors/khan/",
    "/publications/daily-post/",
    "/indicators/",
    "/keywords/",
    "/sources/nbs/",
    "/corrections/",
)
FRONTS = ("/", "/ur/", "/zh-hans/")
OTHERS = (
    "/how-we-check-figures/",
    "/ur/how-we-check-figures/",
    "/search/",
    "/search/?q=trade",
    "/search/?q=nothing-like-this",
    "/contact/",
    "/contact/write/",
    "/articles/trade/reply/",
    "/articles/trade/editions/1/",
    f"/articles/{SEED}/?as_of=2024-05-01",
)
REFUSALS = {"/articles/gone/": 410, "/articles/nothing/": 404, "/articles/?as_of=yesterday": 400}
PAGES = (*FRONTS, *ARTICLES, *INDICATORS, *KEYWORDS, *LISTS, *OTHERS)
FEEDS = tuple(
    f"{place}.{form}"
    for place in (
        "/feed",
        "/ur/feed",
        "/zh-hans/feed",
        "/keywords/china/feed",
        "/sources/nbs/feed",
        "/authors/khan/feed",
        "/publications/daily-post/feed",
        "/corrections/revised",
    )
    for form in ("atom", "rss")
)


def beside(article: str, ending: str) -> str:
    """The address of an article in another form."""
    return f"{article.rstrip('/')}.{ending}"


EXPORTS = ("ris", "bib", "csl.json", "md", "txt", "png")
FILES = tuple(beside(article, ending) for article in ARTICLES for ending in EXPORTS)
EVERY = (*PAGES, *REFUSALS, *FEEDS, *FILES, "/indicators/NEV_PROD/link.png", "/llms.txt", "/robots.txt")
