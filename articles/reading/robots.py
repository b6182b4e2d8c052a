"""`/robots.txt`: what programs are asked to leave alone."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

RULES = """User-agent: *
Disallow: /admin/
Disallow: /preview/
Disallow: /search/
Disallow: /ur/search/
Disallow: /zh-hans/search/
"""


@csrf_exempt
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The rules. Earlier editions say `noindex` themselves, so that programs have to be able to read them."""
    maps = (request.build_absolute_uri(each) for each in ("/sitemap.xml", "/sitemap-news.xml"))
    rules = f"{RULES}{''.join(f'Sitemap: {each}\n' for each in maps)}"
    return HttpResponse(
        rules, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "public, max-age=86400"}
    )
