"""What an editor of data says of an error: what is right, why, and what the source says to it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from indicators.fields import PrintedDecimalInput
from indicators.observations.forms import places, scales
from indicators.observations.models import Vintage
from indicators.upstream_errors.declaring import Right

RANGE = Vintage.Qualifier.RANGE


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class DeclareForm(forms.Form):
    """What we hold to be right instead of what the source states."""

    value = PrintedDecimalInput(
        label=_("Right is"), help_text=_("As the source would print it: 54.0 stays 54.0.")
    )
    high = PrintedDecimalInput(
        label=_("And"), required=False, help_text=_("The upper end, where the value is “between”.")
    )
    qualifier = forms.ChoiceField(label=_("Qualifier"), choices=Vintage.Qualifier.choices, initial="exact")
    unit_mult = forms.TypedChoiceField(label=_("Scale"), coerce=int)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Readers see it: where the error shows, and what it should be."),
    )
    informed_on = forms.DateField(
        label=_("Source informed on"), required=False, widget=_day(), help_text=_("Empty: not yet.")
    )

    def __init__(self, *args: Any, expect: Vintage, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.expect = expect
        self.fields["unit_mult"].choices = scales(expect.unit_mult)  # type: ignore[attr-defined]
        self.fields["unit_mult"].initial = expect.unit_mult
        self.fields["qualifier"].initial = expect.qualifier

    def plain(self) -> list[forms.BoundField]:
        """The fields that every declaration needs."""
        return [self[name] for name in ("value", "unit_mult", "reason", "informed_on")]

    def ranged(self) -> list[forms.BoundField]:
        """Those that few need."""
        return [self[name] for name in ("qualifier", "high")]

    def ranged_is_needed(self) -> bool:
        """Whether these have to be seen."""
        return self.expect.qualifier != Vintage.Qualifier.EXACT or any(each.errors for each in self.ranged())

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        ranged, high = given.get("qualifier") == RANGE, given.get("high")
        if given.get("value") is None and "value" not in self.errors:
            self.add_error("value", _("Write what is right."))
        if ranged and high is None and "high" not in self.errors:
            self.add_error("high", _("Write the upper end of the range."))
        elif high is not None and not ranged:
            self.add_error("high", _("Leave this empty, or choose the qualifier “between”."))
        return given

    def right(self) -> Right:
        """What was written, with as many decimals as it shows."""
        given = self.cleaned_data
        value, high, ranged = given["value"], given["high"], given["qualifier"] == RANGE
        return Right(
            value=None if ranged else value,
            low=value if ranged else None,
            high=high,
            qualifier=given["qualifier"],
            unit_mult=given["unit_mult"],
            decimals=max(places(number) for number in (value, high) if number is not None),
        )

    def show(self, refusal: ValidationError) -> None:
        """Say a refusal beside the field that it is about."""
        for name, errors in ValidationError(refusal).update_error_dict({}).items():
            self.add_error(name if name in self.fields else None, errors)


class InformForm(forms.Form):
    """When the source was told."""

    on = forms.DateField(label=_("Source informed on"), widget=_day())


class ReplyForm(forms.Form):
    """What the source answered."""

    reply = forms.CharField(
        label=_("Reply of the source"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    confirms = forms.BooleanField(label=_("It confirms the error"), required=False)


class RejectForm(forms.Form):
    """Why the source is right after all."""

    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.TextInput(attrs={"dir": "auto"}))
