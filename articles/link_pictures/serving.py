"""`/articles/<slug>.png` and `/indicators/<code>/link.png`: what a link to the page is shown with elsewhere."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from articles.contact.current import contact
from articles.editions.on_a_day import figure_on
from articles.editions.wording import state_words
from articles.link_pictures.keeping import name_of, png_of
from articles.link_pictures.of_indicator import indicator_picture
from articles.link_pictures.picture import LinkPicture
from articles.link_pictures.telling import picture_of
from articles.link_pictures.turns import Busy, ask_again
from articles.reading.answering import is_unchanged, moved, public_page, unchanged
from articles.reading.gone import edition_or_gone
from taxonomy.asking.as_of import AsOf

MIME = "image/png"


@public_page
def article_picture(request: HttpRequest, asof: AsOf, slug: str) -> HttpResponse:
    """The picture of the current edition of a day. One query, two where there is none."""
    found = edition_or_gone(asof, slug)
    if isinstance(found, HttpResponse):
        return found
    here = f"{found.get_absolute_url().rstrip('/')}.png"
    if here != request.path_info:
        return moved(here, request.META["QUERY_STRING"])
    with translation.override(found.language):
        words = state_words()
        figures = [figure_on(each, asof.day, words) for each in found.figures]
        picture = picture_of(found, figures, site_name=contact().site_name)
    return _sent(request, picture)


@public_page
def picture_of_indicator(request: HttpRequest, asof: AsOf, code: str) -> HttpResponse:
    """The picture of an indicator as known on a day. Three queries.

    Raises:
        Http404: there is no such indicator.
    """
    return _sent(request, indicator_picture(code, asof, site_name=contact().site_name))


def _sent(request: HttpRequest, picture: LinkPicture) -> HttpResponse:
    etag = f'"{name_of(picture)}"'
    if is_unchanged(request, etag):
        return unchanged(etag)
    try:
        data = png_of(picture)
    except Busy:
        return ask_again()
    return HttpResponse(data, content_type=MIME, headers={"ETag": etag})
