"""Which articles are one work in several languages. A related work is named once, in the language of the reader."""

from collections.abc import Iterable

from django.apps import apps


def works_of(articles: Iterable[int]) -> dict[int, int]:
    """By article, the work that it is: its original, for an article and its translations alike. One query."""
    asked = list(articles)
    rows = apps.get_model("articles", "Article").objects.filter(pk__in=asked).order_by("pk")
    work: dict[int, int] = {}
    for pk, source in rows.exclude(translation_of=None).values_list("pk", "translation_of"):
        old, new = work.setdefault(pk, pk), work.setdefault(source, source)
        work = {each: new if of == old else of for each, of in work.items()}
    return {each: work.get(each, each) for each in asked}
