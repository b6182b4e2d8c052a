"""The choice of a row that has one already: named by what the formset has read, not by a query for every row."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model


class RowChoice(AutocompleteSelect):
    """An autocomplete field that knows the object it shows, if the row came with it."""

    known: Model | None = None

    def optgroups(self, name: str, value: Sequence[Any], attrs: Any = None) -> Any:
        known = self.known
        if known is None or [str(each) for each in value] != [str(known.pk)]:
            return super().optgroups(name, value, attrs)
        field: Any = self.choices
        label = field.field.label_from_instance(known)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*blank, self.create_option(name, known.pk, label, True, 0)], 0)]


def show_known(form: Any) -> None:
    """Tell the choices of a form which objects its instance holds already."""
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, RowChoice) and form.instance.pk and name in form.instance._state.fields_cache:
            widget.known = getattr(form.instance, name)
