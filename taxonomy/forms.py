"""Forms of the keyword admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from taxonomy.folding import fold
from taxonomy.models import Keyword, KeywordLabel, Role, Status


class KeywordForm(forms.ModelForm):
    """A keyword. A merged one stays deprecated: it has no say of its own any more."""

    class Meta:
        model = Keyword
        fields = ["name", "slug", "kind", "status", "parent", "related", "scope_note"]

    def clean_status(self) -> str:
        status: str = self.cleaned_data["status"]
        if self.instance.replaced_by_id and status != Status.DEPRECATED:
            raise ValidationError(
                _("This keyword has been merged into “%(name)s” and stays deprecated."),
                params={"name": self.instance.replaced_by},
            )
        return status

    def clean_parent(self) -> Any:
        parent = self.cleaned_data["parent"]
        if parent and "parent" in self.changed_data and parent.status == Status.DEPRECATED:
            raise ValidationError(_("“%(name)s” is deprecated."), params={"name": parent})
        return parent

    def clean_related(self) -> Any:
        related = self.cleaned_data["related"]
        if self.instance.pk and self.instance in related:
            raise ValidationError(_("A keyword is not related to itself. Take it out of the list."))
        return related


class LabelFormSet(BaseInlineFormSet):
    """Labels of one keyword: one preferred a language, also among those that are new together."""

    def clean(self) -> None:
        super().clean()
        preferred: set[str] = set()
        for form in self.forms:
            given = getattr(form, "cleaned_data", None) or {}
            if given.get("DELETE") or given.get("role") != Role.PREFERRED:
                continue
            if given.get("language") in preferred and not form.errors:
                form.add_error(None, _("This language has a preferred label already."))
            preferred.add(given.get("language", ""))


class LabelForm(forms.ModelForm):
    """One label, with at least one letter that can be searched for."""

    class Meta:
        model = KeywordLabel
        fields = ["language", "role", "text"]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not fold(text):
            raise ValidationError(_("Write a word that can be searched for."))
        return text


def _a_keyword(label: Any, missing: Any = "", **options: Any) -> forms.ModelChoiceField:
    """A keyword in use, found by typing."""
    return forms.ModelChoiceField(
        Keyword.objects.exclude(status=Status.DEPRECATED),
        label=label,
        widget=AutocompleteSelect(Keyword._meta.get_field("parent"), admin.site),
        error_messages={"required": missing} if missing else {},
        **options,
    )


class MergeForm(forms.Form):
    """Into which keyword?"""

    into = _a_keyword(_("Merge into"), _("Choose the keyword that stays."))


class MoveForm(forms.Form):
    """Below which keyword?"""

    below = _a_keyword(_("broader"), required=False, help_text=_("Empty: at the top of the tree."))


class RetireForm(forms.Form):
    """Does another keyword take its place?"""

    replaced_by = _a_keyword(
        _("replaced by"),
        required=False,
        help_text=_(
            "Everything that carries the keyword then carries this one. Empty: what carries it keeps it."
        ),
    )
