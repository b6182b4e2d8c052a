"""When a composition stands on the page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def _moment(label: Any, help_text: Any) -> forms.SplitDateTimeField:
    attributes: dict[str, Any] = {"aria-label": label}
    widget = forms.SplitDateTimeWidget(
        date_format="%Y-%m-%d",
        time_format="%H:%M",
        date_attrs={"type": "date", **attributes},
        time_attrs={"type": "time", **attributes},
    )
    return forms.SplitDateTimeField(label=label, required=False, help_text=help_text, widget=widget)


class SpanForm(forms.Form):
    """From when, and until when."""

    starts_at = _moment(_("From"), _("Leave empty for now. Times are those of the site."))
    ends_at = _moment(
        _("Until"),
        _("Leave empty: it stands until the page is composed anew. What stood before then returns."),
    )
