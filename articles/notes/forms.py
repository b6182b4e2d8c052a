"""What is asked for a note and for an answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.notes.anchoring import MOST_QUOTE
from articles.notes.models import MOST_BODY


class AnswerForm(forms.Form):
    """The words alone."""

    body = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=MOST_BODY,
        help_text=_("@ and a user name tells that person by mail."),
        error_messages={"required": _("Write what you want to say.")},
    )


class NoteForm(AnswerForm):
    """The passage as well: typed, or with what stands around it if it was selected in the text."""

    quote = forms.CharField(
        label=_("Passage"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=MOST_QUOTE,
        help_text=_("The words as they stand in the text. Empty: the whole article."),
    )
    before = forms.CharField(required=False, max_length=500, strip=False, widget=forms.HiddenInput)
    after = forms.CharField(required=False, max_length=500, strip=False, widget=forms.HiddenInput)
    field_order = ["quote", "body"]

    def anchor(self) -> Any:
        """The words and what stands around them."""
        given = self.cleaned_data
        return {"quote": given["quote"], "prefix": given["before"], "suffix": given["after"]}
