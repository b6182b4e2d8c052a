"""The form of a working copy. It carries the version it was opened with."""

from typing import Any

from django import forms

from articles.writing.addresses import free_slug
from articles.writing.models import Article
from taxonomy.languages import direction

IN_ITS_LANGUAGE = ("title", "standfirst", "body", "section", "rights", "printed_citation")
PARAGRAPHS = ("standfirst", "permission_note", "printed_citation")
# What a draft may lack.
LATER = ("title", "slug")


class ArticleForm(forms.ModelForm):
    """Fields of an article. A draft may be incomplete: publishing asks for what is missing."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Article
        fields = "__all__"  # noqa: DJ007 (the admin narrows them down by its fieldsets)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        language = self["language"].value() if "language" in self.fields else self.instance.language
        for name in IN_ITS_LANGUAGE:
            if name in self.fields:
                self.fields[name].widget.attrs.update({"lang": language, "dir": direction(str(language))})
        for name in LATER:
            if name in self.fields:
                self.fields[name].required = False
        if self.instance.pk:
            self.fields["version"].initial = self.instance.version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in PARAGRAPHS:
            if isinstance(cleaned.get(name), str):
                cleaned[name] = cleaned[name].replace("\r\n", "\n")
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = self.instance.slug or free_slug(cleaned.get("title") or "")
        return cleaned
