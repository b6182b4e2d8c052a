"""Addresses of citations, beside those of their articles."""

from django.urls import path

from articles.citing.downloads import FORMATS, download

urlpatterns = [
    path(f"articles/<slug:slug>.{form.ending}", download, {"form": name}, name=f"cite-{name}")
    for name, form in FORMATS.items()
]
