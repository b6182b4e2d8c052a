"""Addresses of keywords, indicators and sources."""

from django.urls import path, re_path

from articles.reading.indicator_chart_files import chart_png, chart_svg
from articles.reading.indicator_citation import citation_file
from articles.reading.indicator_downloads import figures_csv, figures_xlsx, vintages_csv
from articles.reading.indicator_embed import embed_page
from articles.reading.indicator_list import indicator_list
from articles.reading.indicator_page import indicator_page
from articles.reading.keyword_index import keyword_index
from articles.reading.keyword_page import keyword_page
from articles.reading.name_lists import sources
from articles.reading.source_page import source_page

urlpatterns = [
    path("indicators/", indicator_list),
    path("indicators/<slug:code>/", indicator_page),
    path("indicators/<slug:code>/figures.csv", figures_csv),
    path("indicators/<slug:code>/vintages.csv", vintages_csv),
    path("indicators/<slug:code>/figures.xlsx", figures_xlsx),
    path("indicators/<slug:code>/chart.svg", chart_svg),
    path("indicators/<slug:code>/chart.png", chart_png),
    path("indicators/<slug:code>/cite.<str:form>", citation_file),
    path("indicators/<slug:code>/embed/", embed_page),
    path("sources/", sources),
    path("sources/<slug:slug>/", source_page),
    path("keywords/", keyword_index),
    # Not a slug converter: addresses of keywords may be written in any script.
    re_path(r"^keywords/(?P<slug>[-\w]+)/$", keyword_page),
]
