"""SDMX-ML 2.1 data, generic or structure-specific: every series and observation as a row of its dimensions."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from indicators.importing.tables import MOST_ROWS, FileRefused, Row, Table

type Cells = dict[str, str]


def read_sdmx_ml(data: bytes) -> Table:
    """A table with a column for each dimension and attribute, `TIME_PERIOD` and `OBS_VALUE`.

    Raises:
        FileRefused: not XML, with a document type, or without observations.
    """
    try:
        found = list(_observations(data))
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise FileRefused("This is not an SDMX-ML file that can be read.") from error
    if not found:
        raise FileRefused("There is no observation in this SDMX-ML file.")
    columns = tuple(dict.fromkeys(name for cells in found for name in cells))
    rows = (
        Row(number, tuple(cells.get(name, "") for name in columns)) for number, cells in enumerate(found, 1)
    )
    return Table(columns, rows)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _observations(data: bytes) -> Iterator[Cells]:
    series: Cells = {}
    inside = False
    count = 0
    for event, element in iterparse(BytesIO(data), events=("start", "end"), forbid_dtd=True):
        name = _name(element)
        if name == "Series":
            inside = event == "start"
            series = dict(element.attrib) if inside else {}
        elif event == "end" and name in ("SeriesKey", "Attributes") and inside:
            # Attributes of an observation are read with it, below.
            series |= _values(element) if name == "SeriesKey" else {}
        elif event == "end" and name == "Obs":
            count += 1
            if count > MOST_ROWS:
                raise ValueError("too many observations")
            yield series | dict(element.attrib) | _generic(element)
            element.clear()


def _values(element: Element) -> Cells:
    return {each.attrib["id"]: each.attrib.get("value", "") for each in element if "id" in each.attrib}


def _generic(obs: Element) -> Cells:
    cells: Cells = {}
    for each in obs:
        name = _name(each)
        if name == "ObsDimension":
            cells[each.attrib.get("id", "TIME_PERIOD")] = each.attrib.get("value", "")
        elif name == "ObsValue":
            cells["OBS_VALUE"] = each.attrib.get("value", "")
        elif name in ("ObsKey", "Attributes"):
            cells |= _values(each)
    return cells
