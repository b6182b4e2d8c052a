"""Works that the tests cite: each a case that some style treats in its own way."""

from articles.citing.item import Item, Name

SITE = "https://library.example.org/articles/"
ANN, BEA, CY, DI = (Name("Adams", "Ann"), Name("Brown", "Bea"), Name("Clark", "Cy"), Name("Dean", "Di"))

ONE_AUTHOR = Item(
    "new-quality",
    "article-newspaper",
    "New quality productive forces drive high-quality development in China",
    f"{SITE}new-quality/",
    authors=(Name("Yang", "Yundong"),),
    container_title="Business Recorder",
    issued=(2024, 3, 31),
)
TWO_AUTHORS_A_MONTH_AND_A_PAGE = Item(
    "trade",
    "article-newspaper",
    "Trade with the north rises: a second look",
    f"{SITE}trade/",
    authors=(Name("Khan", "Amina Jean-Paul"), Name("Li", "Wei")),
    container_title="Daily Post",
    issued=(2023, 5),
    page="4",
)
AN_ORGANISATION_AND_A_YEAR = Item(
    "exports",
    "article-newspaper",
    "Exports fall by half",
    f"{SITE}exports/",
    authors=(Name(literal="Associated Press of Pakistan"),),
    container_title="Daily Post",
    issued=(2022,),
)
FOUR_AUTHORS = Item(
    "four",
    "article-newspaper",
    "Four authors and a table",
    f"{SITE}four/",
    authors=(ANN, BEA, CY, DI),
    container_title="Daily Post",
    issued=(2021, 9, 5),
)
A_JOURNAL = Item(
    "rates",
    "article-journal",
    "Rates and shares",
    f"{SITE}rates/",
    authors=(ANN, BEA, CY),
    container_title="Journal of Figures",
    issued=(2020, 11, 30),
    page="12-19",
)
NO_DATE = Item(
    "undated",
    "article-newspaper",
    "Undated news",
    f"{SITE}undated/",
    authors=(ANN,),
    container_title="Daily Post",
)
NO_AUTHOR_AND_A_QUESTION = Item(
    "basis",
    "article-newspaper",
    "What is a basis point?",
    f"{SITE}basis/",
    container_title="Daily Post",
    issued=(2022, 12, 1),
)
WORKS = (
    ONE_AUTHOR,
    TWO_AUTHORS_A_MONTH_AND_A_PAGE,
    AN_ORGANISATION_AND_A_YEAR,
    FOUR_AUTHORS,
    A_JOURNAL,
    NO_DATE,
    NO_AUTHOR_AND_A_QUESTION,
)
