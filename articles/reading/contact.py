"""How to reach the library."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from articles.reading.answering import public_page
from taxonomy.asking.as_of import AsOf


@public_page
def contact_page(request: HttpRequest, asof: AsOf) -> HttpResponse:
    """Phone, e-mail and postal address as an editor keeps them in the admin. No query while they are kept."""
    return render(request, "articles/contact.html", {"section": "contact"})
