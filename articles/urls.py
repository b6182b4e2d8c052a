"""Manifest: public addresses. English has no prefix; `/ur/` and `/zh-hans/` come from nqpf/urls.py."""

from django.urls import include, path, re_path

from articles.comparison import pages as comparison
from articles.enquiries import pages as enquiries
from articles.reading import (
    archive,
    article,
    contact,
    contributors,
    corrections,
    home,
    lists,
    method,
    name_lists,
)
from articles.text_forms.serving import also_as_text

urlpatterns = [
    path("articles/<slug:slug>/", also_as_text(article.article)),
    path("articles/<slug:slug>/editions/<int:number>/", also_as_text(article.edition)),
    path("articles/<slug:slug>/editions/<int:before>...<int:after>/", comparison.comparison),
    path("", include("articles.replies.urls")),
    path("", include("articles.citing.urls")),
    path("", include("articles.text_forms.urls")),
    path("", include("articles.link_pictures.urls")),
    path("", home.front_page),
    path("articles/", lists.article_list),
    path("archive/", archive.archive),
    path("archive/<int:year>/", archive.year),
    path("archive/<int:year>/<int:month>/", archive.month),
    path("sections/", name_lists.sections),
    # Newspapers name their sections in any script.
    re_path(r"^sections/(?P<slug>[-\w]+)/$", archive.section),
    path("corrections/", corrections.corrections),
    path("how-we-check-figures/", method.how_we_check_figures),
    path("contact/", contact.contact_page),
    path("contact/write/", enquiries.write_page),
    path("authors/", name_lists.authors),
    path("authors/<slug:slug>/", contributors.author),
    path("publications/", name_lists.publications),
    path("publications/<slug:slug>/", contributors.publication),
    path("", include("articles.feeds.urls")),
    path("", include("articles.reading.data_urls")),
    path("", include("articles.search.urls")),
]
