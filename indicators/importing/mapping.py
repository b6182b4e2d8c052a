"""Which column says what: remembered for each source. Pure."""

from collections.abc import Mapping as Lookup
from dataclasses import asdict, dataclass, field
from typing import Any, Self

GUESSES: dict[str, tuple[str, ...]] = {
    "series": ("series", "series_code", "series_key", "key", "code"),
    "period": ("period", "time_period", "date", "year", "time"),
    "value": ("value", "obs_value"),
    "status": ("status", "obs_status"),
    "decimals": ("decimals", "decimal"),
    "scale": ("unit_mult", "multiplier", "scale"),
    "unit": ("unit", "unit_measure"),
    "action": ("action",),
    "change": ("change", "change_kind", "kind_of_change"),
}
# Dimensions of an SDMX or World Bank series, in the order in which they make its name.
DIMENSIONS = ("indicator", "countryiso3code", "ref_area", "freq", "measure", "unit_measure")
NEEDED = ("period", "value")


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of a file mean.

    Attributes:
        series: the columns that name the series together, joined by dots; none where `only` names it.
        only: the code of the one series that the whole file is about.
        action: the column of SDMX that says whether a row is stated or deleted.
        change: the column that says whether a changed value is a revision or a correction.
        decimal_mark: "." or ",".
        unit_mult: the power of ten of every value, where no column says it.
        codes: how the file calls a series, and our code of it.
    """

    series: tuple[str, ...] = ()
    period: str = ""
    value: str = ""
    status: str = ""
    decimals: str = ""
    scale: str = ""
    unit: str = ""
    change: str = ""
    action: str = ""
    only: str = ""
    decimal_mark: str = "."
    unit_mult: int = 0
    codes: Lookup[str, str] = field(default_factory=dict)

    @classmethod
    def from_json(cls, stored: Lookup[str, Any]) -> Self:
        """As `as_json` wrote it; what is unknown is left out."""
        known = {name: stored[name] for name in cls.__slots__ if name in stored}
        return cls(**{**known, "series": tuple(known.get("series", ()))})

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "series": list(self.series), "codes": dict(self.codes)}

    def missing(self, columns: tuple[str, ...]) -> list[str]:
        """What cannot be read with these columns: the names of what is not said, or named but not there."""
        lacking = [name for name in NEEDED if getattr(self, name) not in columns]
        if not self.only and (not self.series or any(name not in columns for name in self.series)):
            lacking.insert(0, "series")
        named = [getattr(self, name) for name in ("status", "decimals", "scale", "unit", "change", "action")]
        return lacking + [name for name in named if name and name not in columns]


def guessed(columns: tuple[str, ...], *, only: str = "") -> Mapping:
    """The mapping that the names of the columns suggest."""
    lower = {name.lower(): name for name in columns}

    def first(names: tuple[str, ...]) -> str:
        return next((lower[name] for name in names if name in lower), "")

    found: dict[str, Any] = {name: first(names) for name, names in GUESSES.items() if name != "series"}
    code = first(GUESSES["series"])
    series = (code,) if code else tuple(lower[name] for name in DIMENSIONS if name in lower)
    if only:
        series = ()
    if found["unit"] in series:
        found["unit"] = ""
    return Mapping(series=series, only=only, **found)
