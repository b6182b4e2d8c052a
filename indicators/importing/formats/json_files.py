"""JSON: SDMX-JSON 1.0 and 2.0 data messages, and the World Bank's answer for an indicator."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from indicators.importing.tables import MOST_ROWS, FileRefused, Row, Table

BANK = ("indicator", "countryiso3code", "date", "value", "unit", "obs_status", "decimal")


def read_json(data: bytes) -> Table:
    """A table of text; numbers with the digits that stand in the file.

    Raises:
        FileRefused: not JSON, or neither of the two.
    """
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise FileRefused("This is not JSON in UTF-8 that can be read.") from error
    try:
        if isinstance(document, list):
            return _bank(document)
        return _sdmx(document)
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        if isinstance(error, FileRefused):
            raise
        raise FileRefused(
            "This is neither an SDMX-JSON data message nor an answer of the World Bank."
        ) from error


def _bank(document: list[Any]) -> Table:
    """`[{page…}, [{indicator: {id}, countryiso3code, date, value, decimal}, …]]`."""
    if len(document) != 2 or not isinstance(document[1], list):
        raise FileRefused("The World Bank's answer has no observations; it may be a message about an error.")
    if len(document[1]) > MOST_ROWS:
        raise FileRefused(f"There are more than {MOST_ROWS:,} observations. Split the file.")
    rows = (
        Row(number, tuple(_bank_cell(each, name) for name in BANK))
        for number, each in enumerate(document[1], 1)
    )
    return Table(BANK, rows)


def _bank_cell(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    if isinstance(value, dict):
        value = value["id"]
    return "" if value is None else str(value)


def _sdmx(document: dict[str, Any]) -> Table:
    data = document.get("data", document)
    structure = data.get("structure") or data["structures"][0]
    sets = data["dataSets"]
    dimensions, attributes = structure["dimensions"], structure.get("attributes", {})
    found = list(_observations(sets, dimensions, attributes))
    if not found:
        raise FileRefused("There is no observation in this SDMX-JSON message.")
    columns = tuple(dict.fromkeys(name for cells in found for name in cells))
    rows = (Row(n, tuple(cells.get(name, "") for name in columns)) for n, cells in enumerate(found, 1))
    return Table(columns, rows)


def _observations(
    sets: Iterable[dict[str, Any]], dimensions: dict[str, Any], attributes: dict[str, Any]
) -> Iterator[dict[str, str]]:
    count = 0
    at_series, at_obs = dimensions.get("series") or [], dimensions.get("observation") or []
    for each in sets:
        action = {"ACTION": "D"} if str(each.get("action", "")).lower() == "delete" else {}
        groups = each.get("series") or {"": {"observations": each.get("observations", {})}}
        for key, series in groups.items():
            outer = _decoded(key, at_series)
            outer |= _coded(series.get("attributes"), attributes.get("series") or [])
            for place, told in series["observations"].items():
                count += 1
                if count > MOST_ROWS:
                    raise FileRefused(f"There are more than {MOST_ROWS:,} observations. Split the file.")
                inner = _decoded(place, at_obs) | _coded(told[1:], attributes.get("observation") or [])
                yield action | outer | inner | {"OBS_VALUE": "" if told[0] is None else str(told[0])}


def _decoded(key: str, dimensions: list[dict[str, Any]]) -> dict[str, str]:
    places = key.split(":") if key else []
    return {
        dimension["id"]: _code(dimension["values"][int(place)])
        for place, dimension in zip(places, dimensions, strict=False)
    }


def _coded(places: list[Any] | None, attributes: list[dict[str, Any]]) -> dict[str, str]:
    return {
        attribute["id"]: _code(attribute["values"][int(place)])
        for place, attribute in zip(places or [], attributes, strict=False)
        if place is not None and int(place) < len(attribute["values"])
    }


def _code(value: dict[str, Any]) -> str:
    found = value.get("id", value.get("value", value.get("name", "")))
    return str(Decimal(found)) if isinstance(found, int) else str(found)
