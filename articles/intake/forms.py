"""What is asked before and after a clipping is recognised."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.intake.formats import ENDINGS, MOST_BYTES
from taxonomy.languages import Language
from taxonomy.pasting import pasted


class ClippingForm(forms.Form):
    """Words, or a file."""

    text = forms.CharField(
        label=_("Text"), required=False, max_length=700_000, strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "dir": "auto"}),
        help_text=_("Paste the whole page as it stands: what does not belong to the article is left out."),
    )  # fmt: skip
    file = forms.FileField(label=_("Or a file"), required=False, help_text=", ".join(ENDINGS))
    anyway = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        file = given.get("file")
        if file and file.size > MOST_BYTES:
            self.add_error("file", _("The file is larger than %(most)s MiB.") % {"most": MOST_BYTES >> 20})
        if not file and not (given.get("text") or "").strip() and not self.errors:
            self.add_error("text", _("Paste a text, or choose a file."))
        return given


class FieldsForm(forms.Form):
    """What was recognised beside the text."""

    title = forms.CharField(label=_("Title"), max_length=300)
    standfirst = forms.CharField(
        label=_("Standfirst"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    authors = forms.CharField(
        label=_("Authors"), required=False, max_length=6000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line."),
    )  # fmt: skip
    publication = forms.CharField(label=_("Publication"), required=False, max_length=200)
    issued = forms.RegexField(
        r"\A\d{4}(-\d\d(-\d\d)?)?\Z", label=_("First printed"), required=False,
        help_text=_("2024, 2024-03 or 2024-03-31."),
    )  # fmt: skip
    section = forms.CharField(label=_("Section"), required=False, max_length=120)
    page = forms.CharField(label=_("Page"), required=False, max_length=40)
    url = forms.CharField(label=_("Address of the original"), required=False, max_length=500)
    printed_citation = forms.CharField(
        label=_("Citation as printed"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    keywords = forms.CharField(
        label=_("Keywords"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("With commas between them."),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)

    def clean_authors(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["authors"].splitlines() if line.strip()]

    def clean_keywords(self) -> list[str]:
        return pasted(self.cleaned_data["keywords"]).terms


def shown(fields: dict[str, Any]) -> dict[str, Any]:
    """The stored fields as the form begins with them."""
    return {**fields, "authors": "\n".join(fields["authors"]), "keywords": ", ".join(fields["keywords"])}
