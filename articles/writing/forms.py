"""The form of a working copy. It carries the version it was opened with."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.writing.addresses import free_slug
from articles.writing.choosing import show_known
from articles.writing.models import Article
from articles.writing.tagging import terms_of
from taxonomy.languages import direction

IN_ITS_LANGUAGE = ("title", "standfirst", "body", "section", "rights", "printed_citation")
PARAGRAPHS = ("standfirst", "permission_note", "printed_citation")
# What a draft may lack.
LATER = ("title", "slug")


class ArticleForm(forms.ModelForm):
    """Fields of an article. A draft may be incomplete: publishing asks for what is missing."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    pasted_keywords = forms.CharField(
        label=_("Paste a list"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "aria-describedby": "id_pasted_keywords_helptext"}),
    )

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
        if "slug" in self.fields:
            self.fields["slug"].error_messages["invalid"] = _(
                "An address has letters, digits and hyphens only, such as rail-freight-2026."
            )
        if self.instance.pk:
            self.fields["version"].initial = self.instance.version
        show_known(self)

    def clean_slug(self) -> str:
        """An article in the trash keeps its address until it is deleted for good."""
        slug = str(self.cleaned_data["slug"])
        if Article.objects.trashed().filter(slug=slug).exclude(pk=self.instance.pk).exists():
            told = _("The address “%(slug)s” belongs to an article in the trash. Choose another one.")
            raise ValidationError(told % {"slug": slug}, code="in-trash")
        return slug

    def is_multipart(self) -> bool:
        """Always: letters of Urdu and Chinese are then sent as they are, in two or three bytes instead of nine."""
        return True

    def clean_pasted_keywords(self) -> list[str]:
        """The terms; a list that is too long is refused and stays in the field."""
        return terms_of(self.cleaned_data["pasted_keywords"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in PARAGRAPHS:
            if isinstance(cleaned.get(name), str):
                cleaned[name] = cleaned[name].replace("\r\n", "\n")
        if "slug" in self.fields and not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = self.instance.slug or free_slug(cleaned.get("title") or "")
        return cleaned
