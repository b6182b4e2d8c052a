"""The page that lists one use of one object, for those who may see the object."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.exceptions import NotRegistered
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.usage.panel import address_of
from taxonomy.usage import usages_of

ON_A_PAGE = 50


@require_safe
def list_page(request: HttpRequest, app: str, model: str, pk: int, name: str) -> HttpResponse:
    """Everything that uses an object in one way.

    Raises:
        Http404: there is no such object or use that this person may know of.
        PermissionDenied: this person may not see the object.
    """
    obj = _object(request, app, model, pk)
    usages = usages_of(type(obj), request.user)
    usage = next((each for each in usages if each.name == name), None)
    if usage is None:
        raise Http404
    pages = Paginator(usage.rows(obj, request.user), ON_A_PAGE)
    page = pages.get_page(request.GET.get("p"))
    context = {
        **admin.site.each_context(request),
        "title": _("Where “%(name)s” is used") % {"name": obj},
        "opts": obj._meta,
        "original": obj,
        "usages": [(each, address_of(obj, each)) for each in usages],
        "usage": usage,
        "places": [usage.told(row, request.user) for row in page],
        "page": page,
        "page_range": pages.get_elided_page_range(page.number),
    }
    return TemplateResponse(request, "admin/usage/list.html", context)


def _object(request: HttpRequest, app: str, model: str, pk: int) -> Any:
    try:
        kind = apps.get_model(app, model)
        page = admin.site.get_model_admin(kind)
    except (LookupError, NotRegistered) as error:
        raise Http404 from error
    obj = page.get_object(request, str(pk))
    if obj is None:
        raise Http404
    if not page.has_view_permission(request, obj):
        raise PermissionDenied
    return obj
