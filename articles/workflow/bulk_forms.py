"""What the bulk actions ask: one form a verb, filled in once for all."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext_lazy as _

from articles.writing.models import ArticleKeyword
from taxonomy.models import Keyword, Status


class PublishMany(forms.Form):
    """A note for those that are public already, and a yes to the warnings."""

    public_note = forms.CharField(
        label=_("Public note"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For articles that have an edition already: each gets an update with this note."),
        required=False,
        max_length=2000,
    )
    confirm_warnings = forms.BooleanField(label=_("Publish also where there are warnings."), required=False)


class WithdrawMany(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=_("Public reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": _("Say why the article is withdrawn. Readers see it.")},
    )


class TagMany(forms.Form):
    """Which keyword."""

    keyword = forms.ModelChoiceField(
        Keyword.objects.exclude(status=Status.DEPRECATED),
        label=_("Keyword"),
        widget=AutocompleteSelect(ArticleKeyword._meta.get_field("keyword"), admin.site),
    )
