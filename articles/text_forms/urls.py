"""Addresses of text forms, beside those of their articles."""

from django.urls import path

from articles.text_forms.serving import FORMS, text

urlpatterns = [
    each
    for form in FORMS
    for each in (
        path(f"articles/<slug:slug>.{form}", text, {"form": form}),
        path(f"articles/<slug:slug>/editions/<int:number>.{form}", text, {"form": form}),
    )
]
