"""What the pages for publishing and withdrawing ask."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition

LATER_KINDS = [choice for choice in Edition.Kind.choices if choice[0] != Edition.Kind.FIRST]


class GoingLiveForm(forms.Form):
    """When something goes live, and whether its warnings have been read."""

    published_at = forms.SplitDateTimeField(
        label=_("Publish at"),
        required=False,
        help_text=_("Leave empty to publish now. Times are those of the site."),
        widget=forms.SplitDateTimeWidget(
            date_format="%Y-%m-%d",
            time_format="%H:%M",
            date_attrs={"type": "date", "aria-label": _("Publish at")},  # type: ignore[dict-item]
            time_attrs={"type": "time", "aria-label": _("Publish at")},  # type: ignore[dict-item]
        ),
    )
    confirm_warnings = forms.BooleanField(
        label=_("I have read the warnings; publish all the same."), required=False
    )
    override_reason = forms.CharField(
        label=_("Reason for publishing against the errors"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It is kept in the log."),
        required=False,
        max_length=500,
    )


class PublishForm(GoingLiveForm):
    """Kind, public note and time of an edition. A first edition has no kind and no note to choose."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=_("What kind of change is it?"), choices=LATER_KINDS, widget=forms.RadioSelect, initial="update"
    )
    public_note = forms.CharField(
        label=_("Public note"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Readers see it under the article and, for corrections, on the page of corrections."),
        required=False,
        max_length=2000,
    )
    field_order = ("version", "number", "kind", "public_note", *GoingLiveForm.base_fields)

    def __init__(self, *args: Any, first: bool, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Its names must not meet those of the article form, on which it opens as a dialog.
        self.auto_id = "id_publish_%s"
        self.now = now
        if first:
            del self.fields["kind"], self.fields["public_note"]

    def clean_published_at(self) -> datetime | None:
        when: datetime | None = self.cleaned_data["published_at"]
        if when is not None and when <= self.now:
            shown = timezone.localtime(self.now).strftime("%Y-%m-%d %H:%M")
            raise forms.ValidationError(
                _("This time has passed: it is %(now)s. Choose a later one, or leave it empty."),
                params={"now": shown},
            )
        return when

    @property
    def edition_kind(self) -> str:
        return str(self.cleaned_data.get("kind") or Edition.Kind.FIRST)


class WithdrawForm(forms.Form):
    """Why an article is taken back."""

    reason = forms.CharField(
        label=_("Public reason"),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("Readers see it at every address of the article, in place of the text."),
        max_length=2000,
        error_messages={"required": _("Say why the article is withdrawn. Readers see it.")},
    )
