"""How keywords use each other."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from taxonomy.models import Keyword
from taxonomy.usage import Place, Usage, declare

VIEW = "taxonomy.view_keyword"


def told(keyword: Any, person: Any) -> Place:
    """A keyword, as a place where something is used."""
    page = reverse("admin:taxonomy_keyword_change", args=[keyword.pk])
    return Place(keyword.name, page if person.has_perm(VIEW) else "", (str(keyword.get_status_display()),))


def declare_usages() -> None:
    """Declare them; once, when the app is ready."""
    declare(
        Keyword,
        Usage("narrower", _("narrower terms"), lambda kw, who: kw.children.order_by("name"), told, VIEW),
        Usage("related", _("related terms"), lambda kw, who: kw.related.order_by("name"), told, VIEW),
        Usage("merged", _("merged into it"), lambda kw, who: kw.replaces.order_by("name"), told, VIEW),
    )
