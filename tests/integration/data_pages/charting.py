"""Figures of an indicator that the tests of charts share."""

from datetime import date

from tests.newsroom import a_series, stated


def a_revised_indicator() -> None:
    """CARS, 2014 to 2023, of which 2023 was stated in February 2024 and revised in October."""
    series = a_series("CARS")
    for year in range(2014, 2023):
        stated(series, str(year), f"{year - 2012}.5", date(2024, 2, 29))
    stated(series, "2023", "33.27", date(2024, 2, 29))
    stated(series, "2023", "33.35", date(2024, 10, 2))
