"""Rows of an article that stand in the editors' order, and may have been saved since the page was opened."""

from typing import Any

from django.forms import BaseInlineFormSet
from django.http import QueryDict

from articles.writing.choosing import show_known

MOST_ROWS = 1000
# Sent by a page that has saved its rows by itself: what it does not send was taken out.
ALL_ROWS = "rows_complete"

Row = dict[str, str]
# The id of each stored row by what it names: pairs of field and value.
Names = dict[tuple[tuple[str, str], ...], str]


class InOrder(BaseInlineFormSet):
    """A row added without a position comes last. A row saved by itself meanwhile is known by what it names."""

    named_by: tuple[str, ...] = ()

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        if isinstance(data, QueryDict) and self.instance.pk and self.named_by:
            self.data = rematched(data, str(self.prefix), self._stored())

    def _stored(self) -> Names:
        rows = self.get_queryset().values_list("pk", *self.named_by)
        return {tuple(zip(self.named_by, map(str, values), strict=True)): str(pk) for pk, *values in rows}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        show_known(form)

    def save_new(self, form: Any, commit: bool = True) -> Any:
        if not form.instance.position:
            taken = [each.instance.position for each in self.forms if each is not form]
            form.instance.position = max(taken, default=0) + 1
        return super().save_new(form, commit=commit)


class ByKeyword(InOrder):
    named_by = ("keyword",)


class ByAgent(InOrder):
    named_by = ("agent", "role")


def rematched(data: QueryDict, prefix: str, stored: Names) -> QueryDict:
    """What was posted, with each row that is stored carrying the id it has now, and stored rows first."""
    try:
        total = min(int(data.get(f"{prefix}-TOTAL_FORMS", "")), MOST_ROWS)
    except ValueError:
        return data
    rows = _rows(data, prefix, total)
    known, new = _sorted_out(rows, stored)
    if ALL_ROWS in data:
        sent = {row["id"] for row in known}
        known += [{"id": pk, "DELETE": "on"} for pk in stored.values() if pk not in sent]
    return _written(data, prefix, known, new)


def _rows(data: QueryDict, prefix: str, total: int) -> list[Row]:
    rows: list[Row] = [{} for _n in range(total)]
    for name in data:
        head, _dash, rest = name.partition("-")
        number, _dash, field = rest.partition("-")
        if head == prefix and len(number) < 5 and number.isdecimal() and int(number) < total:
            rows[int(number)][field] = str(data[name])
    return rows


def _sorted_out(rows: list[Row], stored: Names) -> tuple[list[Row], list[Row]]:
    ids, taken = set(stored.values()), {row.get("id", "") for row in rows}
    known: list[Row] = []
    new: list[Row] = []
    for row in rows:
        if row.get("id") in ids:
            known.append(row)
            continue
        names = next((key for key in stored if all(row.get(name) == value for name, value in key)), None)
        if names and stored[names] not in taken:
            taken.add(stored[names])
            known.append({**row, "id": stored[names]})
        elif not row.get("DELETE"):
            new.append({**row, "id": ""})
    return known, new


def _written(data: QueryDict, prefix: str, known: list[Row], new: list[Row]) -> QueryDict:
    found = data.copy()
    for name in [name for name in found if name.startswith(f"{prefix}-") and name[len(prefix) + 1].isdigit()]:
        del found[name]
    for n, row in enumerate([*known, *new]):
        for name, value in row.items():
            found[f"{prefix}-{n}-{name}"] = value
    found[f"{prefix}-INITIAL_FORMS"] = str(len(known))
    found[f"{prefix}-TOTAL_FORMS"] = str(len(known) + len(new))
    found._mutable = False
    return found
