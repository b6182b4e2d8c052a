"""All addresses of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from articles.media import serving
from articles.previews.views import preview
from articles.reading import favicon, sitemaps
from articles.reading.indicator_oembed import oembed
from articles.reading.robots import robots
from articles.reading.unapi import unapi
from articles.text_forms.llms import llms
from nqpf.api import urlpatterns as api
from nqpf.health import health
from nqpf.static_files import static_file

urlpatterns = [
    path("admin/", include("articles.desk.urls")),
    path("admin/", include("articles.usage.urls")),
    path("admin/", admin.site.urls),
    path("preview/<str:token>/", preview, name="preview"),
    path("healthz", health),
    path("static/<path:path>", static_file),
    path("robots.txt", robots),
    path("llms.txt", llms),
    path("unapi", unapi),
    path("oembed", oembed),
    *sitemaps.addresses(),
    *favicon.addresses(),
    *serving.addresses(),
    *api,
    *i18n_patterns(path("", include("articles.urls")), prefix_default_language=False),
]

handler400 = "articles.reading.errors.bad_request"
handler403 = "articles.desk.errors.forbidden"
handler404 = "articles.desk.errors.not_found"
handler500 = "articles.reading.errors.server_error"
