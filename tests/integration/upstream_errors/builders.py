"""A source that states the wrong figure, and what we say to it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from indicators.observations.models import Vintage
from indicators.upstream_errors.declaring import Right, declare
from indicators.upstream_errors.models import UpstreamError
from tests.newsroom import FEBRUARY, a_series, stated

REFERENCE = "CARS.CHN.A.STAT:2024"
MARCH_10 = date(2025, 3, 10)
REASON = "The sum of the months is another one."


def the_statement(value: str = "9.443") -> Vintage:
    return stated(a_series(), "2024", value)


def declared(
    expect: Vintage, value: str = "9.543", *, at: datetime = FEBRUARY, by: Any = None, **fields: Any
) -> UpstreamError:
    right = Right(value=Decimal(value), unit_mult=6, decimals=len(value.partition(".")[2]))
    return declare(expect, right=right, reason=REASON, by=by, at=at, **fields)
