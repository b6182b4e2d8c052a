"""What the site is about, in the language of the reader; marked where it is told in another."""

import json
from typing import Any

import pytest
from django.test import Client

from articles.contact.models import Contact
from tests.newsroom import an_article, an_editor, published

ENGLISH, URDU = "Newspaper articles with their figures.", "اخباری مضامین اور ان کے اعداد و شمار۔"
CHANGE = "/admin/articles/contact/{}/change/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def told_twice() -> Contact:
    """A library that says what it is about in English and in Urdu, and not in Chinese."""
    given = {"about": ENGLISH, "about_translations": {"ur": URDU}}
    return Contact.objects.update_or_create(defaults=given)[0]


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/contact/", "/", "/articles/"])
def test_readers_have_it_in_their_language_and_else_in_the_language_of_the_site(
    client: Client, told_twice: Contact, address: str
) -> None:
    assert f'<p lang="en" dir="ltr">{ENGLISH}</p>' in page(client, address)
    urdu = page(client, f"/ur{address}")
    assert f'<p lang="ur" dir="rtl">{URDU}</p>' in urdu
    assert ENGLISH not in urdu
    # A voice for Chinese would read these English words as it reads pinyin.
    assert f'<p lang="en" dir="ltr">{ENGLISH}</p>' in page(client, f"/zh-hans{address}")


def test_the_page_of_an_article_has_it_too(client: Client, told_twice: Contact) -> None:
    published(an_article(slug="stahl", language="ur"))
    assert f'<p lang="ur" dir="rtl">{URDU}</p>' in page(client, "/ur/articles/stahl/")


def test_the_contact_page_leads_with_it(client: Client, told_twice: Contact) -> None:
    assert f'<p class="standfirst" lang="ur" dir="rtl">{URDU}</p>' in page(client, "/ur/contact/")
    assert f'<p class="standfirst" lang="en" dir="ltr">{ENGLISH}</p>' in page(client, "/zh-hans/contact/")


def test_programs_are_told_its_language(client: Client, told_twice: Contact) -> None:
    def site(address: str) -> dict[str, Any]:
        block = page(client, address).partition('<script type="application/ld+json">')[2]
        found: list[dict[str, Any]] = json.loads(block.partition("</script>")[0])["@graph"]
        return found[0]

    assert site("/")["description"] == ENGLISH
    assert site("/ur/")["description"] == URDU
    assert site("/zh-hans/")["description"] == {"@language": "en", "@value": ENGLISH}


def test_nothing_is_said_where_nothing_is_known(client: Client) -> None:
    Contact.objects.update_or_create(defaults={"about": "", "about_translations": {}})
    assert 'class="standfirst"' not in page(client, "/contact/")
    assert 'name="description"' not in page(client, "/")


def test_new_words_in_one_language_make_new_pages(client: Client, told_twice: Contact) -> None:
    before = client.get("/zh-hans/articles/")["ETag"]
    told_twice.about_translations = {"ur": URDU, "zh-hans": "报纸文章。"}
    told_twice.save()
    after = client.get("/zh-hans/articles/", headers={"if-none-match": before})
    assert '<p lang="zh-Hans" dir="ltr">报纸文章。</p>' in after.content.decode()


def test_editors_write_it_in_three_languages(client: Client, told_twice: Contact) -> None:
    client.force_login(an_editor())
    address = CHANGE.format(told_twice.pk)
    form = page(client, address)
    assert '<textarea name="about_ur"' in form
    assert 'lang="ur" dir="rtl"' in form
    assert URDU in form
    words = {"site_name": "CPEC Library", "about": ENGLISH, "about_ur": "", "about_zh_hans": "报纸文章。"}
    assert client.post(address, words).status_code == 302
    told_twice.refresh_from_db()
    assert told_twice.about_translations == {"zh-hans": "报纸文章。"}
    assert Contact.history.filter(about_translations={"zh-hans": "报纸文章。"}).count() == 1
