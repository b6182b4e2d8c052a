"""A form that cannot be taken is told in the language of its page, with what to do; nothing typed is lost."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.utils import timezone, translation

from articles.desk.errors import forbidden
from articles.desk.models import Preference
from articles.previews.links import make_link, token_of
from tests.newsroom import an_article, an_editor, published

pytestmark = pytest.mark.django_db
FORM = "/contact/write/"
TOO_LARGE = "a" * ((settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) + 1)
URDU, CHINESE = '<html lang="ur" dir="rtl">', '<html lang="zh-Hans" dir="ltr">'


@pytest.fixture
def editor() -> User:
    return an_editor()


def test_what_is_too_large_is_told_with_the_way_back(client: Client) -> None:
    answer = client.post(FORM, {"text": TOO_LARGE})
    text = answer.content.decode()
    assert answer.status_code == 413
    assert "<title>That was too much at once" in text
    assert "What was sent is larger than 8 MB, so nothing was done with it." in text
    assert "Go back: your text is still in the form." in text
    # A link to the form would lead to an empty one.
    assert f'href="{FORM}"' not in text.partition("<main")[2].partition("</main>")[0]


def test_too_many_fields_are_not_said_to_be_too_large(client: Client) -> None:
    fields = {f"field{n}": "" for n in range((settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or 0) + 1)}
    answer = client.post(FORM, fields)
    assert answer.status_code == 413
    assert "has more than 1000 fields" in answer.content.decode()


@pytest.mark.parametrize("address", ["/contact/write/", "/articles/{slug}/reply/"])
def test_the_browser_keeps_a_form_for_who_goes_back(client: Client, address: str) -> None:
    """Browsers forget what was typed into a page not to be stored, or a field not to be completed."""
    published(an_article(slug="steel"), at=timezone.now())
    page = client.get(address.format(slug="steel"))
    assert page["Cache-Control"] == "private, no-cache, max-age=0"
    field = page.content.decode().partition("<textarea")[2].partition(">")[0]
    assert "autocomplete" not in field
    # Nor does it cut what is pasted without a word.
    assert "maxlength" not in field


@pytest.mark.parametrize(("prefix", "tag"), [("/ur", URDU), ("/zh-hans", CHINESE)])
def test_a_form_is_answered_in_the_language_of_its_page(
    client: Client, editor: User, prefix: str, tag: str
) -> None:
    """Whatever the browser says, and whatever a signed-in editor works in."""
    Preference.objects.create(person=editor, language="en")
    client.login(username="editor", password="a long password")
    for fields in ({"text": TOO_LARGE}, {"text": ""}):
        answer = client.post(f"{prefix}{FORM}", fields, headers={"accept-language": "en"})
        assert tag in answer.content.decode()


@pytest.mark.parametrize(
    ("browser", "tag"), [("ur-PK,ur;q=0.9", URDU), ("zh-CN", CHINESE), ("fr", '<html lang="en" dir="ltr">')]
)
def test_behind_the_login_the_browser_says_the_language_until_a_person_does(
    client: Client, editor: User, browser: str, tag: str
) -> None:
    strict: Any = Client(enforce_csrf_checks=True, headers={"accept-language": browser})
    refused = strict.post("/admin/login/", {"username": "editor"})
    assert refused.status_code == 403
    assert tag in refused.content.decode()
    assert tag.partition(" ")[2][:7] in strict.get("/admin/login/").content.decode()


def test_a_comment_without_its_key_can_be_copied_and_sent_again(editor: User) -> None:
    token = token_of(make_link(an_article().pk, by=editor, at=timezone.now()))
    refused = Client(enforce_csrf_checks=True).post(f"/preview/{token}/", {"text": "A <long> thought."})
    text = refused.content.decode()
    assert refused.status_code == 403
    assert "A &lt;long&gt; thought.</textarea>" in text
    assert f'<a href="/preview/{token}/">Open the form again</a>' in text
    assert "Cookies have to be allowed" in text
    assert "'unsafe-inline'" not in refused["Content-Security-Policy"]
    assert refused["Cache-Control"] == "no-store"


def test_what_is_not_for_readers_is_refused_without_a_word_about_it() -> None:
    with translation.override("ur"):
        refused = forbidden(RequestFactory().get("/ur/articles/x/"), PermissionDenied("Only for the desk."))
    text = refused.content.decode()
    assert refused.status_code == 403
    assert URDU in text
    assert "Only for the desk." not in text
    assert "/admin/" not in text
    assert '<a href="/ur/">' in text.partition("<main")[2]
