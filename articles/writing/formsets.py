"""Rows of an article that stand in the editors' order."""

from typing import Any

from django.forms import BaseInlineFormSet

from articles.writing.choosing import show_known


class InOrder(BaseInlineFormSet):
    """A row added without a position comes last."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        show_known(form)

    def save_new(self, form: Any, commit: bool = True) -> Any:
        if not form.instance.position:
            taken = [each.instance.position for each in self.forms if each is not form]
            form.instance.position = max(taken, default=0) + 1
        return super().save_new(form, commit=commit)
