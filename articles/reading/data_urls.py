"""Addresses of keywords, indicators and sources."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
