"""What the pages of the verbs ask: a reason, a person and a day, or nothing but a yes."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from articles.workflow.verbs import MOST_REASON, may_write

DAY = {"type": "date"}


class ConfirmForm(forms.Form):
    """A word that is kept in the log, if there is one."""

    reason = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is kept in the log."),
        required=False,
        max_length=MOST_REASON,
    )


class ReasonForm(forms.Form):
    """What has to be changed."""

    reason = forms.CharField(
        label=_("What has to be changed?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The author sees it at the top of the article."),
        max_length=MOST_REASON,
        error_messages={"required": _("Say what has to be changed. The author sees it.")},
    )


class AssignForm(forms.Form):
    """To whom, and by when."""

    person = forms.TypedChoiceField(label=_("Person"), required=False, coerce=int, empty_value=None)
    due_on = forms.DateField(
        label=_("Due"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY)
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True, is_staff=True).order_by("username")
        self.people = {person.pk: person for person in people if may_write(person)}
        names = [(pk, person.get_full_name() or str(person)) for pk, person in self.people.items()]
        self.fields["person"].choices = [("", _("Nobody")), *names]  # type: ignore[attr-defined]

    def clean_person(self) -> Any:
        return self.people.get(self.cleaned_data["person"])


class PlanForm(forms.Form):
    """For which day."""

    planned_for = forms.DateField(
        label=_("Planned for"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY),
        help_text=_("An intention; nothing is published by it. Empty: no day."),
    )
