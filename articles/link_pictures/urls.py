"""Addresses of pictures, beside those of their pages."""

from django.urls import path

from articles.link_pictures.serving import article_picture, picture_of_indicator

urlpatterns = [
    path("articles/<slug:slug>.png", article_picture),
    path("indicators/<slug:code>/link.png", picture_of_indicator),
]
