"""Addresses of the lists of uses, in the admin."""

from django.contrib import admin
from django.urls import path

from articles.usage.pages import list_page

app_name = "usage"
urlpatterns = [
    path("used/<slug:app>/<slug:model>/<int:pk>/<slug:name>/", admin.site.admin_view(list_page), name="list"),
]
