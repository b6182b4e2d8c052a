"""The form of readers. What is typed is cleaned before it is measured, and shown again if something is missing."""

import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.replies.models import MOST_NAME, MOST_TEXT
from articles.replies.wording import cleaned, cleaned_line

# What is so many times too long is not worth the work of cleaning it: it is refused anyway.
HOPELESS = 20
TOO_LONG = _("Shorten what you wrote: at most %(limit_value)d letters, now %(show_value)d.")


class Line(forms.CharField):
    """One line without control or turning characters."""

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value) or "")
        return typed if len(typed) > HOPELESS * (self.max_length or MOST_TEXT) else cleaned_line(typed)


class Paragraphs(forms.CharField):
    """Plain text in paragraphs. Its field takes more than is accepted: a browser would cut what is pasted, unsaid."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value) or "")
        return typed if len(typed) > HOPELESS * (self.max_length or MOST_TEXT) else cleaned(typed)


class Email(forms.EmailField):
    """An address without characters that nobody sees: they come along when it is copied from a message."""

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value) or "")
        return "".join(each for each in typed if unicodedata.category(each) != "Cf")

    def run_validators(self, value: Any) -> None:
        # Inside quotation marks the standard allows them; no mail program does.
        if any(unicodedata.category(each) == "Cc" for each in str(value)):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        super().run_validators(value)


class Trap(forms.TextInput):
    """A field that only programs fill in. What they wrote is not shown again: a person could not take it out."""

    def format_value(self, value: Any) -> None:
        return None


class ReplyForm(forms.Form):
    """Name, e-mail, text, and a field that only programs fill in."""

    use_required_attribute = True
    name = Line(
        label=pgettext_lazy("of a person", "Name"),
        max_length=MOST_NAME,
        error_messages={
            "required": _("Enter your name."),
            "max_length": _("Shorten your name: at most %(limit_value)d letters, now %(show_value)d."),
        },
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = Email(
        label=_("E-mail"),
        max_length=254,
        error_messages={
            "required": _("Enter your e-mail address."),
            "invalid": _("Enter an e-mail address such as name@example.org."),
            "max_length": _("Enter an e-mail address such as name@example.org."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    text = Paragraphs(
        label=_("Reply"),
        max_length=MOST_TEXT,
        error_messages={"required": _("Write something."), "max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    notify = forms.BooleanField(label=_("Tell me by e-mail when somebody answers"), required=False)
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=Trap(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean(self) -> dict[str, Any]:
        """Raises: ValidationError where a program filled in everything that it found."""
        if self.cleaned_data.get("website"):
            raise forms.ValidationError(
                _(
                    "A field that people do not see was filled in, perhaps by your browser. "
                    "It is empty again: send what you wrote once more."
                )
            )
        return self.cleaned_data
