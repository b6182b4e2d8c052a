"""“View on site”: leads to the public page of an object, for those who may see the object in the admin."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.exceptions import NotRegistered
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def view_on_site(request: HttpRequest, content_type_id: int, object_id: str) -> HttpResponse:
    """Django's own would tell anybody on the staff the address of what is only scheduled.

    Raises:
        Http404: there is no such object that this person may know of.
        PermissionDenied: this person may not see objects of this kind.
    """
    kind = ContentType.objects.filter(pk=content_type_id).first()
    model: Any = kind.model_class() if kind else None
    if model is None:
        raise Http404
    try:
        page = admin.site.get_model_admin(model)
    except NotRegistered as error:
        raise Http404 from error
    if not page.has_view_permission(request):
        raise PermissionDenied
    obj = page.get_object(request, object_id)
    if obj is None or not page.has_view_permission(request, obj):
        raise Http404
    answer: HttpResponse = shortcut(request, content_type_id, object_id)
    return answer
