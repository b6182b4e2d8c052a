"""What an outside reader may write, and what an editor says when making a link."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.previews.links import DAYS, MOST_DAYS
from articles.previews.models import OutsideComment
from taxonomy.printable import plain_line


class CommentForm(forms.ModelForm):
    """Name and text. `website` is for programs only: people do not see it."""

    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
    )

    class Meta:
        model = OutsideComment
        fields = ["name", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}

    def clean_name(self) -> str:
        return plain_line(self.cleaned_data["name"])

    @property
    def by_a_program(self) -> bool:
        return bool(self.data.get("website"))


class LinkForm(forms.Form):
    """For whom, how long, and of what."""

    note = forms.CharField(label=_("For whom"), max_length=200, required=False)
    days = forms.IntegerField(label=_("Open for days"), min_value=1, max_value=MOST_DAYS, initial=DAYS)
    revision = forms.IntegerField(label=_("Fixed revision"), min_value=1, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
