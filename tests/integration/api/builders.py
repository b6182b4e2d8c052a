"""Many rows quickly: editions and observations as they lie in the database after publishing and importing."""

from datetime import date, datetime, timedelta
from typing import Any

import orjson
from django.utils import timezone

from articles.models import Article, Edition
from indicators.models import Area, Indicator, Observation, Release, Series, Source, Unit, Vintage

NEWS_DAY = datetime(2024, 6, 1, 12, tzinfo=timezone.get_current_timezone())


def edition(article: Article, number: int = 1, **changed: Any) -> Edition:
    """An edition with the columns that lists read (unsaved)."""
    columns: dict[str, Any] = {
        "slug": article.slug,
        "language": article.language,
        "title": article.title,
        "published_at": NEWS_DAY,
        "first_published_at": changed.get("published_at", NEWS_DAY),
        "snapshot": {},
        "settled_on": NEWS_DAY.date(),
        "etag": f"{article.slug}-{number}",
        **changed,
    }
    row = {"slug": columns["slug"], "title": columns["title"], "edition": number}
    texts = {"api_row": orjson.dumps(row).decode(), "api_detail": orjson.dumps(row).decode()}
    return Edition(article=article, number=number, **columns, **texts)


def articles(count: int, start: int = 0) -> list[Edition]:
    """So many published articles, a minute apart."""
    written = Article.objects.bulk_create(
        Article(slug=f"story-{n:04}", title=f"Story {n:04}") for n in range(start, start + count)
    )
    return Edition.objects.bulk_create(
        edition(article, published_at=NEWS_DAY + timedelta(minutes=start + n))
        for n, article in enumerate(written)
    )


def series(code: str = "STEEL_PROD", area: str = "PAK") -> Series:
    """A series with what it needs."""
    unit, _new = Unit.objects.get_or_create(code="t", defaults={"dimension": "t", "name": "tonnes"})
    source, _new = Source.objects.get_or_create(
        slug="pbs", defaults={"code": "PBS", "name": "Statistics bureau"}
    )
    indicator, _new = Indicator.objects.get_or_create(
        code=code, defaults={"name": "Steel output", "unit": unit}
    )
    place = Area.objects.get(code=area)
    return Series.objects.get_or_create(
        indicator=indicator, area=place, unit=unit, source=source, frequency="M"
    )[0]


def release(slug: str = "pbs-2024") -> Release:
    source = Source.objects.get(slug="pbs")
    return Release.objects.get_or_create(
        slug=slug, defaults={"source": source, "title": "Monthly bulletin", "published_on": date(2024, 3, 1)}
    )[0]


def observations(of: Series, count: int, *, stated_on: date = date(2024, 3, 1)) -> list[Observation]:
    """So many months of a series, each stated once."""
    months = [f"{1900 + n // 12}-{n % 12 + 1:02}" for n in range(count)]
    written = Observation.objects.bulk_create(Observation(series=of, period=month) for month in months)
    bulletin = release()
    Vintage.objects.bulk_create(
        Vintage(
            observation=each, release=bulletin, value=f"{n}.50", unit_mult=3, decimals=2, stated_on=stated_on
        )
        for n, each in enumerate(written)
    )
    return written
