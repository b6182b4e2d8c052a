"""What the pages of releases ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.writing.models import Article
from indicators.importing.models import DataImport


class ArticlesField(forms.ModelMultipleChoiceField):
    """Articles by title, with a name for those that have none yet."""

    def label_from_instance(self, obj: Article) -> str:
        return obj.title.strip() or gettext("(no title yet)")


class MembersForm(forms.Form):
    """What goes into a release: articles, and imports of data."""

    articles = ArticlesField(
        label=_("Articles"),
        queryset=Article.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    imports = forms.ModelMultipleChoiceField(
        label=_("Data imports"),
        queryset=DataImport.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("articles") and not given.get("imports") and "articles" not in self.errors:
            self.add_error("articles", _("Choose at least one article."))
        return given


class ReleaseForm(MembersForm):
    """The name of a release and its articles."""

    title = forms.CharField(
        label=_("Name"), max_length=200, error_messages={"required": _("Give the release a name.")}
    )
