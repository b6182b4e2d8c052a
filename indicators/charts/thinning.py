"""A line of thousands of values, drawn with as many as can be seen. Pure."""

from collections.abc import Sequence
from decimal import Decimal

Place = tuple[Decimal, Decimal]

DENSE = 2


def thinned(run: Sequence[Place], width: Decimal) -> list[Place]:
    """The same stroke with at most four places for each unit of width: the first, lowest, highest and last there.

    What is drawn differs from the whole line in no pixel (the M4 aggregation, doi:10.14778/2732951.2732953).
    """
    if len(run) <= width * DENSE:
        return list(run)
    found: list[Place] = []
    for _column, places in _columns(run):
        ends = {0, len(places) - 1}
        order = sorted(range(len(places)), key=lambda n: places[n][1])
        found += [places[n] for n in sorted(ends | {order[0], order[-1]})]
    return found


def _columns(run: Sequence[Place]) -> list[tuple[int, list[Place]]]:
    columns: list[tuple[int, list[Place]]] = []
    for place in run:
        column = int(place[0])
        if not columns or columns[-1][0] != column:
            columns.append((column, []))
        columns[-1][1].append(place)
    return columns
