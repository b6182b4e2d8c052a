"""The form of readers. What is typed is cleaned before it is measured, and shown again if something is missing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.replies.models import MOST_NAME, MOST_TEXT
from articles.replies.wording import cleaned, cleaned_line


class Line(forms.CharField):
    """One line without control or turning characters."""

    def to_python(self, value: Any) -> str:
        return cleaned_line(str(super().to_python(value) or ""))


class Paragraphs(forms.CharField):
    """Plain text in paragraphs."""

    def to_python(self, value: Any) -> str:
        return cleaned(str(super().to_python(value) or ""))


class ReplyForm(forms.Form):
    """Name, e-mail, text, and a field that only programs fill in."""

    use_required_attribute = True
    name = Line(
        label=_("Name"),
        max_length=MOST_NAME,
        error_messages={"required": _("Enter your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        error_messages={
            "required": _("Enter your e-mail address."),
            "invalid": _("Enter an e-mail address such as name@example.org."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    text = Paragraphs(
        label=_("Reply"),
        max_length=MOST_TEXT,
        error_messages={"required": _("Write something.")},
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "autocomplete": "off"}),
    )
    notify = forms.BooleanField(label=_("Tell me by e-mail when somebody answers"), required=False)
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_website(self) -> str:
        """Raises: ValidationError where a program filled in everything that it found."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave the last field empty, then send it again."))
        return ""
