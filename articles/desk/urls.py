"""Addresses of the frame of the admin. Everything here is for people who may enter the admin."""

from django.contrib import admin
from django.urls import path

from articles.desk.on_site import view_on_site
from articles.desk.palette import palette
from articles.desk.preferences import choose_language

app_name = "desk"
urlpatterns = [
    path("go/", admin.site.admin_view(palette), name="palette"),
    path("language/", admin.site.admin_view(choose_language), name="language"),
    # Stands before the address of the same name in the admin.
    path("r/<int:content_type_id>/<path:object_id>/", admin.site.admin_view(view_on_site), name="on_site"),
]
