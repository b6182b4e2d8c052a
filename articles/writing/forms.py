"""The form of a working copy. It carries the version it was opened with: a stale save is refused, nothing is lost."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.writing.models import Article
from articles.writing.tagging import terms_of
from taxonomy.languages import direction

IN_ITS_LANGUAGE = ("title", "standfirst", "body", "section", "rights", "printed_citation")
# What two people can have written differently, in the order of the form.
COMPARED = ("title", "standfirst", "body")


class ArticleForm(forms.ModelForm):
    """Fields of an article. `stored` is the newer text that somebody else saved meanwhile, if any."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    taken_over = forms.IntegerField(widget=forms.HiddenInput, required=False)

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
        self.stored: Article | None = None
        language = self["language"].value() if "language" in self.fields else self.instance.language
        for name in IN_ITS_LANGUAGE:
            if name in self.fields:
                self.fields[name].widget.attrs.update({"lang": language, "dir": direction(str(language))})
        if self.instance.pk:
            self.fields["version"].initial = self.instance.version

    def clean_slug(self) -> str:
        """An article in the trash keeps its address until it is deleted for good."""
        slug = str(self.cleaned_data["slug"])
        if Article.objects.trashed().filter(slug=slug).exclude(pk=self.instance.pk).exists():
            told = _("The address “%(slug)s” belongs to an article in the trash. Choose another one.")
            raise ValidationError(told % {"slug": slug}, code="in-trash")
        return slug

    def clean_pasted_keywords(self) -> list[str]:
        """The terms; a list that is too long is refused and stays in the field."""
        return terms_of(self.cleaned_data["pasted_keywords"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._refuse_stale(cleaned)
        return cleaned

    def _refuse_stale(self, cleaned: dict[str, Any]) -> None:
        """The row stays locked until the save is through, so that nobody slips in between."""
        stored = Article.objects.select_for_update().get(pk=self.instance.pk)
        if stored.version in {cleaned.get("version"), cleaned.get("taken_over")}:
            cleaned["version"] = stored.version
            return
        self.stored = stored
        raise ValidationError(
            _(
                "Somebody saved this article after you opened it, so nothing was saved now. Your text is still "
                "in the form; the stored one stands beside it. Take over what you need, then save yours."
            ),
            code="stale",
        )
