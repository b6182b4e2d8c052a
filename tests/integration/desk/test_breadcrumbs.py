"""Where a page of the admin says that it stands: below the desk, also where the page is the stock admin's own."""

import re

import pytest
from django.test import Client

from articles.desk.models import Preference
from indicators.models import Area
from tests.newsroom import a_keyword, an_article, an_editor

TRAIL = re.compile(r'<(?:ol|div) class="breadcrumbs">.*?<a href="/admin/">(.*?)</a>', re.DOTALL)
PAGES = (
    "/admin/articles/frontpage/",
    "/admin/articles/article/",
    "/admin/articles/article/{article}/change/",
    "/admin/articles/edition/coverage/",
    "/admin/taxonomy/keyword/{keyword}/history/",
    "/admin/indicators/area/{area}/delete/",
    "/admin/taxonomy/keyword/{keyword}/merge/",
    "/admin/auth/user/{person}/password/",
    "/admin/password_change/",
    "/admin/password_change/done/",
    "/admin/articles/",
)


@pytest.mark.parametrize(("language", "desk"), [("en", "Desk"), ("zh-hans", "编辑台")])
def test_every_trail_begins_at_the_desk(client: Client, db: None, language: str, desk: str) -> None:
    person = an_editor()
    Preference.objects.create(person=person, language=language)
    client.force_login(person)
    named = {
        "article": an_article().pk,
        "keyword": a_keyword().pk,
        "person": person.pk,
        "area": Area.objects.all()[0].pk,
    }
    found = {page: TRAIL.search(client.get(page.format(**named)).content.decode()) for page in PAGES}

    assert {page: trail and trail[1] for page, trail in found.items()} == dict.fromkeys(PAGES, desk)
