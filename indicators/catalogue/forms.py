"""Forms of the catalogue: names in other languages as plain inputs instead of JSON."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taxonomy.languages import Language

LANGUAGE_OF = {"name_ur": Language.URDU.value, "name_zh_hans": Language.CHINESE.value}


class TranslatedForm(forms.ModelForm):
    """A form of a `Translated` model: one input for each language beside English."""

    name_ur = forms.CharField(
        label=_("name in Urdu"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "lang": "ur", "dir": "rtl"}),
    )
    name_zh_hans = forms.CharField(
        label=_("name in Chinese"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "lang": "zh-hans", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, language in LANGUAGE_OF.items():
            self.initial.setdefault(name, self.instance.translations.get(language, ""))

    def save(self, commit: bool = True) -> Any:
        named = {LANGUAGE_OF[name]: self.cleaned_data.get(name, "") for name in LANGUAGE_OF}
        self.instance.translations = {language: text for language, text in named.items() if text}
        return super().save(commit)
