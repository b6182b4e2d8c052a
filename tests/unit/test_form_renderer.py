"""Our renderer of forms draws what Django's draws."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from nqpf.form_renderer import Renderer

ODD = "\"'<>&چین"
CHOICES = [("", "---"), (1, "One <b>"), ("group", ODD)]
GROUPED = [("", "Nothing"), (ODD, [(2, "Two"), (3, mark_safe("Three &amp; more"))])]
WIDGETS: list[tuple[forms.Widget, Any]] = [
    (forms.TextInput(), ODD),
    (forms.TextInput(attrs={"required": True, "disabled": False, "data-x": ODD, "maxlength": 5}), None),
    (forms.TextInput(), mark_safe("a &amp; b")),
    (forms.HiddenInput(), 12),
    (forms.NumberInput(attrs={"step": "any"}), 1234567.5),
    (forms.URLInput(), "https://example.org/?a=1&b=2"),
    (forms.EmailInput(), ""),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), False),
    (forms.CheckboxInput(), "word"),
    (forms.Select(choices=CHOICES), 1),
    (forms.Select(choices=GROUPED, attrs={"class": ODD}), 3),
    (forms.SelectMultiple(choices=GROUPED), [2, 3]),
    (forms.NullBooleanSelect(), True),
    (forms.Select(choices=[]), None),
    (forms.RadioSelect(choices=CHOICES), 1),
    (forms.CheckboxSelectMultiple(choices=CHOICES), [1]),
    (forms.DateInput(attrs={"type": "date"}), date(2024, 3, 31)),
    (forms.SplitDateTimeWidget(), None),
    (forms.Textarea(), ODD),
    (forms.ClearableFileInput(), None),
]


@pytest.mark.parametrize(("widget", "value"), WIDGETS, ids=lambda each: type(each).__name__)
def test_it_draws_what_django_draws(widget: forms.Widget, value: Any) -> None:
    ours, theirs = (
        widget.render("field", value, {"id": "id_field"}, renderer=renderer)
        for renderer in (Renderer(), DjangoTemplates())
    )
    assert ours == theirs
    assert hasattr(ours, "__html__")


def test_a_form_with_mistakes_is_drawn_the_same() -> None:
    class Ask(forms.Form):
        name = forms.CharField(help_text="Your name.")
        kind = forms.ChoiceField(choices=CHOICES)
        sure = forms.BooleanField()

    posted = {"name": "", "kind": ODD}
    assert str(Ask(posted, renderer=Renderer())) == str(Ask(posted, renderer=DjangoTemplates()))
