"""The form of the contact details: what the site is about has an input for each language instead of JSON."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.contact.models import Contact
from taxonomy.languages import Language, direction, language_tag

LANGUAGE_OF = {"about_ur": Language.URDU.value, "about_zh_hans": Language.CHINESE.value}


def _words(language: str) -> forms.Textarea:
    attributes = {"class": "vLargeTextField", "lang": language_tag(language), "dir": direction(language)}
    return forms.Textarea(attrs=attributes | {"rows": 3})


class ContactForm(forms.ModelForm):
    """Readers of a language without words of its own have the English ones."""

    about_ur = forms.CharField(
        label=_("about the site, in Urdu"), required=False, widget=_words(Language.URDU)
    )
    about_zh_hans = forms.CharField(
        label=_("about the site, in Chinese"),
        required=False,
        widget=_words(Language.CHINESE),
        help_text=_("Where a language is left empty, its readers have the English words."),
    )

    class Meta:
        widgets: ClassVar = {"about": _words(Language.ENGLISH)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, language in LANGUAGE_OF.items():
            self.initial.setdefault(name, self.instance.about_translations.get(language, ""))

    def save(self, commit: bool = True) -> Any:
        told = {LANGUAGE_OF[name]: self.cleaned_data.get(name, "").strip() for name in LANGUAGE_OF}
        contact: Contact = self.instance
        contact.about_translations = {language: text for language, text in told.items() if text}
        return super().save(commit)
