"""Whether one article takes replies: decided by hand, else by its age."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.replies.models import Thread
from articles.workflow.models import Transition
from articles.workflow.verbs import locked_for, log
from articles.writing.models import Article


class RuleForm(forms.Form):
    """As usual, open, or closed."""

    rule = forms.ChoiceField(
        label=_("Replies"), choices=Thread.Rule.choices, required=False, widget=forms.RadioSelect
    )


def rule_of(article: Article) -> dict[str, Any]:
    """The present rule, as the form begins with it."""
    return {"rule": Thread.objects.filter(article=article.pk).values_list("rule", flat=True).first() or ""}


@transaction.atomic
def set_rule(article: Article, *, by: Any, at: datetime, rule: str) -> Transition:
    """Say whether it takes replies. Raises ValidationError with the refusal."""
    locked = locked_for(article, "replies", by)
    Thread.objects.update_or_create(article=locked, defaults={"rule": rule})
    return log(locked, "replies", by=by, at=at, rule=rule)
