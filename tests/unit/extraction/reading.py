"""Short ways to extract in tests."""

from datetime import date

from articles.figures.extraction import ExtractedFigure, extract

PUBLISHED = date(2024, 3, 15)


def figures(text: str, *, area: str = "Pakistan", fiscal_year_start: int = 7) -> list[ExtractedFigure]:
    return extract(text, published=PUBLISHED, area=area, fiscal_year_start=fiscal_year_start)


def only(text: str, *, area: str = "Pakistan") -> ExtractedFigure:
    (figure,) = figures(text, area=area)
    return figure
