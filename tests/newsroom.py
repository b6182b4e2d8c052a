"""Personas and builders: the newsroom in which the tests play.

Personas are roles, not people. Builders write what a test does not care about,
so that it can say what it is about.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User

from articles.editions.models import Edition
from articles.media.keeping import upload
from articles.media.models import Image
from articles.media.placing import Placed, written
from articles.media.receiving import received
from articles.workflow.actions import publish
from articles.writing.models import Article, ArticleKeyword
from indicators.catalogue.models import Area, Indicator, Release, Series, Source, Unit
from indicators.importing.models import DataImport
from indicators.importing.receiving import receive_file
from indicators.observations.models import Observation, Vintage
from indicators.observations.recording import record_vintages
from taxonomy.models import Keyword, Status
from tests.pictures import a_picture

JANUARY = datetime(2025, 1, 15, 9, tzinfo=UTC)
FEBRUARY = datetime(2025, 2, 15, 9, tzinfo=UTC)
MARCH = datetime(2025, 3, 15, 9, tzinfo=UTC)

_number = count(1)


def an_editor(name: str = "editor") -> User:
    """Somebody who may do everything an editor does."""
    made: User = get_user_model().objects.create_superuser(name, f"{name}@example.org", "a long password")
    return made


def a_reader_with_an_account() -> User:
    """Somebody who is signed in and may do nothing in the admin."""
    made: User = get_user_model().objects.create_user("reader", "reader@example.org", "a long password")
    return made


def a_source(code: str = "STAT") -> Source:
    found, _ = Source.objects.get_or_create(code=code, slug=code.lower(), defaults={"name": f"Office {code}"})
    return found


def a_release(source: Source | None = None, published_on: date = date(2025, 1, 10)) -> Release:
    n = next(_number)
    return Release.objects.create(
        slug=f"release-{n}",
        source=source or a_source(),
        title=f"Bulletin {n}",
        published_on=published_on,
        url=f"https://example.org/{n}",
    )


def a_series(
    indicator: str = "CARS", *, source: str = "STAT", unit: str = "vehicle", area: str = "CHN"
) -> Series:
    measured, _ = Indicator.objects.get_or_create(
        code=indicator,
        defaults={"name": f"Production of {indicator.lower()}", "unit": Unit.objects.get(code=unit)},
    )
    stated_by = a_source(source)
    place, of = Area.objects.get(code=area), Unit.objects.get(code=unit)
    found, _ = Series.objects.get_or_create(
        code=f"{indicator}.{area}.A.{source}",
        defaults={"indicator": measured, "area": place, "unit": of, "source": stated_by},
    )
    return found


def stated(
    series: Series,
    period: str,
    value: str | None,
    on: date = date(2025, 1, 10),
    *,
    unit_mult: int = 6,
    at: datetime = JANUARY,
    change_kind: str = "",
) -> Vintage:
    """Record what the series' source stated about a period on a day."""
    observation, _ = Observation.objects.get_or_create(series=series, period=period)
    kind = change_kind or ("revision" if observation.vintages.exists() else "first")
    vintage = Vintage(
        observation=observation,
        release=a_release(series.source, on),
        value=None if value is None else Decimal(value),
        unit_mult=unit_mult,
        decimals=len(value.partition(".")[2]) if value else 0,
        stated_on=on,
        change_kind=kind,
    )
    return record_vintages([vintage], at=at)[0]


def figure(text: str, reference: str) -> str:
    """A figure mark, as the editor's button writes it."""
    return f'<data data-observation="{reference}">{text}</data>'


def a_keyword(name: str = "Trade", **fields: object) -> Keyword:
    slug = name.lower().replace(" ", "-")
    defaults = {"name": name, "status": Status.ACCEPTED, **fields}
    found, _ = Keyword.objects.get_or_create(slug=slug, defaults=defaults)
    return found


def an_article(body: str = "<p>Words.</p>", *, keywords: tuple[str, ...] = (), **fields: object) -> Article:
    """A working copy; nothing of it is public."""
    n = next(_number)
    given = {"slug": f"article-{n}", "title": f"Article {n}", "issued": "2025-01-15", **fields}
    article = Article.objects.create(body=body, **given)
    for position, name in enumerate(keywords):
        ArticleKeyword.objects.create(article=article, keyword=a_keyword(name), position=position)
    return article


def published(
    article: Article, *, at: datetime = JANUARY, kind: str = "first", note: str = "", **options: object
) -> Edition:
    """The edition that an editor gets who confirms every warning."""
    options = {"confirm_warnings": True, **options}
    return publish(article, by=None, at=at, kind=kind, note=note, **options)  # type: ignore[arg-type]


def an_image(title: str = "Port", *, size: tuple[int, int] = (640, 400), **fields: Any) -> Image:
    """A picture with its files; what it says is its title unless told otherwise."""
    n = next(_number)
    master = received(a_picture(size=size, colour=(n * 37 % 251, n * 91 % 241, n * 53 % 239)))
    given = {"alternative": f"A view of {title.lower()}", **fields}
    return upload(master, by=None, at=JANUARY, title=title, **given)


def placed(image: Image, *, alternative: str = "A crane", caption: str = "", decorative: bool = False) -> str:
    """A picture in a body, as the editor's dialog writes it."""
    return written(Placed(1, image.slug, "" if decorative else alternative, decorative, caption))


def somebody(role: str, name: str = "") -> User:
    """A person with one of the roles that `migrate` makes; "" for somebody on the staff without any."""
    username = name or (role or "nobody").lower().replace(" ", "-")
    made: User = get_user_model().objects.create_user(username, f"{username}@example.org", is_staff=True)
    if role:
        made.groups.add(Group.objects.get(name=role))
    return made


def an_import(
    text: str, *, release: Release | None = None, at: datetime = JANUARY, name: str = "data.csv"
) -> DataImport:
    """A file that waits."""
    return receive_file(text.encode(), name, release=release or a_release(), by=None, at=at)
