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
OF_A_PLACE = Item(
    "ports",
    "article-newspaper",
    "Ports grow",
    f"{SITE}ports/",
    authors=(Name("Khan", "Amina"),),
    container_title="Business Recorder",
    place="Karachi",
    issued=(2024, 3, 31),
)
A_PLACE_IN_THE_NAME = Item(
    "roads",
    "article-newspaper",
    "Roads wait",
    f"{SITE}roads/",
    authors=(Name("Khan", "Amina"),),
    container_title="The Karachi Post",
    place="Karachi",
    issued=(2024, 3),
)
IN_URDU = Item(
    "tijarat",
    "article-newspaper",
    "پاک چین تجارت میں اضافہ",
    "https://library.example.org/ur/articles/tijarat/",
    language="ur",
    authors=(Name("خان", "آمنہ"),),
    container_title="روزنامہ",
    issued=(2024, 3, 31),
)
IN_CHINESE = Item(
    "maoyi",
    "article-newspaper",
    "中巴贸易增长",
    "https://library.example.org/zh-hans/articles/maoyi/",
    language="zh-Hans",
    authors=(Name("杨", "运东"),),
    container_title="经济日报",
    issued=(2024, 3, 31),
)
TWO_ORGANISATIONS = Item(
    "joint",
    "article-newspaper",
    "A joint statement",
    f"{SITE}joint/",
    authors=(Name(literal="Board of Trade"), Name(literal="Chamber of Commerce")),
    container_title="Daily Post",
    issued=(2022, 12, 1),
)
SEVEN_AUTHORS = Item(
    "seven",
    "article-newspaper",
    "Seven authors",
    f"{SITE}seven/",
    authors=(ANN, BEA, CY, DI, Name("Ellis", "Eve"), Name("Frost", "Fay"), Name("Green", "Gus")),
    container_title="Daily Post",
    issued=(2021, 9, 5),
)
WORKS = (
    ONE_AUTHOR,
    TWO_AUTHORS_A_MONTH_AND_A_PAGE,
    AN_ORGANISATION_AND_A_YEAR,
    FOUR_AUTHORS,
    A_JOURNAL,
    NO_DATE,
    NO_AUTHOR_AND_A_QUESTION,
    OF_A_PLACE,
    A_PLACE_IN_THE_NAME,
    IN_URDU,
    IN_CHINESE,
    TWO_ORGANISATIONS,
    SEVEN_AUTHORS,
)
