"""A statement with its unit, in sentences of three languages."""

from decimal import Decimal

import pytest

from indicators.catalogue.models import Unit
from indicators.observations.models import Vintage
from indicators.observations.stated import as_printed

VEHICLES = Unit(code="vehicle", name="vehicles", translations={"ur": "گاڑیاں", "zh-hans": "辆"})
POWER = Unit(code="kW", name="kilowatts", symbol="kW")
PERCENT = Unit(code="percent", name="percent", symbol="%")


def said(unit: Unit, language: str, **stated: object) -> str:
    vintage = Vintage(unit_mult=6 if unit is not PERCENT else 0, **stated)
    return as_printed(vintage, unit, language)


@pytest.mark.parametrize(
    ("unit", "language", "expected"),
    [
        (VEHICLES, "en", "more than 9.4 million vehicles"),
        # “گاڑیاں سے زیادہ” would have to be “گاڑیوں سے زیادہ”.
        (VEHICLES, "ur", "9.4 ملین سے زیادہ گاڑیاں"),
        (VEHICLES, "zh-hans", "超过 9.4 百万 辆"),
        (POWER, "ur", "9.4 ملین kW سے زیادہ"),
        (PERCENT, "ur", "9.4% سے زیادہ"),
        (PERCENT, "zh-hans", "超过 9.4%"),
    ],
)
def test_a_noun_is_not_inflected_by_what_qualifies_the_number(
    unit: Unit, language: str, expected: str
) -> None:
    assert said(unit, language, value=Decimal("9.4"), qualifier="more_than") == expected


def test_a_range_has_its_unit_once() -> None:
    assert said(VEHICLES, "ur", low=Decimal(5), high=Decimal(6), qualifier="range") == "5 تا 6 ملین گاڑیاں"
    assert said(PERCENT, "zh-hans", low=Decimal(5), high=Decimal(6), qualifier="range") == "5 至 6%"
