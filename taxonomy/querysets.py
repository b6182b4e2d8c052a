"""The questions that are asked of keywords, each with one name."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from tree_queries.query import TreeManager, TreeQuerySet

from taxonomy.folding import fold


class KeywordQuerySet(TreeQuerySet):
    """Keywords. Public lists start from `accepted()`; pages may also show candidates and deprecated ones."""

    def accepted(self) -> Self:
        return self.filter(status="accepted")

    def named(self, language: str) -> Self:
        """With `label`: the preferred label in that language, or the English name."""
        model: Any = self.model
        labels = model._meta.get_field("labels").related_model
        preferred = labels.objects.filter(keyword=OuterRef("pk"), role="preferred", language=language)
        return self.annotate(label=Coalesce(Subquery(preferred.values("text")[:1]), "name"))

    def matching(self, term: str) -> Self:
        """Keywords of which any label, of any role and language, is this term after folding."""
        folded = fold(term)
        return self.filter(Q(folded=folded) | Q(labels__folded=folded)).distinct()

    def searching(self, words: str) -> Self:
        """Keywords of which any one label contains each of these words after folding. No row stands twice."""
        model: Any = self.model
        labels = model._meta.get_field("labels").related_model.objects
        found = self
        for word in fold(words).split():
            labelled = labels.filter(keyword=OuterRef("pk"), folded__contains=word)
            found = found.filter(Q(folded__contains=word) | Exists(labelled))
        return found

    def at_address(self, slug: str) -> Self:
        """The one at an address; of a renamed or merged one, what took its place."""
        model: Any = self.model
        aliases = model._meta.get_field("aliases").related_model.objects.filter(slug=slug)
        here = model.objects.filter(Q(slug=slug) | Q(pk__in=aliases.values("keyword"))).order_by()
        return self.filter(pk__in=here.annotate(stands=Coalesce("replaced_by", "pk")).values("stands"))

    def narrower(self, keyword: Any) -> Self:
        """The keyword itself and everything below it in the tree."""
        model: Any = self.model
        return self.filter(pk__in=model.objects.descendants(keyword, include_self=True).values("pk"))


class KeywordManager(TreeManager.from_queryset(KeywordQuerySet)):  # type: ignore[misc]
    _with_tree_fields = False

    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class LabelManager(models.Manager[Any]):
    def get_by_natural_key(self, keyword: str, language: str, role: str, text: str) -> Any:
        return self.get(keyword__slug=keyword, language=language, role=role, text=text)


class MatchManager(models.Manager[Any]):
    def get_by_natural_key(self, keyword: str, uri: str) -> Any:
        return self.get(keyword__slug=keyword, uri=uri)


class AliasManager(models.Manager[Any]):
    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)
