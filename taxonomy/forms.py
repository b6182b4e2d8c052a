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

    def clean_related(self) -> Any:
        related = self.cleaned_data["related"]
        if self.instance.pk and self.instance in related:
            raise ValidationError(_("A keyword is not related to itself. Take it out of the list."))
        return related


class LabelFormSet(BaseInlineFormSet):
    """Labels of one keyword: one preferred a language, no text twice."""

    def clean(self) -> None:
        super().clean()
        preferred: set[str] = set()
        seen: set[tuple[str, str, str]] = set()
        for form in self.forms:
            if not (label := self._label_of(form)):
                continue
            key = (label.language, label.role, label.text)
            if label.role == Role.PREFERRED and label.language in preferred:
                form.add_error(
                    "role", _("This language has a preferred label already. Make this one alternative.")
                )
            elif key in seen:
                form.add_error("text", _("This label is given twice. Remove one of the two."))
            if label.role == Role.PREFERRED:
                preferred.add(label.language)
            seen.add(key)

    def _label_of(self, form: Any) -> KeywordLabel | None:
        given = getattr(form, "cleaned_data", None)
        if not given or given.get("DELETE") or "text" not in given:
            return None
        label: KeywordLabel = form.instance
        return label


class LabelForm(forms.ModelForm):
    """One label. The English preferred one is the keyword's name."""

    class Meta:
        model = KeywordLabel
        fields = ["language", "role", "text"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("language") == "en" and given.get("role") == Role.PREFERRED:
            self.add_error(
                "role", _("The preferred English label is the name above. Make this one alternative.")
            )
        if given.get("text") and not fold(given["text"]):
            self.add_error("text", _("Write a word that can be searched for."))
        return given


class MergeForm(forms.Form):
    """Into which keyword?"""

    into = forms.ModelChoiceField(
        Keyword.objects.exclude(status=Status.DEPRECATED),
        label=_("Merge into"),
        widget=AutocompleteSelect(Keyword._meta.get_field("parent"), admin.site),
        error_messages={"required": _("Choose the keyword that stays.")},
    )
