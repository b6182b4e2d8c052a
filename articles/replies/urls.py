"""Addresses of replies."""

from django.urls import path

from articles.replies import pages

urlpatterns = [
    path("articles/<slug:slug>/reply/", pages.reply_page),
    path("replies/stop/<str:token>/", pages.stop_page),
]
