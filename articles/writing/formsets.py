"""Rows of an article that stand in the editors' order."""

from typing import Any

from django.forms import BaseInlineFormSet


class InOrder(BaseInlineFormSet):
    """A row added without a position comes last."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        if not form.instance.position:
            taken = [each.instance.position for each in self.forms if each is not form]
            form.instance.position = max(taken, default=0) + 1
        return super().save_new(form, commit=commit)
