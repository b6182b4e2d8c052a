"""All addresses of the site."""

from django.contrib import admin
from django.urls import path

from nqpf.api import urlpatterns as api

urlpatterns = [path("admin/", admin.site.urls), *api]
