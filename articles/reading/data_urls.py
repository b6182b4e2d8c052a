"""Addresses of keywords, indicators and sources."""

from django.urls import path, re_path

from articles.reading.indicator_downloads import figures_csv, vintages_csv
from articles.reading.indicator_list import indicator_list
from articles.reading.indicator_page import indicator_page
from articles.reading.keyword_index import keyword_index
from articles.reading.keyword_page import keyword_page
from articles.reading.source_page import source_page

urlpatterns = [
    path("indicators/", indicator_list),
    path("indicators/<slug:code>/", indicator_page),
    path("indicators/<slug:code>/figures.csv", figures_csv),
    path("indicators/<slug:code>/vintages.csv", vintages_csv),
    path("sources/<slug:slug>/", source_page),
    path("keywords/", keyword_index),
    # Not a slug converter: addresses of keywords may be written in any script.
    re_path(r"^keywords/(?P<slug>[-\w]+)/$", keyword_page),
]
