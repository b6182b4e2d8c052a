"""The one short form that records a further vintage of a series. It cannot alter an earlier one."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget, AutocompleteSelect
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.models import Release, Series
from indicators.fields import PrintedDecimalInput
from indicators.observations.models import Observation, Vintage
from indicators.observations.periods import parse_period
from indicators.observations.printing import scale_word
from indicators.observations.recording import record_vintages
from indicators.observations.succession import change_kind_by_default

SCALES = (0, 3, 4, 6, 8, 9, 12)
RANGE = Vintage.Qualifier.RANGE


def places(number: Decimal) -> int:
    """Decimals as printed: 1 for 54.0."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def scales(usual: int) -> list[tuple[int, str]]:
    """The powers of ten to choose from, with the usual one."""
    return [(s, str(_("as it stands")) if s == 0 else scale_word(s)) for s in sorted({*SCALES, usual})]


class VintageForm(forms.Form):
    """What a source stated about one period of a series, as printed."""

    FIELDSETS = (
        (
            None,
            {
                "fields": [
                    ("period", "value", "unit_mult"),
                    ("release", "stated_on"),
                    ("change_kind", "reason"),
                ]
            },
        ),
        (
            _("Ranges, qualifiers, missing values"),
            {"fields": [("qualifier", "high"), ("status", "decimals"), "note"], "classes": ["collapse"]},
        ),
    )

    period = forms.CharField(
        label=_("Period"), max_length=10, help_text=_("2023, 2023-S1, 2023-Q1, 2023-05, 2023-05-31")
    )
    value = PrintedDecimalInput(
        label=_("Value"), required=False, help_text=_("As the source printed it: 54.0 stays 54.0.")
    )
    unit_mult = forms.TypedChoiceField(label=_("Scale"), coerce=int)
    release = forms.ModelChoiceField(
        Release.objects.none(),
        label=_("Release"),
        widget=AutocompleteSelect(Vintage._meta.get_field("release"), admin.site),
    )
    stated_on = forms.DateField(
        label=_("Stated on"),
        required=False,
        widget=AdminDateWidget,
        help_text=_("Empty: the day the release was published."),
    )
    change_kind = forms.ChoiceField(
        label=_("Change"),
        required=False,
        choices=[("", _("First statement, or else a revision")), *Vintage.ChangeKind.choices],
    )
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)
    qualifier = forms.ChoiceField(label=_("Qualifier"), choices=Vintage.Qualifier.choices, initial="exact")
    high = PrintedDecimalInput(
        label=_("And"), required=False, help_text=_("The upper end, where the value is “between”.")
    )
    status = forms.ChoiceField(label=_("Status"), choices=Vintage.Status.choices, initial="A")
    decimals = forms.IntegerField(
        label=_("Decimals"),
        required=False,
        min_value=0,
        max_value=20,
        help_text=_("Empty: as many as the value shows."),
    )
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.series = series
        newest = (
            Vintage.objects.filter(observation__series=series).order_by("-stated_on", "-recorded_at").first()
        )
        usual = newest.unit_mult if newest else 0
        self.fields["unit_mult"].choices = scales(usual)  # type: ignore[attr-defined]
        self.fields["unit_mult"].initial = usual
        self.fields["release"].queryset = Release.objects.select_related("source")  # type: ignore[attr-defined]

    def clean_period(self) -> str:
        period: str = self.cleaned_data["period"].strip()
        try:
            found = parse_period(period)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if found.frequency != self.series.frequency:
            raise ValidationError(
                _("“%(period)s” does not fit this series, which is %(frequency)s."),
                params={"period": period, "frequency": self.series.get_frequency_display().lower()},
            )
        return period

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        self._say_what_the_value_lacks(given)
        if not given.get("stated_on") and given.get("release"):
            given["stated_on"] = given["release"].published_on
        return given

    def _say_what_the_value_lacks(self, given: dict[str, Any]) -> None:
        ranged, value, high = given.get("qualifier") == RANGE, given.get("value"), given.get("high")
        absent = given.get("status") in Vintage.MISSING or given.get("change_kind") == "withdrawal"
        if absent and (value is not None or high is not None):
            self.add_error("value", _("A missing, withheld or withdrawn value is left empty."))
        elif not absent and value is None and "value" not in self.errors:
            self.add_error("value", _("Write the value, or choose the status missing or withheld below."))
        elif ranged and not absent and high is None and "high" not in self.errors:
            self.add_error("high", _("Write the upper end of the range."))
        elif high is not None and not ranged:
            self.add_error("high", _("Leave this empty, or choose the qualifier “between”."))
        elif ranged and value is not None and high is not None and value > high:
            self.add_error("high", _("The range ends below its start."))

    def record(self, *, by: User, at: datetime) -> Vintage | None:
        """Store the vintage, and the observation where the period is new; a refusal is said in `errors`."""
        try:
            with transaction.atomic():
                observation, _new = Observation.objects.get_or_create(
                    series=self.series, period=self.cleaned_data["period"]
                )
                return record_vintages([self._vintage(observation, by)], at=at)[0]
        except ValidationError as refusal:
            self._show(refusal)
        except IntegrityError:
            self.add_error(None, _("Somebody recorded the same statement just now. Look at the table."))
        return None

    def proposed(self, *, by: User) -> Vintage | None:
        """What would be stored, unsaved; None where the period is new, of which nothing can be quoted yet."""
        rows = Observation.objects.select_related("series")
        observation = rows.filter(series=self.series, period=self.cleaned_data["period"]).first()
        return self._vintage(observation, by) if observation else None

    def _vintage(self, observation: Observation, by: User) -> Vintage:
        given = self.cleaned_data
        value, high, ranged = given["value"], given["high"], given["qualifier"] == RANGE
        shown = [number for number in (value, high) if number is not None]
        vintage = Vintage(
            observation=observation,
            value=None if ranged else value,
            low=value if ranged else None,
            high=high,
            decimals=max(map(places, shown), default=0) if given["decimals"] is None else given["decimals"],
            change_kind=given["change_kind"] or change_kind_by_default(observation, given["stated_on"]),
            recorded_by=by,
        )
        for name in ("release", "stated_on", "unit_mult", "qualifier", "status", "reason", "note"):
            setattr(vintage, name, given[name])
        return vintage

    def _show(self, refusal: ValidationError) -> None:
        for name, errors in ValidationError(refusal).update_error_dict({}).items():
            field = {"low": "value"}.get(name, name)
            for error in errors:
                twice = "unique" in (error.code or "")
                sentence = _("This release has stated a value of this period on that day already.")
                self.add_error(field if field in self.fields else None, sentence if twice else error)
