"""How much waits: every count of the desk in one query, right at any size."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce


def counts(person: Any, questions: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """The number of rows that each question finds.

    Args:
        person: somebody signed in; their own row carries the counts.
        questions: querysets under the names that the counts get.
    """
    asked: dict[str, Any] = {name: _number(rows) for name, rows in questions.items()}
    row = get_user_model().objects.filter(pk=person.pk).values_list(*asked.values()).get()
    return {name: int(number) for name, number in zip(questions, row, strict=True)}


def _number(rows: QuerySet[Any]) -> Coalesce:
    one = rows.order_by().annotate(together=Value(1)).values("together")
    return Coalesce(
        Subquery(one.annotate(how_many=Count("pk")).values("how_many"), output_field=IntegerField()), Value(0)
    )
