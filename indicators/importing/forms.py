"""What a data editor says of a file: which release states it, and what its columns mean."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from indicators.catalogue.models import Release, Source
from indicators.importing.mapping import Mapping
from indicators.importing.tables import MOST_BYTES

MOST_RELEASES = 300
MARKS = [(".", _("Point: 3,335.71")), (",", _("Comma: 3.335,71"))]


class ImportForm(forms.Form):
    """The file, and the release that states it: one that exists, or a new one."""

    file = forms.FileField(
        label=_("File"), help_text=_("CSV, XLSX, SDMX-CSV, SDMX-ML, SDMX-JSON, or the World Bank's JSON.")
    )
    release = forms.ModelChoiceField(
        Release.objects.none(),
        label=_("Release"),
        required=False,
        empty_label=_("A new one, described below"),
    )
    source = forms.ModelChoiceField(Source.objects.order_by("name"), label=_("Source"), required=False)
    title = forms.CharField(label=_("Title of the release"), max_length=300, required=False)
    published_on = forms.DateField(
        label=_("Published on"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    url = forms.URLField(label=_("Address of the document"), required=False, assume_scheme="https")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = Release.objects.select_related("source").order_by("-published_on", "-pk")[:MOST_RELEASES]
        self.fields["release"].queryset = Release.objects.select_related("source").filter(  # type: ignore[attr-defined]
            pk__in=[each.pk for each in newest]
        )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            told = _("The file has %(size)s MiB; at most %(most)s MiB are read. Split it.")
            raise forms.ValidationError(told, params={"size": file.size >> 20, "most": MOST_BYTES >> 20})
        return file

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("release"):
            for name in ("source", "title", "published_on"):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, _("Choose a release above, or fill this in."))
        return given

    def stating(self) -> Release:
        """The release; a new one is stored."""
        given = self.cleaned_data
        if given["release"]:
            chosen: Release = given["release"]
            return chosen
        name = slugify(f"{given['source'].code} {given['title']} {given['published_on']}")[:110]
        taken = Release.objects.filter(slug__startswith=name).count()
        return Release.objects.create(
            slug=f"{name}-{taken + 1}" if taken else name,
            **{key: given[key] for key in ("source", "title", "published_on", "url")},
        )


class MappingForm(forms.Form):
    """Which column says what."""

    series = forms.CharField(
        label=_("Series"), required=False, help_text=_("One column, or several joined by +: indicator+area.")
    )
    only = forms.CharField(label=_("Or the one series of the whole file"), required=False)
    period = forms.ChoiceField(label=_("Period"))
    value = forms.ChoiceField(label=_("Value"))
    status = forms.ChoiceField(label=_("Status"), required=False)
    decimals = forms.ChoiceField(label=_("Decimals"), required=False)
    scale = forms.ChoiceField(label=_("Scale"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    action = forms.ChoiceField(
        label=_("Action"),
        required=False,
        help_text=_("A column of SDMX: rows that it deletes are withdrawn."),
    )
    change = forms.ChoiceField(
        label=_("Kind of change"), required=False,
        help_text=_("A column that says revision or correction. Without it, a changed value is a revision."),
    )  # fmt: skip
    unit_mult = forms.IntegerField(
        label=_("Scale of every value"), required=False, min_value=-30, max_value=30,
        help_text=_("Power of ten: 6 for millions, 9 for billions."),
    )  # fmt: skip
    decimal_mark = forms.ChoiceField(label=_("Decimal mark"), choices=MARKS)
    codes = forms.CharField(
        label=_("What the file calls our series"), required=False, max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "ltr"}),
        help_text=_("One a line: their name = our code."),
    )  # fmt: skip

    def __init__(self, *args: Any, columns: tuple[str, ...], mapping: Mapping, **kwargs: Any) -> None:
        stored = mapping.as_json()
        stored["series"] = "+".join(mapping.series)
        stored["codes"] = "\n".join(f"{theirs} = {ours}" for theirs, ours in mapping.codes.items())
        super().__init__(*args, **{"initial": stored, **kwargs})
        choices = [("", "–"), *((name, name) for name in columns)]
        for name in ("period", "value", "status", "decimals", "scale", "unit", "change", "action"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean_codes(self) -> dict[str, str]:
        """Raises: ValidationError for a line without an equals sign."""
        pairs = [line.split("=", 1) for line in self.cleaned_data["codes"].splitlines() if line.strip()]
        if any(len(pair) != 2 for pair in pairs):
            raise forms.ValidationError(_("Write their name, =, our code: one a line."))
        return {theirs.strip(): ours.strip() for theirs, ours in pairs}

    def mapping(self) -> Mapping:
        """What was said."""
        given = self.cleaned_data
        return Mapping.from_json(
            {
                **given,
                "series": []
                if given["only"]
                else [each.strip() for each in given["series"].split("+") if each.strip()],
                "unit_mult": given["unit_mult"] or 0,
            }
        )
