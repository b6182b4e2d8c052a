"""`/healthz`: whether this process serves and reaches its database."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


@csrf_exempt
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 “ok”, or 503 when the database does not answer. Never cached."""
    status, words = 200, "ok\n"
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        status, words = 503, "The database does not answer.\n"
    return HttpResponse(
        words, status=status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"}
    )
