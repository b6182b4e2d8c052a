"""The roles as a table of permissions by name. `migrate` makes the groups, and keeps them as the table says."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps as all_apps
from django.contrib.auth.management import create_permissions
from django.db.models import Q

OURS = ("articles", "indicators", "taxonomy")
EVERYTHING = "*"

_READ_DATA = (
    "indicators.view_source", "indicators.view_release", "indicators.view_unit", "indicators.view_area",
    "indicators.view_indicator", "indicators.view_series", "indicators.view_observation",
    "indicators.view_vintage", "indicators.view_upstreamerror",
)  # fmt: skip
_AUTHOR = (
    "articles.view_article", "articles.add_article", "articles.change_article", "articles.delete_article",
    "articles.view_publication", "articles.add_publication", "articles.view_agent", "articles.add_agent",
    "articles.view_image", "articles.add_image", "articles.view_clipping", "articles.add_clipping",
    "taxonomy.view_keyword", *_READ_DATA,
)  # fmt: skip
_EDITOR = (
    *_AUTHOR, "articles.edit_any_article", "articles.approve_article", "articles.assign_article",
    "articles.override_blockers", "articles.add_edition", "articles.view_edition", "articles.add_withdrawal",
    "articles.view_withdrawal", "articles.view_transition", "articles.view_jointrelease",
    "articles.add_jointrelease", "articles.change_jointrelease", "articles.delete_jointrelease",
    "articles.change_image", "articles.delete_image", "articles.view_houserule", "articles.add_houserule",
    "articles.change_houserule", "articles.delete_houserule", "articles.view_outgoinglink",
    "articles.change_publication", "articles.view_auditlog", "articles.compose_frontpage",
    "articles.view_reply", "articles.moderate_reply", "articles.view_enquiry", "articles.answer_enquiry",
    "articles.view_holdword", "articles.add_holdword",
    "articles.change_holdword", "articles.delete_holdword",
    "articles.delete_publication", "articles.change_agent", "articles.delete_agent", "articles.view_contact",
    "taxonomy.add_keyword", "taxonomy.change_keyword", "taxonomy.delete_keyword",
)  # fmt: skip

# A slice that brings permissions of its own adds their names here; a name that does not exist is refused by a test.
ROLES: dict[str, tuple[str, ...]] = {
    "Author": _AUTHOR,
    "Editor": _EDITOR,
    "Data editor": ("indicators.*", "taxonomy.view_keyword", "articles.view_edition"),
    "Moderator": (
        "articles.view_contact",
        "articles.change_contact",
        "articles.view_edition",
        "articles.view_reply",
        "articles.moderate_reply",
        "articles.view_enquiry",
        "articles.answer_enquiry",
        "articles.view_holdword",
        "articles.add_holdword",
        "articles.change_holdword",
        "articles.delete_holdword",
    ),
    "Administrator": ("*",),
}


def keep_roles(sender: Any, **kwargs: Any) -> None:
    """After `migrate`: make the groups and give each exactly what the table says."""
    if sender is not _last_app():
        return
    # `flush` sends the signal without the historical apps.
    apps, using = kwargs.get("apps", all_apps), kwargs["using"]
    try:
        groups, permissions = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    except LookupError:  # only one app was migrated, and logins have no tables yet
        return
    for label in (*OURS, "auth"):
        create_permissions(all_apps.get_app_config(label), verbosity=0, using=using, apps=apps)
    for name, names in ROLES.items():
        group, _made = groups.objects.using(using).get_or_create(name=name)
        group.permissions.set(permissions.objects.using(using).filter(named(names)))


def named(names: Iterable[str]) -> Q:
    """The permissions with these names: `app.codename`, `app.*`, or `*` for everything."""
    chosen = Q(pk__in=())
    for name in names:
        app, _dot, codename = name.partition(".")
        if app == EVERYTHING:
            return ~Q(pk__in=())
        chosen |= Q(content_type__app_label=app) & (Q() if codename == EVERYTHING else Q(codename=codename))
    return chosen


def _last_app() -> Any:
    return [each for each in all_apps.get_app_configs() if each.models_module is not None][-1]
